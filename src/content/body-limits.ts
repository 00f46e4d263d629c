import { mostAttributes } from './count-attributes.ts';
import { limits } from './limits.ts';
import { type NodeId, rootNode, type SyntaxTree } from './syntax-tree.ts';

/** The node with which a body has more nodes and tags of raw HTML than may be, or `null`. */
export function oneNodeTooMany(tree: SyntaxTree): NodeId | null {
  const htmlLength = lengthOf(tree, tree.nodesOf('html'));
  if (tree.nodes.length + htmlLength <= limits.nodes) return null;
  let count = 0;
  for (const node of tree.nodes) {
    count += tree.typeOf(node) === 'html' ? tree.valueOf(node).split(/<(?=[a-z/])/i).length : 1;
    if (count > limits.nodes) return node;
  }
  return null;
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

/** The piece of raw HTML with a tag of more attributes than may be, or `null`. A tag can go on in the next piece. */
export function tooManyAttributes(tree: SyntaxTree, nodes: readonly NodeId[]): NodeId | null {
  // an attribute takes a letter and a blank at the least
  if (lengthOf(tree, nodes) <= 2 * limits.attributesOfTag) return null;
  const { count, offset } = mostAttributes(nodes.map((node) => tree.valueOf(node)).join(''));
  if (count <= limits.attributesOfTag) return null;
  let end = 0;
  for (const node of nodes) {
    end += tree.valueOf(node).length;
    if (end > offset) return node;
  }
  return rootNode;
}

/** The piece of raw HTML with which more elements are open than may be, or `null`. */
export function tooDeepHtml(tree: SyntaxTree, nodes: readonly NodeId[]): NodeId | null {
  // what is shorter than the elements that may be open cannot open more
  if (lengthOf(tree, nodes) <= limits.htmlDepth) return null;
  const openByName = new Map<string, number>();
  let open = 0;
  let openForeign = 0;
  for (const node of nodes.toSorted((a, b) => tree.startOf(a) - tree.startOf(b))) {
    for (const [tag, slash, name] of withoutComments(tree.valueOf(node)).matchAll(/<(\/?)([a-z][^\s/>]*)[^>]*>?/gi)) {
      const lowerName = name?.toLowerCase() ?? '';
      const openAlike = openByName.get(lowerName) ?? 0;
      const step = slash === '' ? 1 : -1;
      // only SVG and MathML elements can close themselves
      if (isFlat(lowerName) || (openForeign > 0 && tag.endsWith('/>'))) continue;
      // what is not open cannot be closed
      if (step === -1 && openAlike === 0) continue;
      openByName.set(lowerName, openAlike + step);
      if (/^(?:svg|math)$/.test(lowerName)) openForeign += step;
      open += step;
      if (open > limits.htmlDepth) return node;
    }
  }
  return null;
}

const lengthOf = (tree: SyntaxTree, nodes: readonly NodeId[]): number =>
  nodes.reduce((length, node) => length + tree.endOf(node) - tree.startOf(node), 0);

function withoutComments(html: string): string {
  const [first = '', ...rest] = html.split('<!--');
  return (
    first + rest.map((piece) => piece.slice(piece.includes('-->') ? piece.indexOf('-->') + 3 : piece.length)).join('')
  );
}

/** Elements that have no content, or that the next one of their kind closes (HTML living standard, 13.1.2): neither nests. */
const isFlat = (name: string): boolean =>
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|dt|dd|td|th|tr)$/.test(name);
