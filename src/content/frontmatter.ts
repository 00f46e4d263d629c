import matter from 'gray-matter';
import { createDiagnostic, type Diagnostic, type Place } from './diagnostic.ts';
import { isJsonObject, type JsonObject, NotJsonError, toJson } from './json.ts';
import { parseYaml, YamlError } from './yaml.ts';

export interface Frontmatter {
  readonly data: JsonObject;
  /** The text below the closing fence, or all of it where there is no frontmatter. */
  readonly body: string;
  /** The line of the file, from 1, on which the body begins. */
  readonly bodyLine: number;
  /** Where a top-level key stands; the first line for a key that is not found. */
  readonly placeOf: (key: string) => Place;
}

export type FrontmatterResult =
  | { readonly frontmatter: Frontmatter; readonly diagnostic: null }
  | { readonly frontmatter: null; readonly diagnostic: Diagnostic };

/** gray-matter evaluates `---js` blocks: only YAML is left, every other engine throws. */
const refuse = (): never => {
  throw new Error('expected YAML frontmatter, but found another format');
};
const engines = {
  yaml: { parse: (text: string): object => requireObject(parseYaml(text)), stringify: refuse },
  json: { parse: refuse, stringify: refuse },
  javascript: { parse: refuse, stringify: refuse },
  js: { parse: refuse, stringify: refuse },
};

/**
 * Splits a document into frontmatter and body. Frontmatter is YAML between two lines that are exactly `---`, the
 * first of them on the first line. A document whose frontmatter is broken is refused: nobody can know its slug, its
 * language or whether it was to be published.
 */
export function parseFrontmatter(path: string, text: string): FrontmatterResult {
  const fence = /^---([^\n]*)(?:\n|$)/.exec(text);
  const afterFence = fence?.[1]?.trimEnd();
  if (fence === null || afterFence === undefined || afterFence.startsWith('-') || isProse(afterFence)) {
    const lookAlike = findLookAlike(text);
    return lookAlike === null ? accept({}, text, 1, '') : failed(path, lookAlike);
  }
  if (afterFence !== '') return failed(path, otherFormat(`---${afterFence}`));

  const closing = findClosingFence(text, fence[0].length);
  if (closing === null) return failed(path, unclosed);
  if (!closing.isExact) return failed(path, fenceLookAlike(text, closing.start));

  const block = text.slice(fence[0].length, closing.start);
  try {
    const { data } = matter(`---\n${block}---\n`, { engines });
    const json = toJson(data);
    if (!isJsonObject(json)) return failed(path, notAMapping(json));
    return accept(json, text.slice(closing.end), countLines(text, closing.end), block);
  } catch (error) {
    return failed(path, explain(error, block));
  }
}

interface Failure {
  readonly code: 'frontmatter-unclosed' | 'frontmatter-format' | 'frontmatter-yaml' | 'frontmatter-shape';
  readonly message: string;
  readonly hint: string;
  readonly at: Place;
}

const firstLine: Place = { line: 1, column: 1 };

function accept(data: JsonObject, body: string, bodyLine: number, block: string): FrontmatterResult {
  return { frontmatter: { data, body, bodyLine, placeOf: (key) => findKey(block, key) }, diagnostic: null };
}

function failed(path: string, failure: Failure): FrontmatterResult {
  return { frontmatter: null, diagnostic: createDiagnostic({ path, ...failure }) };
}

/** `--- and so on` on the first line is a paragraph to Markdown, and no fence to anybody but for names of formats. */
const isProse = (afterFence: string): boolean =>
  /^\s/.test(afterFence) &&
  !/^(?:c?js|mjs|ts|javascript|typescript|coffee|json5?|toml|ya?ml)?$/i.test(afterFence.trim());

