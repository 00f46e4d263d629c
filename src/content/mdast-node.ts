import type { Nodes, Parents } from 'mdast';

/** The words of a node as a reader sees them in one line; raw HTML tags are left out, but what stands between them is kept. */
export function inlineText(node: Nodes): string {
  return inlineTextOf([node]);
}

/** The same of several nodes that stand side by side. */
export function inlineTextOf(nodes: readonly Nodes[]): string {
  return nodes.map(collect).join('').replace(/\s+/g, ' ').trim();
}

function collect(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return node.value;
    case 'image':
    case 'imageReference':
      return node.alt ?? '';
    case 'break':
      return ' ';
    case 'html':
      return /^<br\b/i.test(node.value) ? ' ' : '';
    default:
      return isParent(node) ? node.children.map(collect).join('') : '';
  }
}

export function isParent(node: Nodes): node is Parents {
  return 'children' in node;
}

/** Where a node stands in the text that was parsed: lines and columns from 1, offsets in UTF-16 code units from 0. */
export interface Span {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly start: number;
  readonly end: number;
}

export function spanOf(node: Nodes): Span {
  const { position } = node;
  if (position?.start.offset === undefined || position.end.offset === undefined) {
    throw new Error(`expected the parser to place every node, but got none for: ${node.type}`);
  }
  return {
    startLine: position.start.line,
    startColumn: position.start.column,
    endLine: position.end.line,
    start: position.start.offset,
    end: position.end.offset,
  };
}

/** The source of some blocks, from the first to the last, without what its container (a list, a quote) puts before each further line. */
export function dedentedSource(body: string, first: Nodes, last: Nodes): string {
  const { start, startColumn } = spanOf(first);
  const container = new RegExp(`^[ \\t>]{0,${startColumn - 1}}`, 'gm');
  return body.slice(start, spanOf(last).end).replace(container, '');
}
