import { isJsonObject, type JsonValue } from '../json.ts';
import type { PartReader } from './record-reader.ts';
import type { RecordWriter } from './record-writer.ts';

/** What a value is; lists and objects have more than these, by the number of what is in them. */
const kinds = { null: 0, false: 1, true: 2, text: 3, number: 4, list: 5, object: 6 } as const;

/** Packs a value as it is: `-0`, halves of surrogate pairs, and keys in their order. */
export function packJson(value: JsonValue, writer: RecordWriter): void {
  if (value === null) writer.number(kinds.null);
  else if (typeof value === 'boolean') writer.number(value ? kinds.true : kinds.false);
  else if (typeof value === 'string') {
    writer.number(kinds.text);
    writer.text(value);
  } else if (typeof value === 'number') {
    writer.number(kinds.number);
    writer.double(value);
  } else if (isJsonObject(value)) {
    const entries = Object.entries(value);
    writer.number(kinds.object);
    writer.number(entries.length);
    for (const [key, item] of entries) {
      writer.text(key);
      packJson(item, writer);
    }
  } else {
    writer.number(kinds.list);
    writer.number(value.length);
    for (const item of value) packJson(item, writer);
  }
}

/** The value, frozen as `toJson` does. */
export function unpackJson(reader: PartReader): JsonValue {
  return readers[reader.number()]?.(reader) ?? null;
}

const readers: { readonly [kind: number]: (reader: PartReader) => JsonValue } = {
  [kinds.null]: () => null,
  [kinds.false]: () => false,
  [kinds.true]: () => true,
  [kinds.text]: (reader) => reader.text(),
  [kinds.number]: (reader) => reader.double(),
  [kinds.list]: (reader) => Object.freeze(items(reader, unpackJson)),
  // unlike an assignment, `fromEntries` makes a plain key of `__proto__`
  [kinds.object]: (reader) =>
    Object.freeze(Object.fromEntries(items(reader, () => [reader.text(), unpackJson(reader)] as const))),
};

function items<Item>(reader: PartReader, read: (reader: PartReader) => Item): Item[] {
  const found: Item[] = [];
  for (let count = reader.number(); count > 0; count--) found.push(read(reader));
  return found;
}
