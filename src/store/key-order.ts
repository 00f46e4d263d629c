import type { ContentNode } from '../content/nodes.ts';
import type { OrderKey, SortKey } from './contract.ts';
import type { FieldRanks, SortValue } from './field-ranks.ts';
import type { NodeOrder } from './node-order.ts';
import { placeOfKey } from './place.ts';

/** A field that an order goes by. */
export interface SortField<Node extends ContentNode> {
  readonly direction: OrderKey['direction'];
  readonly read: (node: Node) => SortValue | null;
  readonly ranks: FieldRanks;
}

/** The order by the values of fields, the first before the second, and then by id. */
export function createKeyOrder<Node extends ContentNode>(fields: readonly SortField<Node>[]): NodeOrder<Node> {
  const sortKeyOf = (node: Node): SortKey => fields.map(({ read }) => read(node));
  const entryOf = (node: Node): Entry => ({ id: node.id, ranks: ranksOf(sortKeyOf(node)) });

  /** The ranks of values so that the lower one comes first. */
  function ranksOf(sortKey: SortKey): readonly number[] {
    return fields.map(({ direction, ranks }, index) => {
      const value = sortKey[index] ?? null;
      if (value === null) return Number.POSITIVE_INFINITY;
      return direction === 'ASC' ? ranks.rankOf(value) : -ranks.rankOf(value);
    });
  }

  return {
    sort: (nodes) =>
      nodes
        .map((node) => ({ node, ...entryOf(node) }))
        .sort(compareEntries)
        .map(({ node }) => node),
    positionOf: (node) => ({ id: node.id, sortKey: sortKeyOf(node), preceding: [] }),
    placeOf({ id, sortKey }, nodes) {
      const wanted = { id, ranks: ranksOf(sortKey) };
      return placeOfKey(nodes, id, (node) => compareEntries(entryOf(node), wanted));
    },
  };
}

interface Entry {
  readonly id: string;
  readonly ranks: readonly number[];
}

function compareEntries(a: Entry, b: Entry): number {
  for (const [index, rank] of a.ranks.entries()) {
    const other = b.ranks[index] ?? 0;
    if (rank !== other) return rank < other ? -1 : 1;
  }
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
