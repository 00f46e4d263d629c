import type { NodeType, NodeTypes } from '../content/nodes.ts';
import type { FieldValue } from './contract.ts';

/** What the values of a field are: `day` is `YYYY-MM-DD`. */
export type FieldKind = 'text' | 'day' | 'number' | 'boolean' | 'linkKind';

export interface ListField<Node> {
  readonly kind: FieldKind;
  /** `null` where the node has none. */
  readonly read: (node: Node) => FieldValue | null;
}

/** The fields of each type that a list can be filtered by. */
const listFields = {
  Page: {
    language: { kind: 'text', read: ({ language }) => language },
    slug: { kind: 'text', read: ({ slug }) => slug },
    title: { kind: 'text', read: ({ title }) => title },
    description: { kind: 'text', read: ({ description }) => description },
    collection: { kind: 'text', read: ({ collection }) => collection },
    template: { kind: 'text', read: ({ template }) => template },
    path: { kind: 'text', read: ({ path }) => path },
    date: { kind: 'day', read: ({ date }) => date },
  },
  Partner: {
    language: { kind: 'text', read: ({ language }) => language },
    slug: { kind: 'text', read: ({ slug }) => slug },
    name: { kind: 'text', read: ({ name }) => name },
    url: { kind: 'text', read: ({ url }) => url },
    description: { kind: 'text', read: ({ description }) => description },
  },
  Goal: {
    language: { kind: 'text', read: ({ language }) => language },
    text: { kind: 'text', read: ({ text }) => text },
    position: { kind: 'number', read: ({ position }) => position },
  },
  Link: {
    language: { kind: 'text', read: ({ language }) => language },
    text: { kind: 'text', read: ({ text }) => text },
    url: { kind: 'text', read: ({ url }) => url },
    host: { kind: 'text', read: ({ host }) => host },
    kind: { kind: 'linkKind', read: ({ kind }) => kind },
    broken: { kind: 'boolean', read: ({ problem }) => problem !== null },
  },
} as const satisfies FieldTable;

/** Those of them that it can be ordered by. */
const orderFields = {
  Page: ['path', 'slug', 'title', 'date'],
  Partner: ['name', 'slug', 'url'],
  Goal: [],
  Link: [],
} as const satisfies { readonly [Type in NodeType]: readonly FieldName<Type>[] };

export type FieldName<Type extends NodeType> = keyof (typeof listFields)[Type] & string;
export type OrderFieldName<Type extends NodeType> = (typeof orderFields)[Type][number];

type FieldTable = { readonly [Type in NodeType]: Readonly<Record<string, ListField<NodeTypes[Type]>>> };

/** @throws when the type has no such field: whoever asks the store has checked its query. */
export function fieldOf<Type extends NodeType>(type: Type, name: string): ListField<NodeTypes[Type]> {
  const table: FieldTable = listFields;
  const fields = table[type];
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (field === undefined) throw new Error(`expected a field of ${type}, but got: ${name}`);
  return field;
}
