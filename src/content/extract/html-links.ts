import type { Element, Nodes as HtmlNodes } from 'hast';
import { toText } from 'hast-util-to-text';
import type { Html, Nodes, Parents } from 'mdast';
import { parseHtml } from '../markdown.ts';
import { inlineText } from '../mdast-node.ts';

export interface HtmlLink {
  readonly url: string;
  readonly text: string;
}

/**
 * The `<a href>` elements that a piece of raw HTML opens. Inline, Markdown gives the opening tag, what stands between
 * and the closing tag as siblings; as a block, it gives the whole.
 */
export function linksOfHtml(node: Html, parent: Parents): readonly HtmlLink[] {
  if (!/<a\s/i.test(node.value)) return [];
  return anchorsOf(parseHtml(node.value)).flatMap((anchor) => {
    const url = anchor.properties['href'];
    if (typeof url !== 'string') return [];
    return { url, text: anchor.children.length > 0 ? toText(anchor).trim() : textUpToClosingTag(node, parent) };
  });
}

function anchorsOf(root: HtmlNodes): readonly Element[] {
  const anchors: Element[] = [];
  const pending: HtmlNodes[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type === 'element' && node.tagName === 'a') anchors.push(node);
    if ('children' in node) pending.push(...node.children.toReversed());
  }
  return anchors;
}

function textUpToClosingTag(node: Html, parent: Parents): string {
  const siblings: readonly Nodes[] = parent.children;
  const following = siblings.slice(siblings.indexOf(node) + 1);
  const end = following.findIndex((sibling) => sibling.type === 'html' && /^<\/a\s*>/i.test(sibling.value));
  const between = end === -1 ? [] : following.slice(0, end);
  return between.map(inlineText).join(' ').replace(/\s+/g, ' ').trim();
}
