import type { ContentNode } from '../content/nodes.ts';

/** A part of a list: a node, or the gap between two where `start` is `end`. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

export const gapAt = (index: number): Place => ({ start: index, end: index });

/**
 * The place of a key in a list: the node that has it, or the gap where it belongs; beside that gap, the node that it was
 * taken of.
 *
 * @param compare - negative for a node that comes before the key, 0 for one that has it
 * @param id - of the node that the key was taken of
 */
export function placeOfKey<Node extends ContentNode>(
  nodes: readonly Node[],
  id: string,
  compare: (node: Node) => number,
): Place {
  const index = firstIndex(nodes, (node) => compare(node) >= 0);
  const before = nodes[index - 1];
  const after = nodes[index];
  if (after !== undefined && (after.id === id || compare(after) === 0)) return { start: index, end: index + 1 };
  return before?.id === id ? { start: index - 1, end: index } : gapAt(index);
}

/** The index of the first item for which this holds, by binary search: it holds for all after it, too. */
export function firstIndex<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item === undefined || holds(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
