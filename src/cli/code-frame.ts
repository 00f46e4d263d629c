import type { Place } from '../content/diagnostic.ts';
import type { Paint } from './color.ts';
import { displayWidth } from './display-width.ts';
import { printable } from './terminal.ts';

/** Lines before and after the one that is meant. */
const context = 2;
/** UTF-16 code units of a line that are shown, and how many of them before the column. */
const longest = 100;
const before = 60;
const tabWidth = 4;

/**
 * The lines around a place, numbered, with a `^` under its column. Blank lines at both ends are left out, long lines cut.
 *
 * @param lines - of the file, without line ends
 * @returns no lines for a place that is not in the file
 */
export function codeFrame(lines: readonly string[], { line, column }: Place, paint: Paint): readonly string[] {
  const meant = lines[line - 1];
  if (meant === undefined) return [];
  const numbers = shownNumbers(lines, line);
  const gutter = String(numbers.at(-1)).length;
  return numbers.flatMap((number) => {
    const isMeant = number === line;
    const label = `${isMeant ? '>' : ' '} ${String(number).padStart(gutter)} |`;
    const { text, cells } = shownLine(lines[number - 1] ?? '', isMeant ? column : 1);
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

/** A line as a terminal shows it, cut where it is too long. */
function shownLine(line: string, column: number): ShownLine {
  const offset = column - 1;
  const [start, end] = cutAround(line, offset);
  const head = start > 0 ? '…' : '';
  const tail = end < line.length ? '…' : '';
  return {
    text: withoutTabs(`${head}${line.slice(start, end)}${tail}`),
    cells: displayWidth(withoutTabs(`${head}${line.slice(start, offset)}`)),
  };
}

/** Where to cut a line so that an offset stays in it and no character is cut in two. */
function cutAround(line: string, offset: number): readonly [start: number, end: number] {
  if (line.length <= longest) return [0, line.length];
  const start = Math.max(0, Math.min(offset - before, line.length - longest));
  const end = start + longest;
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
