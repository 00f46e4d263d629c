import type { Html, Link, Nodes } from 'mdast';
import type { ParsedDocument } from '../document.ts';
import { isParent, spanOf } from '../mdast-node.ts';

/** Where a body holds running text: starts and ends in turn, in UTF-16 code units of the body, in its order. */
export type Prose = Uint32Array;

/** The running text of a body, headings, tables and the text within raw HTML included; code and addresses are not. */
export function proseOf({ tree }: Pick<ParsedDocument, 'tree'>): Prose {
  const ranges: number[] = [];

  function visit(node: Nodes): void {
    if (node.type === 'text') {
      const { start, end } = spanOf(node);
      ranges.push(start, end);
    } else if (node.type === 'html') {
      for (const range of textOfHtml(node)) ranges.push(range);
    } else if (isParent(node) && !(node.type === 'link' && isAddress(node))) {
      for (const child of node.children) visit(child);
    }
  }
  visit(tree);
  return Uint32Array.from(ranges);
}

/** A link whose text is its own address: `<https://example.org>`. */
function isAddress({ url, children: [only, ...others] }: Link): boolean {
  return others.length === 0 && only?.type === 'text' && url.endsWith(only.value);
}

/** Starts and ends of what stands between the tags of a piece of HTML; scripts and styles have no text. */
function* textOfHtml(node: Html): Iterable<number> {
  const { start } = spanOf(node);
  const pattern = /<!--.*?(?:-->|$)|<(script|style|svg|math)\b.*?(?:<\/\1\s*>|$)|<[^>]*>?/gis;
  let from = 0;
  for (const { 0: tag, index } of node.value.matchAll(pattern)) {
    if (index > from) yield* [start + from, start + index];
    from = index + tag.length;
  }
  if (from < node.value.length) yield* [start + from, start + node.value.length];
}
