/**
 * A piece of a body without what its container (a list item, a block quote) puts before each further line. Tabs count up
 * to the next multiple of 4 (CommonMark 0.31.2, section 2.2).
 *
 * @param start - where its first block begins
 * @param end - where its last block ends
 */
export function dedentedSource(body: string, start: number, end: number): string {
  const source = body.slice(start, end);
  if (!source.includes('\n')) return source;
  const lineStart = body.lastIndexOf('\n', start - 1) + 1;
  const width = columnsOf(body.slice(lineStart, start));
  const [firstLine = '', ...lines] = source.split('\n');
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
