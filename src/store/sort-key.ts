import type { ContentNode, PageNode } from '../content/nodes.ts';
import type { Snapshot } from '../content/snapshot.ts';
import type { SortKey } from './contract.ts';

/** The sort key of a node; nodes of one type in the order of their keys are in their default order. */
export function sortKeyOf(node: ContentNode, snapshot: Snapshot): SortKey {
  if (node.type === 'Page') return { page: pageKey(node), position: 0 };
  const page = snapshot.nodes.get(node.type === 'Partner' ? node.placeId : node.pageId);
  return { page: page?.type === 'Page' ? pageKey(page) : '', position: node.position };
}

export function compareSortKeys(a: SortKey, b: SortKey): number {
  if (a.page !== b.page) return a.page < b.page ? -1 : 1;
  return a.position - b.position;
}

const pageKey = ({ path, language, source }: PageNode): string => [path, language, source.path].join('\0');
