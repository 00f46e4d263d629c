import type { RevisionInfo } from '../store/contract.ts';
import { builder } from './builder.ts';

const ContentInfoRef = builder.objectRef<RevisionInfo>('ContentInfo');

ContentInfoRef.implement({
  description: 'The revision of the content that the whole answer comes from.',
  fields: (t) => ({
    revision: t.exposeString('revision', {
      description: 'Digest of the content: equal for equal files, another one after any change.',
    }),
    builtAt: t.expose('builtAt', { type: 'DateTime', description: 'When this server read the content.' }),
    documentCount: t.exposeInt('documentCount', { description: 'Documents that are served.' }),
  }),
});

builder.queryField('content', (t) =>
  t.field({
    type: ContentInfoRef,
    description: 'What content is served.',
    resolve: (_query, _args, { reader }) => reader.info,
  }),
);
