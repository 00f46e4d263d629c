import type { NodeId, SyntaxTree } from './syntax-tree.ts';

/** The words of a node as a reader sees them in one line; raw HTML tags are left out, but what stands between them is kept. */
export function inlineText(tree: SyntaxTree, node: NodeId): string {
  return inOneLine(collect(tree, node));
}

/** The same of several nodes that stand side by side. */
export function inlineTextOf(tree: SyntaxTree, nodes: readonly NodeId[]): string {
  return inOneLine(nodes.map((node) => collect(tree, node)).join(''));
}

function collect(tree: SyntaxTree, node: NodeId): string {
  const type = tree.typeOf(node);
  if (type === 'text' || type === 'inlineCode' || type === 'code') return tree.valueOf(node);
  if (type === 'image' || type === 'imageReference') return tree.altOf(node);
  if (type === 'break') return ' ';
  if (type === 'html') return /^<br\b/i.test(tree.valueOf(node)) ? ' ' : '';
  const count = tree.childCountOf(node);
  let text = '';
  for (let index = 0; index < count; index++) text += collect(tree, tree.childOf(node, index));
  return text;
}

const inOneLine = (text: string): string => (/[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
