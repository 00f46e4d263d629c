import type { LinkKind } from '../content/nodes.ts';
import { builder } from './builder.ts';
import { connectionRef, listArguments, readList } from './connection.ts';
import { NodeRef } from './node.ts';
import { loadOne } from './node-loader.ts';
import { LinkRef, PageRef } from './refs.ts';
import { SourceRef } from './source.ts';

export const LinkKindRef = builder.enumType('LinkKind', {
  description: 'What a link leads to, told by how it is written.',
  values: {
    INTERNAL: { description: 'A page of this content: `/network`, `../about.md`.' },
    EXTERNAL: { description: 'Another site, or anything else with a scheme: `https://example.org`, `tel:+49301234`.' },
    EMAIL: { description: 'An e-mail address: `mailto:`.' },
    ANCHOR: { description: 'A place on the same page: `#contact`.' },
    ASSET: { description: 'A file of this site that is not a page: `/files/flyer.pdf`.' },
  } satisfies Record<LinkKind, { description: string }>,
});

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
    source: t.expose('source', { type: SourceRef, description: 'Where it stands.' }),
  }),
});

const LinkConnectionRef = connectionRef('Link', LinkRef);

builder.queryFields((t) => ({
  links: t.field({
    type: LinkConnectionRef,
    description: 'Every link in the content, page by page.',
    args: listArguments,
    resolve: (_query, args, context) => readList('Link', args, context),
  }),
}));
