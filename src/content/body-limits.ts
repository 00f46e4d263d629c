import { limits } from './limits.ts';
import type { NodeId, SyntaxTree } from './syntax-tree.ts';

/** What in a body would take the Markdown engine too long, told before it is asked; `null` when nothing does. */
export function costlyText(body: string): string | null {
  return costs.find(({ pattern, maximum }) => isOver(body, pattern, maximum))?.message ?? null;
}

const costs = [
  {
    pattern: /[*_~]+/g,
    maximum: limits.delimitersInBlock,
    message: `expected at most ${limits.delimitersInBlock} runs of "*", "_" or "~" in one block, but found more`,
  },
  {
    pattern: /&/g,
    maximum: limits.ampersandsInBlock,
    message: `expected at most ${limits.ampersandsInBlock} "&" in one block, but found more`,
  },
] as const;

function isOver(body: string, pattern: RegExp, maximum: number): boolean {
  const count = (text: string): number => text.match(pattern)?.length ?? 0;
  // a short body cannot hold as many
  return (
    body.length > maximum && count(body) > maximum && body.split(/\n[ \t]*\n/).some((block) => count(block) > maximum)
  );
}

/** The table with which all have more cells than may be, or `null`. */
export function tooLargeTable(tree: SyntaxTree, tables: readonly NodeId[]): NodeId | null {
  let cells = 0;
  for (const table of tables) {
    const rows = tree.childCountOf(table);
    if (rows > 0) cells += tree.childCountOf(tree.childOf(table, 0)) * rows;
    if (cells > limits.tableCells) return table;
  }
  return null;
}

/** The piece of raw HTML with which more elements are open than may be, or `null`. */
export function tooDeepHtml(tree: SyntaxTree, nodes: readonly NodeId[]): NodeId | null {
  // what is shorter than the elements that may be open cannot open more
  if (nodes.reduce((length, node) => length + tree.endOf(node) - tree.startOf(node), 0) <= limits.htmlDepth)
    return null;
  let open = 0;
  let openForeign = 0;
  for (const node of nodes.toSorted((a, b) => tree.startOf(a) - tree.startOf(b))) {
    for (const [tag, slash, name] of withoutComments(tree.valueOf(node)).matchAll(/<(\/?)([a-z][^\s/>]*)[^>]*>?/gi)) {
      const step = slash === '' ? 1 : -1;
      // only SVG and MathML elements can close themselves
      if (name === undefined || isFlat(name) || (openForeign > 0 && tag.endsWith('/>'))) continue;
      if (/^(?:svg|math)$/i.test(name)) openForeign = Math.max(0, openForeign + step);
      open = Math.max(0, open + step);
      if (open > limits.htmlDepth) return node;
    }
  }
  return null;
}

function withoutComments(html: string): string {
  const [first = '', ...rest] = html.split('<!--');
  return (
    first + rest.map((piece) => piece.slice(piece.includes('-->') ? piece.indexOf('-->') + 3 : piece.length)).join('')
  );
}

/** Elements that have no content, or that the next one of their kind closes (HTML living standard, 13.1.2): neither nests. */
const isFlat = (name: string): boolean =>
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|dt|dd|td|th|tr)$/i.test(name);
