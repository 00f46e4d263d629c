import type { ContentNode } from '../content/nodes.ts';
import type { ListItem, ListWindow, WindowQuery } from './contract.ts';
import type { NodeOrder } from './node-order.ts';

/** Cuts a window out of a list that is sorted in this order. */
export function windowOf<Node extends ContentNode>(
  nodes: readonly Node[],
  { after, before, first, last }: WindowQuery,
  order: NodeOrder<Node>,
): ListWindow<Node> {
  let start = after === null ? 0 : order.placeOf(after, nodes).end;
  let end = before === null ? nodes.length : order.placeOf(before, nodes).start;
  if (first !== null) end = Math.min(end, start + first);
  if (last !== null) start = Math.max(start, end - last);
  end = Math.max(start, end);
  return {
    items: nodes.slice(start, end).map((node) => itemOf(node, order)),
    totalCount: nodes.length,
    hasPreviousPage: start > 0,
    hasNextPage: end < nodes.length,
  };
}

function itemOf<Node extends ContentNode>(node: Node, order: NodeOrder<Node>): ListItem<Node> {
  return { node, position: () => order.positionOf(node) };
}
