import type { Place } from './diagnostic.ts';
import { limits } from './limits.ts';

/** Why a document's frontmatter cannot be read; the parts of a diagnostic that do not depend on the file. */
export interface FrontmatterFailure {
  readonly code: 'frontmatter-unclosed' | 'frontmatter-format' | 'frontmatter-yaml' | 'frontmatter-shape';
  readonly message: string;
  readonly hint: string;
  readonly at: Place;
}

export const firstLine: Place = { line: 1, column: 1 };

export const unclosed: FrontmatterFailure = {
  code: 'frontmatter-unclosed',
  message: 'expected a second line "---" that closes the frontmatter, but found none',
  hint: 'Add a line "---" below the last key; a rule at the top of a page can be written "***".',
  at: firstLine,
};

export function otherFormat(found: string): FrontmatterFailure {
  return {
    code: 'frontmatter-format',
    message: `expected the frontmatter to open with "---", but found "${found.slice(0, 40)}"`,
    hint: 'Only YAML is read: write "---" alone on the first line.',
    at: { line: 1, column: found.startsWith('---') ? 4 : 1 },
  };
}

export const unfenced = (key: string, line: number): FrontmatterFailure => ({
  code: 'frontmatter-format',
  message: `expected "${key}" in the frontmatter, but found it in the text`,
  hint: 'Write "---" alone on the first line of the file, and below the last key.',
  at: { line, column: 1 },
});

export function notOnFirstLine(line: number): FrontmatterFailure {
  return {
    code: 'frontmatter-format',
    message: 'expected the frontmatter to begin with the first character of the file, but found white space before it',
    hint: 'Delete the empty lines and blanks above and before "---".',
    at: { line, column: 1 },
  };
}

export function fenceLookAlike(found: string, line: number): FrontmatterFailure {
  return {
    code: 'frontmatter-unclosed',
    message: `expected "---" alone on the line that closes the frontmatter, but found "${found.slice(0, 40)}"`,
    hint: 'Write "---" alone on that line.',
    at: { line, column: 1 },
  };
}

export function notAMapping(value: unknown): FrontmatterFailure {
  const found = Array.isArray(value)
    ? 'a list'
    : value === null
      ? 'nothing'
      : `the ${typeof value} "${String(value).slice(0, 40)}"`;
  return {
    code: 'frontmatter-shape',
    message: `expected "key: value" lines in the frontmatter, but found ${found}`,
    hint: 'Write a key, a colon, a space and the value on each line.',
    at: { line: 2, column: 1 },
  };
}

export const notYaml = (reason: string, at: Place): FrontmatterFailure => ({
  code: 'frontmatter-yaml',
  message: `expected YAML in the frontmatter, but found: ${reason}`,
  hint: 'Put values that hold ": ", "#" or quotes between quotes, and indent with spaces.',
  at,
});

export const notJson = (message: string, at: Place): FrontmatterFailure => ({
  code: 'frontmatter-shape',
  message,
  hint: 'Write the values out plainly.',
  at,
});

export const tooLong: FrontmatterFailure = {
  code: 'frontmatter-shape',
  message: `expected at most ${limits.frontmatterSize} characters of frontmatter, but found more`,
  hint: 'Move text into the body.',
  at: firstLine,
};
