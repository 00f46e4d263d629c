import matter from 'gray-matter';
import { createDiagnostic, type Diagnostic, type Place } from './diagnostic.ts';
import { type FrontmatterFailure, firstLine, notAMapping } from './frontmatter-failure.ts';
import { isJsonObject, type JsonObject, NotJsonError, toJson } from './json.ts';
import { type FrontmatterSplit, lineOf, splitFrontmatter } from './split-frontmatter.ts';
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
 * Splits a document into frontmatter and body, and reads the frontmatter. A document whose frontmatter is broken is refused: nobody can know its slug, its
 * language or whether it was to be published.
 */
export function parseFrontmatter(path: string, text: string): FrontmatterResult {
  const split = splitFrontmatter(text);
  if ('code' in split) return failed(path, split);
  try {
    const data = split.block === '' ? {} : toJson(matter(`---\n${split.block}---\n`, { engines }).data);
    return isJsonObject(data) ? accept(data, split) : failed(path, notAMapping(data));
  } catch (error) {
    return failed(path, explain(error, split.block));
  }
}

function accept(data: JsonObject, { block, body, bodyLine }: FrontmatterSplit): FrontmatterResult {
  return { frontmatter: { data, body, bodyLine, placeOf: (key) => findKey(block, key) }, diagnostic: null };
}

function failed(path: string, failure: FrontmatterFailure): FrontmatterResult {
  return { frontmatter: null, diagnostic: createDiagnostic({ path, ...failure }) };
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
  return { line: lineOf(block, index) + 1, column: index - block.lastIndexOf('\n', index) };
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
function explain(error: unknown, block: string): FrontmatterFailure {
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
