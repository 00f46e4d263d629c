import type { ContentNode, NodeType, NodeTypes } from '../content/nodes.ts';
import { type Snapshot, slugIndexKey } from '../content/snapshot.ts';
import type { ContentReader, ContentStore, ListPosition, ListQuery, ListWindow } from './contract.ts';
import { sortKeyOf } from './sort-key.ts';

/** Keeps the current snapshot in this process. Every answer is there at once. */
export function createMemoryStore(first: Snapshot): ContentStore {
  let reader = createReader(first);
  return {
    current: () => reader,
    publish(snapshot) {
      reader = createReader(snapshot);
    },
  };
}

function createReader(snapshot: Snapshot): ContentReader {
  const { revision, builtAt, documentCount, languages, defaultLanguage } = snapshot;
  return {
    info: { revision, builtAt, documentCount, languages, defaultLanguage },
    isImmediate: true,
    getMany: (ids) => ids.map((id) => snapshot.nodes.get(id) ?? null),
    pageBySlug: (slug, language) => snapshot.pagesBySlug.get(slugIndexKey(language, slug)) ?? null,
    partnerBySlug: (slug, language) => snapshot.partnersBySlug.get(slugIndexKey(language, slug)) ?? null,
    list: (type, query) => list(snapshot, type, query),
  };
}

function list<Type extends NodeType>(
  snapshot: Snapshot,
  type: Type,
  { language, window }: ListQuery,
): ListWindow<NodeTypes[Type]> {
  const index = snapshot.indexes[type];
  const nodes: readonly NodeTypes[Type][] = language === null ? index.all : (index.byLanguage.get(language) ?? []);
  const keyOf = (node: ContentNode): string => sortKeyOf(node, snapshot);

  let start = window.after === null ? 0 : placeIn(nodes, window.after, snapshot, keyOf).end;
  let end = window.before === null ? nodes.length : placeIn(nodes, window.before, snapshot, keyOf).start;
  if (window.first !== null) end = Math.min(end, start + window.first);
  if (window.last !== null) start = Math.max(start, end - window.last);
  end = Math.max(start, end);
  return {
    items: nodes.slice(start, end).map((node) => ({ node, position: { id: node.id, sortKey: keyOf(node) } })),
    totalCount: nodes.length,
    hasPreviousPage: start > 0,
    hasNextPage: end < nodes.length,
  };
}

/** The part of the list that a position covers: the node's own place, or the gap where it belongs. */
function placeIn<Node extends ContentNode>(
  nodes: readonly Node[],
  position: ListPosition,
  snapshot: Snapshot,
  keyOf: (node: ContentNode) => string,
): { start: number; end: number } {
  const present = snapshot.nodes.get(position.id);
  const start = lowerBound(nodes, present === undefined ? position.sortKey : keyOf(present), keyOf);
  return { start, end: nodes[start]?.id === position.id ? start + 1 : start };
}

/** The index of the first node whose key is not below `key`, by binary search. */
function lowerBound<Node extends ContentNode>(
  nodes: readonly Node[],
  key: string,
  keyOf: (node: ContentNode) => string,
): number {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const node = nodes[middle];
    if (node !== undefined && keyOf(node) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
