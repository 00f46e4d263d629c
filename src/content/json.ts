import { limits } from './limits.ts';

/** A value that JSON can hold (RFC 8259), frozen. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** A value that cannot be written as JSON; the message says why. */
export class NotJsonError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NotJsonError';
  }
}

/**
 * Copies a parsed value into frozen JSON. Keys such as `__proto__` stay plain keys.
 *
 * @throws {NotJsonError} for cycles, for more than 10,000 values and for what JSON does not know.
 */
export function toJson(input: unknown): JsonValue {
  let count = 0;
  const ancestors = new Set<object>();

  function copy(value: unknown): JsonValue {
    if (++count > limits.frontmatterValues)
      throw new NotJsonError(`expected at most ${limits.frontmatterValues} values, but found more`);
    if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    if (typeof value !== 'object') throw new NotJsonError(`expected a JSON value, but found ${String(value)}`);
    if (ancestors.has(value)) throw new NotJsonError('expected a tree, but found an alias to a value that contains it');
    ancestors.add(value);
    const result = Array.isArray(value)
      ? Object.freeze(value.map(copy))
      : Object.freeze(Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item)])));
    ancestors.delete(value);
    return result;
  }
  return copy(input);
}

export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
