import type { ParsedDocument } from '../document.ts';
import type { NodeId, SyntaxTree } from '../syntax-tree.ts';

/** Where a body holds running text: starts and ends in turn, in UTF-16 code units of the body, in its order. */
export type Prose = Uint32Array;

/** The running text of a body, headings, tables and the text within raw HTML included; code and addresses are not. */
export function proseOf({ tree }: Pick<ParsedDocument, 'tree'>): Prose {
  const ranges: number[] = [];
  for (const node of tree.nodesOf('text', 'html')) {
    if (tree.typeOf(node) === 'html') {
      for (const range of textOfHtml(tree.valueOf(node), tree.startOf(node))) ranges.push(range);
    } else if (!isAddress(tree, node)) ranges.push(tree.startOf(node), tree.endOf(node));
  }
  return new Uint32Array(ranges);
}

/** The text of a link that is the link's own address: `<https://example.org>`. */
function isAddress(tree: SyntaxTree, text: NodeId): boolean {
  const parent = tree.parentOf(text);
  return (
    tree.typeOf(parent) === 'link' && tree.childCountOf(parent) === 1 && tree.urlOf(parent).endsWith(tree.valueOf(text))
  );
}

/** Starts and ends of what stands between the tags of a piece of HTML; scripts and styles have no text. */
function* textOfHtml(html: string, start: number): Iterable<number> {
  const pattern = /<!--.*?(?:-->|$)|<(script|style|svg|math)\b.*?(?:<\/\1\s*>|$)|<[^>]*>?/gis;
  let from = 0;
  for (const { 0: tag, index } of html.matchAll(pattern)) {
    if (index > from) yield* [start + from, start + index];
    from = index + tag.length;
  }
  if (from < html.length) yield* [start + from, start + html.length];
}
