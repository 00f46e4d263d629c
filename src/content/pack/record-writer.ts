/** Parts of a record, each of which is unpacked by itself, in the order in which they lie in it. */
export const recordParts = ['facts', 'frontmatter', 'outline', 'links', 'findings'] as const;
export type RecordPart = (typeof recordParts)[number];

/** Bytes of the table at the start of a record: where each part's numbers and its text begin, then the body. */
export const tableBytes = recordParts.length * 8 + 8;

/**
 * Writes values into the parts of a record. A part is its numbers (LEB128: seven bits a byte, the lowest first), then its
 * texts as one piece, so that one decoding brings them all; the numbers hold their lengths in UTF-16 code units.
 */
export interface RecordWriter {
  /** Begins a record; one that was not finished is dropped. */
  begin(): void;
  /** A whole number from 0 to 2^32 - 1. */
  number(value: number): void;
  /** Any number. */
  double(value: number): void;
  text(value: string): void;
  textOrNull(value: string | null): void;
  texts(values: readonly string[]): void;
  /** Ends a part; the next value begins the next one. */
  endPart(): void;
  /**
   * Gives the record once every part is ended.
   *
   * @param file bytes that may end with the body; then the record holds only its length.
   */
  finish(body: string, file: Uint8Array): Buffer;
}

export function createRecordWriter(): RecordWriter {
  /** Ended parts, then the numbers of the one that is written. */
  let bytes = Buffer.allocUnsafeSlow(64 * 1024);
  let length = 0;
  let texts: string[] = [];
  let table: number[] = [];
  let partStart = 0;

  function begin(): void {
    length = 0;
    texts = [];
    table = [];
    partStart = 0;
  }

  function reserve(count: number): void {
    if (length + count <= bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(bytes.length * 2, length + count));
    bytes.copy(larger, 0, 0, length);
    bytes = larger;
  }

  function number(value: number): void {
    if (value >>> 0 !== value) throw new RangeError(`expected a whole number below 2^32, but got: ${value}`);
    reserve(5);
    let rest = value;
    while (rest > 127) {
      bytes[length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    bytes[length++] = rest;
  }

  function text(value: string): void {
    number(value.length);
    texts.push(value);
  }

  /** Appends a text in UTF-8, or in UTF-16LE where that cannot hold it, and tells which. */
  function append(value: string): 'utf8' | 'utf16le' {
    reserve(value.length * 3);
    const start = length;
    length += bytes.write(value, start);
    const isLossy = length - start !== value.length && bytes.subarray(start, length).includes(replacement);
    if (!isLossy) return 'utf8';
    length = start + bytes.write(value, start, 'utf16le');
    return 'utf16le';
  }

  function endPart(): void {
    const textStart = length;
    table.push(partStart, textStart * 2 + Number(append(texts.join('')) === 'utf16le'));
    partStart = length;
    texts = [];
  }

  function finish(body: string, file: Uint8Array): Buffer {
    const bodyStart = length;
    const isUtf16 = append(body) === 'utf16le';
    const isInFile = !isUtf16 && isEndOf(file, bytes.subarray(bodyStart, length));
    table.push(bodyStart, isInFile ? (length - bodyStart) * 2 + 2 : Number(isUtf16));
    if (isInFile) length = bodyStart;
    const record = Buffer.allocUnsafeSlow(tableBytes + length);
    for (const [index, value] of table.entries()) record.writeUInt32LE(value, index * 4);
    bytes.copy(record, tableBytes, 0, length);
    return record;
  }

  return {
    begin,
    number,
    text,
    endPart,
    finish,
    double(value) {
      reserve(8);
      length = bytes.writeDoubleLE(value, length);
    },
    textOrNull(value) {
      number(value === null ? 0 : value.length + 1);
      if (value !== null) texts.push(value);
    },
    texts(values) {
      number(values.length);
      for (const value of values) text(value);
    },
  };
}

/** U+FFFD in UTF-8, which is also what halves of surrogate pairs become. */
const replacement = Buffer.from('\uFFFD');

const isEndOf = (file: Uint8Array, end: Buffer): boolean =>
  end.length <= file.length && end.equals(file.subarray(file.length - end.length));
