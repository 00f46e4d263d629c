import { digest } from '../content/digest.ts';
import { keyOnPage } from '../content/join/identity.ts';
import type { ContentNode, NodeType, NodeTypes, PageNode } from '../content/nodes.ts';
import type { Snapshot } from '../content/snapshot.ts';
import { type ListPosition, maximumPreceding } from './contract.ts';
import type { NodeOrder } from './node-order.ts';
import { firstIndex, gapAt, type Place, placeOfKey } from './place.ts';
import { beginningOfPage, compareSortKeys, isOfSamePage, sourceKeyOf } from './sort-key.ts';

/** The default order of pages: by path, language and file. */
export function createPageOrder(snapshot: Snapshot): NodeOrder<PageNode> {
  return {
    sort: (pages) => pages,
    positionOf: (page) => ({ id: page.id, sortKey: sourceKeyOf(page, snapshot), preceding: [] }),
    placeOf: ({ id, sortKey }, pages) =>
      placeOfKey(pages, id, (page) => compareSortKeys(sourceKeyOf(page, snapshot), sortKey)),
  };
}

/**
 * The default order of what stands on pages: as the source lists it. A line that is inserted shifts the numbers of all
 * that follow, so a position goes by the nodes themselves while they are on their page.
 */
export function createSourceOrder<Type extends Exclude<NodeType, 'Page'>>(
  type: Type,
  snapshot: Snapshot,
): NodeOrder<NodeTypes[Type]> {
  type Node = NodeTypes[Type];
  const all = (): readonly Node[] => snapshot.indexes[type].all;
  const keyOf = (node: Node) => sourceKeyOf(node, snapshot);

  function precedingOf(node: Node): readonly string[] {
    const key = keyOf(node);
    const index = firstIndex(all(), (other) => compareSortKeys(keyOf(other), key) >= 0);
    const before = all()
      .slice(Math.max(0, index - maximumPreceding), index)
      .reverse();
    const end = before.findIndex((other) => !isOfSamePage(keyOf(other), key));
    return before.slice(0, end === -1 ? before.length : end).map((other) => digest(keyOnPage(other)));
  }

  /** The nodes on the page of a position. */
  function* nodesOfPage({ sortKey }: ListPosition): Iterable<Node> {
    const nodes = all();
    const start = firstIndex(nodes, (node) => compareSortKeys(keyOf(node), beginningOfPage(sortKey)) >= 0);
    for (let index = start; index < nodes.length; index++) {
      const node = nodes[index];
      if (node === undefined || !isOfSamePage(keyOf(node), sortKey)) break;
      yield node;
    }
  }

  /** The node of a position while it is on its page; its id is another one where its page's id is. */
  function presentNode(position: ListPosition): ContentNode | undefined {
    const node = snapshot.nodes.get(position.id);
    if (node !== undefined && isOfSamePage(sourceKeyOf(node, snapshot), position.sortKey)) return node;
    const key = keyOnPage({ type, id: position.id });
    for (const other of nodesOfPage(position)) if (keyOnPage(other) === key) return other;
    return undefined;
  }

  /** Of the nodes that came before a position on its page the nearest that is still there. */
  function nearestPreceding(position: ListPosition): Node | null {
    const { preceding } = position;
    let nearest = preceding.length;
    let found: Node | null = null;
    for (const node of nodesOfPage(position)) {
      const distance = preceding.indexOf(digest(keyOnPage(node)));
      if (distance === -1 || distance >= nearest) continue;
      nearest = distance;
      found = node;
    }
    return found;
  }

  function placeOfMissing(position: ListPosition, nodes: readonly Node[]): Place {
    const { sortKey, preceding } = position;
    const before = nearestPreceding(position);
    if (before !== null) {
      const key = keyOf(before);
      return gapAt(firstIndex(nodes, (node) => compareSortKeys(keyOf(node), key) > 0));
    }
    // all that came before it on its page is known, and gone
    const key = preceding.length < maximumPreceding ? beginningOfPage(sortKey) : sortKey;
    return gapAt(firstIndex(nodes, (node) => compareSortKeys(keyOf(node), key) >= 0));
  }

  return {
    sort: (nodes) => nodes,
    positionOf: (node) => ({ id: node.id, sortKey: keyOf(node), preceding: precedingOf(node) }),
    placeOf(position, nodes) {
      const present = presentNode(position);
      if (present === undefined) return placeOfMissing(position, nodes);
      const key = sourceKeyOf(present, snapshot);
      return placeOfKey(nodes, present.id, (node) => compareSortKeys(keyOf(node), key));
    },
  };
}
