import { builder } from './builder.ts';
import { connectionRef, listArguments, readList } from './connection.ts';
import { NodeRef } from './node.ts';
import { loadAll } from './node-loader.ts';
import { PageRef, PartnerRef } from './refs.ts';
import { SourceRef } from './source.ts';
import { translationOf } from './translation.ts';

PartnerRef.implement({
  interfaces: [NodeRef],
  description: 'A partner of the network, in one language: one node, however many pages list it.',
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Its name as GitHub slugs a heading: `osism-gmbh`.' }),
    language: t.expose('language', { type: 'Language', description: 'Language of the pages that list it.' }),
    name: t.exposeString('name', { description: 'Its name as the content writes it.' }),
    url: t.expose('url', { type: 'URL', nullable: true, description: 'Its web site.' }),
    description: t.exposeString('description', {
      nullable: true,
      description: 'What its list item says beside the name.',
    }),
    pages: t.field({
      type: [PageRef],
      description: 'Pages of this language that list it, ordered by path.',
      resolve: ({ pageIds }, _args, { loader }) => loadAll(loader, 'Page', pageIds),
    }),
    translations: t.field({
      type: [PartnerRef],
      description: 'The same partner in other languages, ordered by language tag.',
      resolve: ({ translationIds }, _args, { loader }) => loadAll(loader, 'Partner', translationIds),
    }),
    translation: t.field({
      type: PartnerRef,
      nullable: true,
      description: 'The same partner in this language, `null` where no page lists it; in its own the partner itself.',
      args: { language: t.arg({ type: 'Language', required: true, description: 'Language of the translation.' }) },
      resolve: (partner, { language }, { loader }) =>
        translationOf(partner, language, loadAll(loader, 'Partner', partner.translationIds)),
    }),
    source: t.expose('source', { type: SourceRef, description: 'The first list item that names it.' }),
  }),
});

const PartnerConnectionRef = connectionRef('Partner', PartnerRef);

builder.queryFields((t) => ({
  partner: t.field({
    type: PartnerRef,
    nullable: true,
    description: 'The partner with this slug, `null` where there is none.',
    args: {
      slug: t.arg.string({ required: true, description: 'Slug of the partner.' }),
      language: t.arg({ type: 'Language', description: 'Language of the partner; left out, the default language.' }),
    },
    resolve: (_query, { slug, language }, { reader }) =>
      reader.partnerBySlug(slug, [language ?? reader.info.defaultLanguage]),
  }),
  partners: t.field({
    type: PartnerConnectionRef,
    description: 'Partners, in the order in which the pages list them.',
    args: listArguments,
    resolve: (_query, args, context) => readList('Partner', args, context),
  }),
}));
