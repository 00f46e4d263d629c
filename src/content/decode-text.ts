import { isAscii, isUtf8 } from 'node:buffer';
import { createDiagnostic, type Diagnostic } from './diagnostic.ts';
import type { SourceFile } from './source-entry.ts';

export interface DecodedText {
  /** The text with LF line ends and without a byte order mark; `null` when the bytes are not UTF-8. */
  readonly text: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

const lf = 0x0a;
const decoder = new TextDecoder('utf-8');

/** Decodes a file. NUL becomes U+FFFD, as CommonMark 0.31.2 section 2.3 asks. */
export function decodeText({ path, bytes }: SourceFile): DecodedText {
  if (!isUtf8(bytes)) return { text: null, diagnostics: [notUtf8(path, bytes)] };

  const text = withLineFeeds(decode(bytes));
  const nul = text.indexOf('\0');
  if (nul === -1) return { text, diagnostics: [] };
  return { text: text.replaceAll('\0', '\uFFFD'), diagnostics: [nulFound(path, text, nul)] };
}

/** ASCII is Latin-1, too, which takes a fraction of the time. */
function decode(bytes: Uint8Array): string {
  if (!isAscii(bytes)) return decoder.decode(bytes);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

const withLineFeeds = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);

function notUtf8(path: string, bytes: Uint8Array): Diagnostic {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  let line = 1;
  for (let start = 0; start <= bytes.length; line++) {
    const found = bytes.indexOf(lf, start);
    const end = found === -1 ? bytes.length : found;
    const lineBytes = bytes.subarray(start, end);
    if (!isUtf8(lineBytes)) {
      const column = validPrefixLength(lineBytes) + 1;
      return createDiagnostic({
        code: 'file-encoding',
        path,
        message: `expected UTF-8, but found ${isUtf16 ? 'UTF-16' : 'bytes of another encoding'}`,
        hint: 'Save the file as UTF-8.',
        at: { line, column },
      });
    }
    start = end + 1;
  }
  throw new Error('expected a line that is not UTF-8, but every line is');
}

/** The number of characters before the first byte that is not UTF-8: the first U+FFFD that the bytes do not hold. */
function validPrefixLength(bytes: Uint8Array): number {
  const text = decoder.decode(bytes);
  for (let index = text.indexOf('\uFFFD'); index !== -1; index = text.indexOf('\uFFFD', index + 1)) {
    const prefix = Buffer.from(text.slice(0, index + 1));
    if (!prefix.equals(bytes.subarray(0, prefix.length))) return index;
  }
  return text.length;
}

function nulFound(path: string, text: string, index: number): Diagnostic {
  const before = text.slice(0, index);
  return createDiagnostic({
    code: 'file-nul',
    path,
    message: 'expected text, but found a NUL character, which is shown as U+FFFD',
    hint: 'Remove the character; a file full of them is not text.',
    at: { line: before.split('\n').length, column: index - before.lastIndexOf('\n') },
  });
}