/** What was surely meant as frontmatter, and would be shown as text: TOML, and a block that is not on the first line. */
function findLookAlike(text: string): Failure | null {
  if (/^\+\+\+[ \t]*\n(?:[^\n]*\n)*?\+\+\+[ \t]*(?:\n|$)/.test(text)) return otherFormat('+++');
  const late = /^(\s*\n)---[ \t]*\n[\w-]+[ \t]*:(?:[ \t][^\n]*)?\n(?:[^\n]*\n)*?---[ \t]*(?:\n|$)/.exec(text);
  return late?.[1] === undefined ? null : notOnFirstLine(countLines(text, late[1].length));
}

function findClosingFence(text: string, from: number): { start: number; end: number; isExact: boolean } | null {
  const pattern = /(?<=\n)---([^\n]*)(?:\n|$)/g;
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  if (match === null) return null;
  return { start: match.index, end: pattern.lastIndex, isExact: match[1]?.trimEnd() === '' };
}

function countLines(text: string, end: number): number {
  let lines = 1;
  for (let index = text.indexOf('\n'); index !== -1 && index < end; index = text.indexOf('\n', index + 1)) lines++;
  return lines;
}

function findKey(block: string, key: string): Place {
  const lines = block.split('\n');
  const index = lines.findIndex((line) =>
    [`${key}:`, `${key} :`, `"${key}":`, `'${key}':`].some((start) => line.startsWith(start)),
  );
  return index === -1 ? firstLine : { line: index + 2, column: 1 };
}

/** Where the first alias stands: values that are no tree, or too many, come from aliases. */
function findAlias(block: string): Place {
  const index = block.search(/(?<![^\s,:[{-])\*[^\s,\]}]/);
  if (index === -1) return firstLine;
  return { line: countLines(block, index) + 1, column: index - block.lastIndexOf('\n', index) };
}

function requireObject(value: unknown): object {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new NotAMappingError(value);
}

class NotAMappingError extends Error {
  readonly value: unknown;

  constructor(value: unknown) {
    super('expected a mapping');
    this.name = 'NotAMappingError';
    this.value = value;
  }
}

/** gray-matter hands over the block with the line end of the fence before it, so the parser's lines are the file's. */
function explain(error: unknown, block: string): Failure {
  if (error instanceof NotAMappingError) return notAMapping(error.value);
  if (error instanceof YamlError) {
    const documentEnd = block.split('\n').findIndex((line) => line.startsWith('...'));
    return {
      code: 'frontmatter-yaml',
      message: `expected YAML in the frontmatter, but found: ${error.message}`,
      hint: 'Put values that hold ": ", "#" or quotes between quotes, and indent with spaces.',
      at: error.at ?? { line: documentEnd === -1 ? 1 : documentEnd + 2, column: 1 },
    };
  }
  if (error instanceof NotJsonError) {
    const at = findAlias(block);
    return { code: 'frontmatter-shape', message: error.message, hint: 'Write the values out plainly.', at };
  }
  throw error;
}

const unclosed: Failure = {
  code: 'frontmatter-unclosed',
  message: 'expected a second line "---" that closes the frontmatter, but found none',
  hint: 'Add a line "---" below the last key; a rule at the top of a page can be written "***".',
  at: firstLine,
};

function otherFormat(found: string): Failure {
  return {
    code: 'frontmatter-format',
    message: `expected the frontmatter to open with "---", but found "${found.slice(0, 40)}"`,
    hint: 'Only YAML is read: write "---" alone on the first line.',
    at: { line: 1, column: found.startsWith('---') ? 4 : 1 },
  };
}

function notOnFirstLine(line: number): Failure {
  return {
    code: 'frontmatter-format',
    message: 'expected the frontmatter to begin on the first line, but found empty lines above it',
    hint: 'Delete the empty lines.',
    at: { line, column: 1 },
  };
}

function fenceLookAlike(text: string, start: number): Failure {
  const found = text.slice(start, text.indexOf('\n', start) === -1 ? undefined : text.indexOf('\n', start));
  return {
    code: 'frontmatter-unclosed',
    message: `expected "---" alone on the line that closes the frontmatter, but found "${found.slice(0, 40)}"`,
    hint: 'Write "---" alone on that line.',
    at: { line: countLines(text, start), column: 1 },
  };
}

function notAMapping(value: unknown): Failure {
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
