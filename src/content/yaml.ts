import {
  boolCoreTag,
  defineScalarTag,
  EVENT_ID,
  getScalarValue,
  load,
  mapTag,
  NOT_RESOLVED,
  nullCoreTag,
  parseEvents,
  Schema,
  seqTag,
  strTag,
  YAMLException,
} from 'js-yaml';
import type { Place } from './diagnostic.ts';
import { limits } from './limits.ts';
import { readPlainYaml } from './plain-yaml.ts';

/** The text is not one YAML document; `at` counts from 1 within the text. */
export class YamlError extends Error {
  readonly at: Place | null;

  constructor(message: string, at: Place | null, options?: ErrorOptions) {
    super(message, options);
    this.name = 'YamlError';
    this.at = at;
  }
}

/**
 * Only what is written as JavaScript would write the number becomes one: `01067`, `0o17`, `1.10`, `1e3` and integers
 * beyond 2^53 stay the strings that they are.
 */
const numberTag = (name: 'int' | 'float', pattern: RegExp) =>
  defineScalarTag<number>(`tag:yaml.org,2002:${name}`, {
    implicit: true,
    implicitFirstChars: ['-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
    resolve: (source) => (pattern.test(source) && String(Number(source)) === source ? Number(source) : NOT_RESOLVED),
    identify: () => false,
  });
const integerTag = numberTag('int', /^-?[0-9]+$/);
const floatTag = numberTag('float', /^-?[0-9]+\.[0-9]+$/);

/** YAML 1.2 without dates, times, binary, merge keys and tags of any language: what is left is JSON. */
const schema = new Schema([mapTag, seqTag, strTag, nullCoreTag, boolCoreTag, integerTag, floatTag]);

/**
 * Parses one YAML 1.2 document; an empty one is `{}`.
 *
 * @throws {YamlError} with the place, where the parser knows it.
 */
export function parseYaml(text: string): unknown {
  const plain = readPlainYaml(text);
  if (plain !== null) return plain;
  if (text.split('\n').every((line) => /^[ \t]*(?:#|$)/.test(line))) return {};
  try {
    return load(text, { schema, maxDepth: limits.yamlDepth, maxAliases: limits.yamlAliases });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const at = error.mark === undefined ? null : { line: error.mark.line + 1, column: error.mark.column + 1 };
    throw new YamlError(error.reason, at, { cause: error });
  }
}

/** A scalar that is a value, not a key, and where it stands. */
export interface YamlScalar {
  /** The keys and indexes that lead to it: `authors[0].bio`. */
  readonly path: string;
  readonly value: string;
  /** Within the text, from 1. */
  readonly at: Place;
}

/** The scalar values of a text that `parseYaml` accepts, in its order; what an alias repeats is there once. */
export function yamlScalars(text: string): readonly YamlScalar[] {
  const scalars: YamlScalar[] = [];
  const open: OpenCollection[] = [];
  const placeOf = createPlaceFinder(text);
  for (const event of parseEvents(text, { maxDepth: limits.yamlDepth })) {
    const parent = open.at(-1);
    if (event.type === EVENT_ID.POP) {
      open.pop();
      goOn(open.at(-1), '');
    } else if (event.type === EVENT_ID.SCALAR) {
      const value = getScalarValue(text, event);
      const isKey = parent?.kind === 'mapping' && parent.key === null;
      if (!isKey) scalars.push({ path: pathBelow(parent), value, at: placeOf(event.valueStart) });
      goOn(parent, value);
    } else if (event.type === EVENT_ID.ALIAS) {
      goOn(parent, '');
    } else {
      open.push({ kind: collectionKinds[event.type], path: pathBelow(parent), key: null, index: 0 });
    }
  }
  return scalars;
}

const collectionKinds = {
  [EVENT_ID.DOCUMENT]: 'document',
  [EVENT_ID.SEQUENCE]: 'sequence',
  [EVENT_ID.MAPPING]: 'mapping',
} as const;

/** A collection that is gone through. */
interface OpenCollection {
  readonly kind: 'document' | 'sequence' | 'mapping';
  readonly path: string;
  /** Of the value that is next in a mapping; `null` before a key. */
  key: string | null;
  /** Of the value that is next in a sequence. */
  index: number;
}

/** A mapping has keys and values in turn. */
function goOn(collection: OpenCollection | undefined, passed: string): void {
  if (collection?.kind === 'sequence') collection.index++;
  else if (collection?.kind === 'mapping') collection.key = collection.key === null ? passed : null;
}

function pathBelow(collection: OpenCollection | undefined): string {
  if (collection?.kind === 'sequence') return `${collection.path}[${collection.index}]`;
  if (collection?.kind !== 'mapping') return '';
  return collection.path === '' ? (collection.key ?? '') : `${collection.path}.${collection.key ?? ''}`;
}

/** Finds the place of the first character at or behind an offset; offsets have to ascend. */
function createPlaceFinder(text: string): (offset: number) => Place {
  const character = /\S/g;
  let line = 1;
  let lineStart = 0;
  return (offset) => {
    // a block scalar begins with the indentation of its first line
    character.lastIndex = offset;
    const start = character.exec(text)?.index ?? offset;
    for (let end = text.indexOf('\n', lineStart); end !== -1 && end < start; end = text.indexOf('\n', lineStart)) {
      line++;
      lineStart = end + 1;
    }
    return { line, column: start - lineStart + 1 };
  };
}
