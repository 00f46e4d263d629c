import type { ContentNode } from '../content/nodes.ts';
import type { Snapshot } from '../content/snapshot.ts';

/**
 * A text whose order (UTF-16 code units) is the default order of the node's type: pages by path, language and id; what
 * stands on pages by its page and the position there.
 */
export function sortKeyOf(node: ContentNode, snapshot: Snapshot): string {
  if (node.type === 'Page') return [node.path, node.language, node.id].join('\0');
  const page = snapshot.nodes.get(node.type === 'Partner' ? (node.pageIds[0] ?? '') : node.pageId);
  const position = String(node.position).padStart(9, '0');
  return [page === undefined ? '' : sortKeyOf(page, snapshot), position, node.id].join('\0');
}
