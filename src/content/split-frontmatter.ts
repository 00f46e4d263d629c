import {
  type FrontmatterFailure,
  fenceLookAlike,
  notOnFirstLine,
  otherFormat,
  unclosed,
  unfenced,
} from './frontmatter-failure.ts';
import { findUnfencedField } from './unfenced-field.ts';

/** Where a document's frontmatter stands. */
export interface FrontmatterSplit {
  /** The lines between the fences, each with its line end; empty without frontmatter. */
  readonly block: string;
  readonly body: string;
  /** The line of the file, from 1, on which the body begins. */
  readonly bodyLine: number;
}

/** Splits a document at its fences: two lines `---` (blanks behind it do not count), the first of them on the first line. */
export function splitFrontmatter(text: string): FrontmatterSplit | FrontmatterFailure {
  const fence = /^---([^\n]*)(?:\n|$)/.exec(text);
  const afterFence = fence?.[1]?.replace(/(?<![ \t])[ \t]+$/, '');
  if (fence === null || afterFence === undefined || afterFence.startsWith('-') || isProse(afterFence)) {
    return findLookAlike(text) ?? { block: '', body: text, bodyLine: 1 };
  }
  if (afterFence !== '') return otherFormat(`---${afterFence}`);

  const closing = /(?<=\n)---([^\n]*)(?:\n|$)/g;
  closing.lastIndex = fence[0].length;
  const match = closing.exec(text);
  if (match === null) return unclosed;
  if (!/^[ \t]*$/.test(match[1] ?? '')) return fenceLookAlike(match[0].trimEnd(), lineOf(text, match.index));
  return {
    block: text.slice(fence[0].length, match.index),
    body: text.slice(closing.lastIndex),
    bodyLine: lineOf(text, closing.lastIndex),
  };
}

/** `--- and so on` on the first line is a paragraph to Markdown, and no fence to anybody but for names of formats. */
const isProse = (afterFence: string): boolean =>
  /^\s/.test(afterFence) &&
  !/^(?:c?js|mjs|ts|javascript|typescript|coffee|json5?|toml|ya?ml)?$/i.test(afterFence.trim());

/**
 * What was surely meant as frontmatter, and would be shown as text: TOML, JSON, a block that is not on the first line, and
 * lines that are to hide the document without a fence before them, or with one that is none.
 */
function findLookAlike(text: string): FrontmatterFailure | null {
  if (/^\+\+\+[ \t]*\n(?:[^\n]*\n)*?\+\+\+[ \t]*(?:\n|$)/.test(text)) return otherFormat('+++');
  const late = /^(\s+)---[ \t]*\n[\w-]+[ \t]*:(?:[ \t][^\n]*)?\n(?:[^\n]*\n)*?---[ \t]*(?:\n|$)/.exec(text);
  if (late?.[1] !== undefined) return notOnFirstLine(lineOf(text, late[1].length));
  if (/^\s*\{\s*"(?:[^"\\\n]|\\.)*"\s*:/.test(text)) return otherFormat('{');
  const field = findUnfencedField(text);
  return field === null ? null : unfenced(field.key, lineOf(text, field.index));
}

/** The line, from 1, on which an offset stands. */
export function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let index = text.indexOf('\n'); index !== -1 && index < offset; index = text.indexOf('\n', index + 1)) line++;
  return line;
}
