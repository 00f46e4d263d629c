import type { NodeSource } from '../content/nodes.ts';
import { builder } from './builder.ts';

export const SourceRef = builder.objectRef<NodeSource>('Source');

SourceRef.implement({
  description: 'Where in the content something was read.',
  fields: (t) => ({
    path: t.exposeString('path', { description: 'Path of the file below the content root, with `/`.' }),
    startLine: t.exposeInt('startLine', { description: 'First line in the file, counted from 1.' }),
    endLine: t.exposeInt('endLine', { description: 'Last line in the file, counted from 1.' }),
    headings: t.stringList({
      description: 'Texts of the headings above it, the highest first.',
      resolve: ({ headings }) => headings,
    }),
    rule: t.exposeString('rule', {
      nullable: true,
      description: 'Name of the extraction rule that read it; null for what no rule reads, such as a page or a link.',
    }),
  }),
});
