import { builder } from './builder.ts';
import { connectionRef } from './connection.ts';
import { costs, costsOfList } from './field-cost.ts';
import { LinkFilterRef } from './filter-input.ts';
import { LinkKindRef } from './link-kind.ts';
import { NodeRef } from './node.ts';
import { filterDescription, listArguments, readList } from './node-list.ts';
import { loadOne } from './node-loader.ts';
import { LinkRef, PageRef } from './refs.ts';
import { SourceRef } from './source.ts';
import { translationArguments, translationResolvers } from './translation.ts';

const translations = translationResolvers('Link');

LinkRef.implement({
  interfaces: [NodeRef],
  description: 'A link in the text of a page, in one language.',
  fields: (t) => ({
    language: t.expose('language', { type: 'Language', description: 'Language of the page.' }),
    text: t.exposeString('text', { description: 'Its words, without markup.' }),
    url: t.exposeString('url', { description: 'Where it leads, as written.' }),
    kind: t.expose('kind', { type: LinkKindRef, description: 'What it leads to.' }),
    host: t.exposeString('host', { nullable: true, description: 'Host of an EXTERNAL link, where it has one.' }),
    page: t.field({
      type: PageRef,
      description: 'The page that it stands on.',
      resolve: ({ pageId }, _args, { loader }) => loadOne(loader, 'Page', pageId),
    }),
    target: t.field({
      type: PageRef,
      nullable: true,
      description: 'The page that an INTERNAL link leads to, in the best language there is for its page.',
      resolve: ({ targetId }, _args, { loader }) => (targetId === null ? null : loadOne(loader, 'Page', targetId)),
    }),
    broken: t.boolean({
      description:
        'Whether it leads nowhere: there is no such page, the page has no such anchor, or the file is missing below the configured folder of assets. Other sites are not asked.',
      resolve: ({ problem }) => problem !== null,
    }),
    translations: t.field({
      type: [LinkRef],
      extensions: costsOfList('translations'),
      description:
        "The links in the same place on the page's translations, where these have as many links; ordered by language tag.",
      resolve: translations.all,
    }),
    translation: t.field({
      type: LinkRef,
      nullable: true,
      description: 'The same link in this language, `null` where there is none; in its own language the link itself.',
      args: translationArguments,
      resolve: translations.inLanguage,
    }),
    source: t.expose('source', { type: SourceRef, description: 'Where it stands.' }),
  }),
});

const LinkConnectionRef = connectionRef('Link', LinkRef);

builder.queryFields((t) => ({
  links: t.field({
    type: LinkConnectionRef,
    extensions: costs({ times: 'window', filter: 'filter' }),
    description: 'Every link in the content, page by page.',
    args: { ...listArguments, filter: t.arg({ type: LinkFilterRef, description: filterDescription }) },
    resolve: (_query, args, context) => readList('Link', args, context),
  }),
}));
