import type { Element, Nodes as HtmlNodes } from 'hast';
import { toText } from 'hast-util-to-text';
import type { Html, Nodes } from 'mdast';
import { parseHtml } from '../markdown.ts';
import { inlineTextOf } from '../mdast-node.ts';
import { isStripped } from '../sanitize.ts';

export interface HtmlLink {
  readonly url: string;
  readonly text: string;
}

/**
 * The `<a href>` elements that a piece of raw HTML opens. Inline, Markdown gives the opening tag, what stands between
 * and the closing tag as siblings; as a block, it gives the whole.
 */
export function linksOfHtml(node: Html, following: Iterable<Nodes>): readonly HtmlLink[] {
  if (!opensLink(node)) return [];
  return anchorsOf(parseHtml(node.value)).flatMap((anchor) => {
    const url = anchor.properties['href'];
    if (typeof url !== 'string') return [];
    return { url, text: anchor.children.length > 0 ? toText(anchor).trim() : textUpToClosingTag(following) };
  });
}

const opensLink = (node: Html): boolean => /<a[\s/]/i.test(node.value);

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
function textUpToClosingTag(following: Iterable<Nodes>): string {
  const between: Nodes[] = [];
  for (const sibling of following) {
    if (sibling.type === 'html' && (/^<\/a\s*>/i.test(sibling.value) || opensLink(sibling))) break;
    between.push(sibling);
  }
  return inlineTextOf(between);
}
