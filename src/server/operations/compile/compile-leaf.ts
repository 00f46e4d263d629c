import { type GraphQLLeafType, isEnumType } from 'graphql';
import { jsonText } from './json-text.ts';
import { isThenable, leave } from './not-plain.ts';
import type { Write } from './run.ts';

const maximumInt = 2 ** 31 - 1;

/**
 * Writes a value of a scalar or enum (GraphQL October 2021, 6.4.3, "Coercing Results").
 *
 * @param whenNull - writes what is `null`
 */
export function compileLeaf(type: GraphQLLeafType, whenNull: Write): Write {
  if (isEnumType(type)) {
    const names = new Map<unknown, string>(type.getValues().map(({ name, value }) => [value, `"${name}"`]));
    return (value, run) => names.get(value) ?? (value == null ? whenNull(value, run) : leave(value));
  }
  const serialize: Write = (value, run) => {
    if (value == null) return whenNull(value, run);
    if (value instanceof Error || isThenable(value)) return leave(value);
    return writeSerialized(type.serialize(value));
  };
  return Object.hasOwn(scalars, type.name) ? (scalars[type.name]?.(serialize) ?? serialize) : serialize;
}

/** Of the specified scalars: the values that resolvers usually give are written at once, all others as of any scalar. */
const scalars: Readonly<Record<string, (serialize: Write) => Write>> = {
  String: (serialize) => (value, run) => (typeof value === 'string' ? jsonText(value) : serialize(value, run)),
  ID: (serialize) => (value, run) => (typeof value === 'string' ? jsonText(value) : serialize(value, run)),
  Boolean: (serialize) => (value, run) => (typeof value === 'boolean' ? String(value) : serialize(value, run)),
  Int: (serialize) => (value, run) => (isInt(value) ? String(value) : serialize(value, run)),
};

const isInt = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= maximumInt;

function writeSerialized(value: unknown): string {
  if (typeof value === 'string') return jsonText(value);
  return value == null ? leave() : (JSON.stringify(value) ?? leave());
}
