import type { ObjectRef } from '@pothos/core';
import type { ContentNode, NodeType, NodeTypes } from '../content/nodes.ts';
import type { ListItem, ListWindow, WindowQuery } from '../store/contract.ts';
import { builder } from './builder.ts';
import type { Context } from './context.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { badUserInput } from './errors.ts';

/** Nodes on a page of a list when the client does not say. */
const defaultFirst = 50;
/** Nodes on a page of a list at the most. */
const maximumFirst = 200;

interface PageInfo {
  readonly type: NodeType;
  readonly window: ListWindow<ContentNode>;
}

const PageInfoRef = builder.objectRef<PageInfo>('PageInfo');

PageInfoRef.implement({
  description: 'Where a page of a list stands in the list (GraphQL Cursor Connections Specification).',
  fields: (t) => ({
    hasNextPage: t.boolean({
      description: 'Whether nodes follow the last one.',
      resolve: ({ window }) => window.hasNextPage,
    }),
    hasPreviousPage: t.boolean({
      description: 'Whether nodes come before the first one.',
      resolve: ({ window }) => window.hasPreviousPage,
    }),
    startCursor: t.string({
      nullable: true,
      description: 'Cursor of the first node, `null` on an empty page.',
      resolve: ({ type, window }) => cursorOf(type, window.items[0]),
    }),
    endCursor: t.string({
      nullable: true,
      description: 'Cursor of the last node, `null` on an empty page.',
      resolve: ({ type, window }) => cursorOf(type, window.items.at(-1)),
    }),
  }),
});

function cursorOf(type: NodeType, item: ListItem<ContentNode> | undefined): string | null {
  return item === undefined ? null : encodeCursor(type, item.position);
}

/** Declares the connection and edge types of a node type (GraphQL Cursor Connections Specification). */
export function connectionRef<Type extends NodeType>(
  type: Type,
  nodeRef: ObjectRef<typeof builder.$inferSchemaTypes, NodeTypes[Type]>,
) {
  const edgeRef = builder.objectRef<ListItem<NodeTypes[Type]>>(`${type}Edge`);
  edgeRef.implement({
    description: `A ${type} in its place in a list.`,
    fields: (t) => ({
      node: t.expose('node', { type: nodeRef, description: `The ${type} itself.` }),
      cursor: t.string({
        description: 'Its place, for `after` and `before`. Stays good when the content changes.',
        resolve: ({ position }) => encodeCursor(type, position),
      }),
    }),
  });

  const ref = builder.objectRef<ListWindow<NodeTypes[Type]>>(`${type}Connection`);
  ref.implement({
    description: `A page of a list of nodes of type ${type}.`,
    fields: (t) => ({
      nodes: t.field({
        type: [nodeRef],
        description: 'The nodes on this page of the list.',
        resolve: ({ items }) => items.map(({ node }) => node),
      }),
      edges: t.field({
        type: [edgeRef],
        description: 'The same nodes, each with its cursor.',
        resolve: ({ items }) => items,
      }),
      pageInfo: t.field({
        type: PageInfoRef,
        description: 'Where this page stands in the list.',
        resolve: (window) => ({ type, window }),
      }),
      totalCount: t.int({
        description: 'Nodes in the whole list.',
        resolve: ({ totalCount }) => totalCount,
      }),
    }),
  });
  return ref;
}

/** The arguments of every root list. */
export const listArguments = builder.args((t) => ({
  language: t.field({ type: 'Language', description: 'Only nodes of this language; left out, of every language.' }),
  first: t.int({
    description: `At most so many nodes, from the front: 0 to ${maximumFirst}. Left out, and \`last\` too, ${defaultFirst}.`,
  }),
  after: t.string({ description: 'Only nodes after this cursor.' }),
  last: t.int({ description: `At most so many nodes, from the back: 0 to ${maximumFirst}.` }),
  before: t.string({ description: 'Only nodes before this cursor.' }),
}));

interface ListArguments {
  readonly language?: string | null | undefined;
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** Checks the arguments of a root list, and asks the store. */
export function readList<Type extends NodeType>(type: Type, args: ListArguments, { reader }: Context) {
  return reader.list(type, {
    languages: args.language == null ? null : [args.language],
    filter: null,
    order: [],
    window: windowOf(type, args),
  });
}

function windowOf(type: NodeType, { first, after, last, before }: ListArguments): WindowQuery {
  const isOpen = first == null && last == null;
  return {
    first: isOpen ? defaultFirst : checkedSize('first', first),
    last: checkedSize('last', last),
    after: after == null ? null : decodeCursor(type, 'after', after),
    before: before == null ? null : decodeCursor(type, 'before', before),
  };
}

function checkedSize(argument: 'first' | 'last', size: number | null | undefined): number | null {
  if (size == null) return null;
  if (size >= 0 && size <= maximumFirst) return size;
  throw badUserInput(`Expected "${argument}" to be from 0 to ${maximumFirst}, but got: ${size}.`);
}
