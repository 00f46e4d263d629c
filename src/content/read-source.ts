import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { createDiagnostic } from './diagnostic.ts';
import { errorCode } from './error-code.ts';
import { type FileSignature, isSameSignature, signatureOf } from './file-signature.ts';
import { limits } from './limits.ts';
import type { SourceEntry, UnreadableSource } from './source-entry.ts';

/** A file that was read, or why it was not. */
export interface SourceReading {
  readonly entry: SourceEntry;
  /** After it was read; `null` where no regular file could be opened. */
  readonly signature: FileSignature | null;
  /** Whether the file changed while it was read. */
  readonly isTorn: boolean;
  /** Whether there was nothing at all. */
  readonly isMissing: boolean;
}

/** `O_NOFOLLOW` and `O_NONBLOCK` hold what the listing said even when the entry was exchanged in the meantime. */
const openFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Reads the regular file at a path below the content root. Never throws, never waits for a writer. */
export function readSource(root: string, path: string): SourceReading {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(join(root, path), openFlags);
    const status = fstatSync(descriptor);
    if (!status.isFile()) return { ...whole, entry: notRegular(path), signature: null };
    const before = signatureOf(status);
    if (status.size > limits.fileSize) return { ...whole, entry: tooLarge(path, status.size), signature: before };
    const bytes = readAll(descriptor, status.size);
    const signature = signatureOf(fstatSync(descriptor));
    return { entry: { path, bytes }, signature, isTorn: !isSameSignature(before, signature), isMissing: false };
  } catch (error) {
    return { ...whole, entry: unreadable(path, error), signature: null, isMissing: errorCode(error) === 'ENOENT' };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

const whole = { isTorn: false, isMissing: false };

function readAll(descriptor: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let length = 0;
  while (length < size) {
    const count = readSync(descriptor, bytes, length, size - length, null);
    if (count === 0) break;
    length += count;
  }
  return length === size ? bytes : bytes.subarray(0, length);
}

/** A symbolic link or special file. */
export function notRegular(path: string): UnreadableSource {
  return {
    path,
    problem: createDiagnostic({
      code: 'file-not-regular',
      path,
      message: 'expected a regular file, but found a symbolic link or special file, which is never followed',
      hint: 'Put a copy of the file here.',
    }),
  };
}

function tooLarge(path: string, size: number): UnreadableSource {
  return {
    path,
    problem: createDiagnostic({
      code: 'file-too-large',
      path,
      message: `expected at most ${limits.fileSize} bytes, but the file has ${size}`,
      hint: 'Split the document into several pages.',
    }),
  };
}

/** A file or folder that the file system does not let us read. */
export function unreadable(path: string, error: unknown): UnreadableSource {
  return {
    path,
    problem: createDiagnostic({
      code: 'file-unreadable',
      path,
      message: `could not be read (${errorCode(error)})`,
      hint: 'Check its permissions and its name.',
    }),
  };
}
