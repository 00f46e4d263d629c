import type { Element, Nodes as HtmlNodes } from 'hast';
import { toText } from 'hast-util-to-text';
import { inlineTextOf } from '../inline-text.ts';
import { parseHtml } from '../markdown.ts';
import { isStripped } from '../sanitize.ts';
import type { NodeId, SyntaxTree } from '../syntax-tree.ts';

export interface HtmlLink {
  readonly url: string;
  readonly text: string;
}

/**
 * The `<a href>` elements that a piece of raw HTML opens. Inline, Markdown gives the opening tag, what stands between
 * and the closing tag as siblings; as a block, it gives the whole.
 */
export function linksOfHtml(tree: SyntaxTree, node: NodeId, following: Iterable<NodeId>): readonly HtmlLink[] {
  const html = tree.valueOf(node);
  if (!opensLink(html)) return [];
  return anchorsOf(parseHtml(html)).flatMap((anchor) => {
    const url = anchor.properties['href'];
    if (typeof url !== 'string') return [];
    return { url, text: anchor.children.length > 0 ? toText(anchor).trim() : textUpToClosingTag(tree, following) };
  });
}

const opensLink = (html: string): boolean => /<a[\s/]/i.test(html);

function anchorsOf(root: HtmlNodes): readonly Element[] {
  const anchors: Element[] = [];
  const pending: HtmlNodes[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type === 'element' && isStripped(node.tagName)) continue;
    if (node.type === 'element' && node.tagName === 'a') anchors.push(node);
    if ('children' in node) pending.push(...node.children.toReversed());
  }
  return anchors;
}

/** Links do not nest: another one that opens ends this one, too. */
function textUpToClosingTag(tree: SyntaxTree, following: Iterable<NodeId>): string {
  const between: NodeId[] = [];
  for (const sibling of following) {
    const html = tree.typeOf(sibling) === 'html' ? tree.valueOf(sibling) : '';
    if (/^<\/a\s*>/i.test(html) || opensLink(html)) break;
    between.push(sibling);
  }
  return inlineTextOf(tree, between);
}
