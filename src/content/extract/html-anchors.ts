import type { Nodes } from 'mdast';
import { isParent } from '../mdast-node.ts';
import type { ParsedDocument } from '../document.ts';

/** Ids and names of elements in raw HTML: what a link can lead to beside headings. */
export function anchorsOf({ tree }: Pick<ParsedDocument, 'tree'>): readonly string[] {
  const anchors: string[] = [];
  function visit(node: Nodes): void {
    if (node.type === 'html') {
      for (const match of node.value.matchAll(/<[a-z][^>]*?\s(?:id|name)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)) {
        anchors.push(match[1] ?? match[2] ?? '');
      }
    }
    if (isParent(node)) node.children.forEach(visit);
  }
  visit(tree);
  return anchors;
}
