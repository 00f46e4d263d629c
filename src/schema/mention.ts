import type { PartnerMention } from '../content/nodes.ts';
import { builder } from './builder.ts';
import { loadOne } from './node-loader.ts';
import { LinkRef, PageRef } from './refs.ts';
import { SourceRef } from './source.ts';

export const MentionRef = builder.objectRef<PartnerMention>('Mention');

MentionRef.implement({
  description: 'A place that links to a partner or names it.',
  fields: (t) => ({
    page: t.field({
      type: PageRef,
      description: 'The page that it stands on.',
      resolve: ({ pageId }, _args, { loader }) => loadOne(loader, 'Page', pageId),
    }),
    text: t.exposeString('text', { description: 'The words as the page has them; of a link its text.' }),
    link: t.field({
      type: LinkRef,
      nullable: true,
      description: 'The link that leads to the partner, or that the name stands in.',
      resolve: ({ linkId }, _args, { loader }) => (linkId === null ? null : loadOne(loader, 'Link', linkId)),
    }),
    source: t.expose('source', { type: SourceRef, description: 'Where it stands.' }),
  }),
});
