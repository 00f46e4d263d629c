import type { ContentNode } from '../content/nodes.ts';
import { builder } from './builder.ts';
import { costs } from './field-cost.ts';

export const NodeRef = builder.interfaceRef<ContentNode>('Node');

NodeRef.implement({
  description: 'A thing with an id of its own: one page, partner, goal or link in one language.',
  resolveType: ({ type }) => type,
  fields: (t) => ({
    id: t.exposeID('id', {
      description: 'Global and opaque. Stays the same while slug and language do, whatever the file is called.',
    }),
  }),
});

builder.queryFields((t) => ({
  node: t.field({
    type: NodeRef,
    nullable: true,
    description: 'The node with this id, `null` where there is none.',
    args: { id: t.arg.id({ required: true, description: 'Id of any node.' }) },
    resolve: (_query, { id }, { loader }) => loader.load(id),
  }),
  nodes: t.field({
    type: [NodeRef],
    extensions: costs({ times: 'ids' }),
    nullable: { list: false, items: true },
    description: 'The nodes with these ids, in their order, `null` in the place of each that is not there.',
    args: { ids: t.arg.idList({ required: true, description: 'Ids of any nodes.' }) },
    resolve: (_query, { ids }, { loader }) => loader.loadMany(ids),
  }),
}));
