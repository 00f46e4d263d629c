import { digest } from '../content/digest.ts';
import type { ContentNode } from '../content/nodes.ts';
import type { Snapshot } from '../content/snapshot.ts';
import {
  type ListItem,
  type ListPosition,
  type ListWindow,
  maximumPreceding,
  type SortKey,
  type WindowQuery,
} from './contract.ts';
import { compareSortKeys, sortKeyOf } from './sort-key.ts';

/** Cuts a window out of a list that is in its default order. */
export function windowOf<Node extends ContentNode>(
  nodes: readonly Node[],
  { after, before, first, last }: WindowQuery,
  snapshot: Snapshot,
): ListWindow<Node> {
  let start = after === null ? 0 : placeOf(after, nodes, snapshot).end;
  let end = before === null ? nodes.length : placeOf(before, nodes, snapshot).start;
  if (first !== null) end = Math.min(end, start + first);
  if (last !== null) start = Math.max(start, end - last);
  end = Math.max(start, end);
  return {
    items: nodes.slice(start, end).map((node, index) => itemOf(node, start + index, nodes, snapshot)),
    totalCount: nodes.length,
    hasPreviousPage: start > 0,
    hasNextPage: end < nodes.length,
  };
}

function itemOf<Node extends ContentNode>(
  node: Node,
  index: number,
  nodes: readonly Node[],
  snapshot: Snapshot,
): ListItem<Node> {
  return {
    node,
    get position() {
      return positionOf(node, index, nodes, snapshot);
    },
  };
}

function positionOf(node: ContentNode, index: number, nodes: readonly ContentNode[], snapshot: Snapshot): ListPosition {
  const sortKey = sortKeyOf(node, snapshot);
  const preceding: string[] = [];
  for (let place = index - 1; preceding.length < maximumPreceding; place--) {
    const other = nodes[place];
    if (other === undefined || sortKeyOf(other, snapshot).page !== sortKey.page) break;
    preceding.push(digest(other.id));
  }
  return { id: node.id, sortKey, preceding };
}

/** A part of a list: a node, or the gap between two where `start` is `end`. */
interface Place {
  readonly start: number;
  readonly end: number;
}

const gap = (at: number): Place => ({ start: at, end: at });

function placeOf(position: ListPosition, nodes: readonly ContentNode[], snapshot: Snapshot): Place {
  const present = snapshot.nodes.get(position.id);
  if (present === undefined) return placeOfMissing(position, nodes, snapshot);
  const start = lowerBound(nodes, sortKeyOf(present, snapshot), snapshot);
  return nodes[start]?.id === present.id ? { start, end: start + 1 } : gap(start);
}

function placeOfMissing(
  { sortKey, preceding }: ListPosition,
  nodes: readonly ContentNode[],
  snapshot: Snapshot,
): Place {
  const { page } = sortKey;
  const pageStart = lowerBound(nodes, { page, position: 0 }, snapshot);
  const pageEnd = lowerBound(nodes, { page, position: Number.POSITIVE_INFINITY }, snapshot);
  let nearest = preceding.length;
  let found = gap(preceding.length < maximumPreceding ? pageStart : lowerBound(nodes, sortKey, snapshot));
  for (let index = pageStart; index < pageEnd; index++) {
    const distance = preceding.indexOf(digest(nodes[index]?.id ?? ''));
    if (distance === -1 || distance >= nearest) continue;
    nearest = distance;
    found = gap(index + 1);
  }
  return found;
}

/** The index of the first node whose key is not below `key`, by binary search. */
function lowerBound(nodes: readonly ContentNode[], key: SortKey, snapshot: Snapshot): number {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const node = nodes[middle];
    if (node !== undefined && compareSortKeys(sortKeyOf(node, snapshot), key) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
