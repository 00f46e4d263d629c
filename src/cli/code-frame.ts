import type { Place } from '../content/diagnostic.ts';
import { displayWidth } from './display-width.ts';
import type { ReportStyle } from './report/check-report.ts';
import { printable } from './terminal.ts';

/** Lines before and after the one that is meant. */
const context = 2;
/** UTF-16 code units of a line that are shown at most and at least, and which part of them before the column. */
const longest = 100;
const shortest = 10;
const partBefore = 0.6;
const tabWidth = 4;

/**
 * The lines around a place, numbered, with a `^` under its column. Blank lines at both ends are left out, long lines cut.
 *
 * @param lines - of the file, without line ends
 * @returns no lines for a place that is not in the file
 */
export function codeFrame(
  lines: readonly string[],
  { line, column }: Place,
  { paint, columns }: ReportStyle,
): readonly string[] {
  const meant = lines[line - 1];
  if (meant === undefined) return [];
  const numbers = shownNumbers(lines, line);
  const gutter = String(numbers.at(-1)).length;
  return numbers.flatMap((number) => {
    const isMeant = number === line;
    const label = `${isMeant ? '>' : ' '} ${String(number).padStart(gutter)} |`;
    const { text, cells } = shownLine(lines[number - 1] ?? '', isMeant ? column : 1, columns - label.length - 1);
    const shown = `${paint(isMeant ? 'bold' : 'dim', label)} ${text}`.trimEnd();
    if (!isMeant) return shown;
    const marker = `${paint('dim', `  ${' '.repeat(gutter)} |`)} ${' '.repeat(cells)}${paint(['red', 'bold'], '^')}`;
    return [shown, marker];
  });
}

/** The numbers of the lines around one, without blank ones at both ends. */
function shownNumbers(lines: readonly string[], line: number): readonly number[] {
  const isBlank = (number: number): boolean => (lines[number - 1] ?? '').trim() === '';
  let first = Math.max(1, line - context);
  let last = Math.min(lines.length, line + context);
  while (first < line && isBlank(first)) first++;
  while (last > line && isBlank(last)) last--;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

interface ShownLine {
  readonly text: string;
  /** In front of the column. */
  readonly cells: number;
}

/** A line as a terminal shows it, cut where it is too long: until its cells fit, as far as it is of use. */
function shownLine(line: string, column: number, columns: number): ShownLine {
  for (let length = longest; length > shortest; length--) {
    const shown = cutLine(line, column, length);
    if (displayWidth(shown.text) <= columns) return shown;
  }
  return cutLine(line, column, shortest);
}

function cutLine(line: string, column: number, length: number): ShownLine {
  const offset = column - 1;
  const [start, end] = cutAround(line, offset, length);
  const head = start > 0 ? '…' : '';
  const tail = end < line.length ? '…' : '';
  return {
    text: withoutTabs(`${head}${line.slice(start, end)}${tail}`),
    cells: displayWidth(withoutTabs(`${head}${line.slice(start, offset)}`)),
  };
}

/** Where to cut a line so that an offset stays in it and no character is cut in two. */
function cutAround(line: string, offset: number, length: number): readonly [start: number, end: number] {
  if (line.length <= length) return [0, line.length];
  const start = Math.max(0, Math.min(offset - Math.floor(length * partBefore), line.length - length));
  const end = start + length;
  return [start - Number(isInsidePair(line, start)), end + Number(isInsidePair(line, end))];
}

const isInsidePair = (line: string, offset: number): boolean => (line.codePointAt(offset - 1) ?? 0) > 0xffff;

/** Tabs lead to the next multiple of their width, as in most editors. */
function withoutTabs(text: string): string {
  return text
    .split('\t')
    .map(printable)
    .reduce((shown, part) => `${shown}${' '.repeat(tabWidth - (displayWidth(shown) % tabWidth))}${part}`);
}
