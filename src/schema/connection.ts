import type { ObjectRef } from '@pothos/core';
import type { NodeType, NodeTypes } from '../content/nodes.ts';
import type { ListItem } from '../store/contract.ts';
import { builder } from './builder.ts';
import { costs, ownCosts } from './field-cost.ts';

/** A page of a list, and how clients are told the places of its items. */
export interface Connection<Item> {
  readonly items: readonly Item[];
  readonly totalCount: number;
  readonly hasPreviousPage: boolean;
  readonly hasNextPage: boolean;
  readonly cursorOf: (item: Item) => string;
}

interface PageInfo {
  readonly hasPreviousPage: boolean;
  readonly hasNextPage: boolean;
  readonly startCursor: () => string | null;
  readonly endCursor: () => string | null;
}

const PageInfoRef = builder.objectRef<PageInfo>('PageInfo');

PageInfoRef.implement({
  description: 'Where a page of a list stands in the list (GraphQL Cursor Connections Specification).',
  fields: (t) => ({
    hasNextPage: t.exposeBoolean('hasNextPage', { description: 'Whether nodes follow the last one.' }),
    hasPreviousPage: t.exposeBoolean('hasPreviousPage', { description: 'Whether nodes come before the first one.' }),
    startCursor: t.string({
      nullable: true,
      extensions: costs({ own: ownCosts.cursor }),
      description: 'Cursor of the first node, `null` on an empty page.',
      resolve: ({ startCursor }) => startCursor(),
    }),
    endCursor: t.string({
      nullable: true,
      extensions: costs({ own: ownCosts.cursor }),
      description: 'Cursor of the last node, `null` on an empty page.',
      resolve: ({ endCursor }) => endCursor(),
    }),
  }),
});

/** Declares the connection and edge types of a node type (GraphQL Cursor Connections Specification). */
export function connectionRef<Type extends NodeType>(
  type: Type,
  nodeRef: ObjectRef<typeof builder.$inferSchemaTypes, NodeTypes[Type]>,
) {
  return itemConnectionRef<NodeTypes[Type], ListItem<NodeTypes[Type]>>(type, nodeRef, ({ node }) => node);
}

/** The same for a list of anything. */
export function itemConnectionRef<Node, Item>(
  name: string,
  nodeRef: ObjectRef<typeof builder.$inferSchemaTypes, Node>,
  nodeOf: (item: Item) => Node,
) {
  const edgeRef = builder.objectRef<Edge<Node>>(`${name}Edge`);
  edgeRef.implement({
    description: `A ${name} in its place in a list.`,
    fields: (t) => ({
      node: t.expose('node', { type: nodeRef, description: `The ${name} itself.` }),
      cursor: t.string({
        extensions: costs({ own: ownCosts.cursor }),
        description: 'Its place, for `after` and `before`. Stays good when the content changes.',
        resolve: ({ cursor }) => cursor(),
      }),
    }),
  });

  const ref = builder.objectRef<Connection<Item>>(`${name}Connection`);
  ref.implement({
    description: `A page of a list of nodes of type ${name}.`,
    fields: (t) => ({
      nodes: t.field({
        type: [nodeRef],
        extensions: costs({ times: 'items' }),
        description: 'The nodes on this page of the list.',
        resolve: ({ items }) => items.map(nodeOf),
      }),
      edges: t.field({
        type: [edgeRef],
        extensions: costs({ times: 'items' }),
        description: 'The same nodes, each with its cursor.',
        resolve: ({ items, cursorOf }) => items.map((item) => ({ node: nodeOf(item), cursor: () => cursorOf(item) })),
      }),
      pageInfo: t.field({
        type: PageInfoRef,
        description: 'Where this page stands in the list.',
        resolve: (connection) => pageInfoOf(connection),
      }),
      totalCount: t.exposeInt('totalCount', { description: 'Nodes in the whole list.' }),
    }),
  });
  return ref;
}

interface Edge<Node> {
  readonly node: Node;
  readonly cursor: () => string;
}

function pageInfoOf<Item>({ items, hasPreviousPage, hasNextPage, cursorOf }: Connection<Item>): PageInfo {
  const [first, last] = [items[0], items.at(-1)];
  return {
    hasPreviousPage,
    hasNextPage,
    startCursor: () => (first === undefined ? null : cursorOf(first)),
    endCursor: () => (last === undefined ? null : cursorOf(last)),
  };
}
