import type { NodeType, NodeTypes } from '../content/nodes.ts';
import type { Snapshot } from '../content/snapshot.ts';
import { nodesOfChain } from './chain.ts';
import { collationOf } from './collation.ts';
import type { ListQuery, ListWindow } from './contract.ts';
import { compileFilter } from './filter.ts';
import { createKeyOrder } from './key-order.ts';
import { windowOf } from './list-window.ts';
import { createMemo } from './memo.ts';
import type { NodeOrder } from './node-order.ts';
import { createSortFields } from './sort-fields.ts';

/** Sorted lists that are kept for each type. */
const maximumKept = 32;

/** Answers queries for the nodes of a type. A list is sorted when somebody asks for it, and kept for those who ask again. */
export function createNodeList<Type extends NodeType>(
  type: Type,
  snapshot: Snapshot,
  defaultOrder: NodeOrder<NodeTypes[Type]>,
): (query: ListQuery) => ListWindow<NodeTypes[Type]> {
  const kept = createMemo<readonly NodeTypes[Type][]>(maximumKept);
  const sortFieldOf = createSortFields(type, snapshot);
  return ({ languages, filter, order: keys, window }) => {
    const collation = keys.length === 0 ? null : collationOf(languages, snapshot.defaultLanguage);
    const order = collation === null ? defaultOrder : createKeyOrder(keys.map((key) => sortFieldOf(key, collation)));
    const present =
      languages === null ? null : [...new Set(languages)].filter((tag) => snapshot.indexes[type].byLanguage.has(tag));
    const sorted = kept(JSON.stringify([present, collation, keys]), () =>
      order.sort(nodesOfChain(snapshot, type, present)),
    );
    const nodes = filter === null ? sorted : sorted.filter(compileFilter(type, filter));
    return windowOf(nodes, window, order);
  };
}
