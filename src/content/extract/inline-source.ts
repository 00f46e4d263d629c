import { dedentedSource } from '../dedented-source.ts';
import type { NodeId, SyntaxTree } from '../syntax-tree.ts';
import type { ReadContext } from './rule-item.ts';

/** The Markdown of what a heading or a cell holds, so that it stands for the same as a paragraph of its own. */
export function inlineSource(node: NodeId, { tree, body }: Pick<ReadContext, 'tree' | 'body'>): string {
  const children = tree.childrenOf(node);
  const first = children.find((child) => !isUnseen(tree, child));
  const last = children.at(-1);
  if (first === undefined || last === undefined) return '';
  const source = dedentedSource(body, tree.startOf(first), tree.endOf(last)).trimStart();
  // in a table every pipe has a backslash, in code, too (GFM 0.29, section 4.10)
  return asParagraph(tree.typeOf(node) === 'tableCell' ? source.replaceAll('\\|', '|') : source);
}

/** White space, and comments and the like: at the start of a paragraph, they would make a block of HTML of it. */
function isUnseen(tree: SyntaxTree, node: NodeId): boolean {
  const type = tree.typeOf(node);
  return (
    (type === 'text' && tree.valueOf(node).trim() === '') || (type === 'html' && /^<[!?]/.test(tree.valueOf(node)))
  );
}

/** A backslash before what would begin another block: `1. Grow`, `- Grow`, `# Grow`, `> Grow`, `***`, `[Grow]: more`. */
const asParagraph = (source: string): string =>
  source
    .replace(/^(\d{1,9})(?=[.)](?:\s|$))/, '$1\\')
    .replace(/^(?=(?:[-+*]|#{1,6})(?:\s|$)|>|<[!?]|~~~|=+\s*$|([-*_])(?:[ \t]*\1){2,}[ \t]*$)/, '\\')
    .replace(/^(\[[^\]]*\])(?=:)/, '$1\\');
