import type { ContentNode } from '../content/nodes.ts';
import type { ListPosition } from './contract.ts';
import type { Place } from './place.ts';

/** A total order of the nodes of one type, in one revision. */
export interface NodeOrder<Node extends ContentNode> {
  /** Nodes that are in their default order, in this one. */
  sort(nodes: readonly Node[]): readonly Node[];
  positionOf(node: Node): ListPosition;
  /** Where a position of this order, perhaps of another revision, stands in nodes that are sorted. */
  placeOf(position: ListPosition, nodes: readonly Node[]): Place;
}
