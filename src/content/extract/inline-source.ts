import type { Heading, PhrasingContent, TableCell } from 'mdast';
import { dedentedSource } from '../mdast-node.ts';

/** The Markdown of what a heading or a cell holds, so that it stands for the same as a paragraph of its own. */
export function inlineSource(body: string, node: Heading | TableCell): string {
  const first = node.children.find((child) => !isUnseen(child));
  const last = node.children.at(-1);
  if (first === undefined || last === undefined) return '';
  const source = dedentedSource(body, first, last).trimStart();
  // in a table every pipe has a backslash, in code, too (GFM 0.29, section 4.10)
  return asParagraph(node.type === 'tableCell' ? source.replaceAll('\\|', '|') : source);
}

/** White space, and comments and the like: at the start of a paragraph, they would make a block of HTML of it. */
const isUnseen = (node: PhrasingContent): boolean =>
  (node.type === 'text' && node.value.trim() === '') || (node.type === 'html' && /^<[!?]/.test(node.value));

/** A backslash before what would begin another block: `1. Grow`, `- Grow`, `# Grow`, `> Grow`, `***`, `[Grow]: more`. */
const asParagraph = (source: string): string =>
  source
    .replace(/^(\d{1,9})(?=[.)](?:\s|$))/, '$1\\')
    .replace(/^(?=(?:[-+*]|#{1,6})(?:\s|$)|>|<[!?]|~~~|=+\s*$|([-*_])(?:[ \t]*\1){2,}[ \t]*$)/, '\\')
    .replace(/^(\[[^\]]*\])(?=:)/, '$1\\');
