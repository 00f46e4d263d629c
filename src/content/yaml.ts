import {
  boolCoreTag,
  defineScalarTag,
  load,
  mapTag,
  NOT_RESOLVED,
  nullCoreTag,
  Schema,
  seqTag,
  strTag,
  YAMLException,
} from 'js-yaml';
import type { Place } from './diagnostic.ts';
import { limits } from './limits.ts';

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
  if (text.split('\n').every((line) => /^[ \t]*(?:#|$)/.test(line))) return {};
  try {
    return load(text, { schema, maxDepth: limits.yamlDepth, maxAliases: limits.yamlAliases });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const at = error.mark === undefined ? null : { line: error.mark.line + 1, column: error.mark.column + 1 };
    throw new YamlError(error.reason, at, { cause: error });
  }
}
