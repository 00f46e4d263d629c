import { createDiagnostic, type Diagnostic, type Place } from './diagnostic.ts';
import { type FrontmatterFailure, firstLine, notAMapping, notJson, notYaml, tooLong } from './frontmatter-failure.ts';
import { isJsonObject, type JsonObject, NotJsonError, toJson } from './json.ts';
import { limits } from './limits.ts';
import { type FrontmatterSplit, lineOf, splitFrontmatter } from './split-frontmatter.ts';
import { parseYaml, YamlError } from './yaml.ts';

export interface Frontmatter {
  readonly data: JsonObject;
  /** The text below the closing fence, or all of it where there is no frontmatter. */
  readonly body: string;
  /** The line of the file, from 1, on which the body begins. */
  readonly bodyLine: number;
  /** The YAML between the fences, which begins on the second line of the file. */
  readonly block: string;
  /** The line of the file on which each top-level key stands. */
  readonly keyLines: ReadonlyMap<string, number>;
  /** Where a top-level key stands; the first line for a key that is not found. */
  readonly placeOf: (key: string) => Place;
}

export type FrontmatterResult =
  | { readonly frontmatter: Frontmatter; readonly diagnostic: null }
  | { readonly frontmatter: null; readonly diagnostic: Diagnostic };

/**
 * Splits a document into frontmatter and body, and reads the frontmatter. A document whose frontmatter is broken is
 * refused: nobody can know its slug, its language or whether it was to be published.
 */
export function parseFrontmatter(path: string, text: string): FrontmatterResult {
  const split = splitFrontmatter(text);
  if ('code' in split) return failed(path, split);
  if (split.block.length > limits.frontmatterSize) return failed(path, tooLong);
  try {
    const data = toJson(parseYaml(split.block.replace(/\n$/, '')));
    return isJsonObject(data) ? accept(data, split) : failed(path, notAMapping(data));
  } catch (error) {
    return failed(path, explain(error, split.block));
  }
}

function accept(data: JsonObject, { block, body, bodyLine }: FrontmatterSplit): FrontmatterResult {
  const keyLines = findKeys(block, data);
  const placeOf = (key: string): Place => ({ line: keyLines.get(key) ?? 1, column: 1 });
  return { frontmatter: { data, body, bodyLine, block, keyLines, placeOf }, diagnostic: null };
}

function failed(path: string, failure: FrontmatterFailure): FrontmatterResult {
  return { frontmatter: null, diagnostic: createDiagnostic({ path, ...failure }) };
}

/** The first line that begins with each key, plain or in quotes. */
function findKeys(block: string, data: JsonObject): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  let line = 1;
  for (const text of block.split('\n')) {
    line++;
    const match = /^(?:"([^"]*)"|'([^']*)'|([^\s#'"][^:]*?)) ?:/.exec(text);
    const key = match?.[1] ?? match?.[2] ?? match?.[3];
    if (key !== undefined && Object.hasOwn(data, key) && !lines.has(key)) lines.set(key, line);
  }
  return lines;
}

/** Where the first alias stands: values that are no tree, or too many, come from aliases. */
function findAlias(block: string): Place {
  const index = block.search(/(?<![^\s,:[{-])\*[^\s,\]}]/);
  if (index === -1) return firstLine;
  return { line: lineOf(block, index) + 1, column: index - block.lastIndexOf('\n', index) };
}

/** The block begins on the second line of the file. */
function explain(error: unknown, block: string): FrontmatterFailure {
  if (error instanceof YamlError) {
    const documentEnd = block.split('\n').findIndex((line) => line.startsWith('...'));
    const at = error.at ?? { line: documentEnd + 1, column: 1 };
    return notYaml(error.message, { line: at.line + 1, column: at.column });
  }
  if (error instanceof NotJsonError) return notJson(error.message, findAlias(block));
  throw error;
}
