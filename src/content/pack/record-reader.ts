import { type RecordPart, recordParts, tableBytes } from './record-writer.ts';

/** Reads the values of one part in the order in which they were written. */
export interface PartReader {
  number(): number;
  double(): number;
  text(): string;
  textOrNull(): string | null;
  texts(): string[];
}

/** Reads one part of a record; see `RecordWriter`. Texts of a part share the memory of the whole part's text. */
export function createPartReader(record: Buffer, part: RecordPart): PartReader {
  const entry = recordParts.indexOf(part) * 8;
  const textEntry = record.readUInt32LE(entry + 4);
  const textStart = tableBytes + (textEntry >>> 1);
  const textEnd = tableBytes + record.readUInt32LE(entry + 8);
  const allText = record.toString((textEntry & 1) === 1 ? 'utf16le' : 'utf8', textStart, textEnd);
  let at = tableBytes + record.readUInt32LE(entry);
  let textAt = 0;

  function number(): number {
    let value = 0;
    let shift = 0;
    let byte = record[at++] ?? 0;
    while (byte > 127) {
      value |= (byte & 127) << shift;
      shift += 7;
      byte = record[at++] ?? 0;
    }
    return (value | (byte << shift)) >>> 0;
  }

  function piece(length: number): string {
    const start = textAt;
    textAt += length;
    return allText.slice(start, textAt);
  }

  return {
    number,
    double() {
      at += 8;
      return record.readDoubleLE(at - 8);
    },
    text: () => piece(number()),
    textOrNull() {
      const length = number();
      return length === 0 ? null : piece(length - 1);
    },
    texts() {
      const values: string[] = [];
      for (let count = number(); count > 0; count--) values.push(piece(number()));
      return values;
    },
  };
}

/** Where the body of a document lies. */
export interface BodyPlace {
  readonly bytes: Buffer;
  readonly isUtf16: boolean;
}

/** The body of a record: its own last bytes, or those of the file. */
export function bodyOf(record: Buffer, file: Uint8Array): BodyPlace {
  const entry = record.readUInt32LE(tableBytes - 4);
  if (entry < 2) {
    const start = tableBytes + record.readUInt32LE(tableBytes - 8);
    return { bytes: record.subarray(start), isUtf16: entry === 1 };
  }
  const length = (entry >>> 1) - 1;
  return { bytes: Buffer.from(file.buffer, file.byteOffset + file.length - length, length), isUtf16: false };
}

/** Bytes of one part. */
export function partLength(record: Buffer, part: RecordPart): number {
  const entry = recordParts.indexOf(part) * 8;
  return record.readUInt32LE(entry + 8) - record.readUInt32LE(entry);
}
