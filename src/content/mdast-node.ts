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

/**
 * The source of some blocks, from the first to the last, without what their container (a list item, a block quote) puts
 * before each further line. Tabs count up to the next multiple of 4 (CommonMark 0.31.2, section 2.2).
 */
export function dedentedSource(body: string, first: Nodes, last: Nodes): string {
  const { start } = spanOf(first);
  const lineStart = body.lastIndexOf('\n', start - 1) + 1;
  const width = columnsOf(body.slice(lineStart, start));
  const [firstLine = '', ...lines] = body.slice(start, spanOf(last).end).split('\n');
  return [firstLine, ...lines.map((line) => withoutColumns(line, width))].join('\n');
}

const afterCharacter = (column: number, character: string): number =>
  character === '\t' ? column - (column % 4) + 4 : column + 1;

const columnsOf = (text: string): number => [...text].reduce(afterCharacter, 0);

/** A line without its first columns, as far as they are white space or marks of a block quote. */
function withoutColumns(line: string, columns: number): string {
  let column = 0;
  let index = 0;
  while (column < columns && /[ \t>]/.test(line[index] ?? '')) column = afterCharacter(column, line[index++] ?? '');
  return ' '.repeat(Math.max(0, column - columns)) + line.slice(index);
}
