import { lstatSync, readFileSync } from 'node:fs';
import { decodeText } from '../content/decode-text.ts';
import { limits } from '../content/limits.ts';

/** The lines of a file without their ends, as diagnostics count them; `null` for what is no text or cannot be read. */
export function readSourceLines(path: string): readonly string[] | null {
  try {
    const status = lstatSync(path);
    if (!status.isFile() || status.size > limits.fileSize) return null;
    return decodeText({ path, bytes: readFileSync(path) }).text?.split('\n') ?? null;
  } catch {
    // the diagnostic itself says what is wrong with the file
    return null;
  }
}
