import { closeSync, constants, fstatSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createDiagnostic } from './diagnostic.ts';
import { limits } from './limits.ts';
import type { SourceEntry, UnreadableSource } from './source-entry.ts';

/** The content root itself cannot be used: the fault of whoever named it, not of an editor. */
export class ContentRootError extends Error {
  readonly code: 'ROOT_NOT_FOUND' | 'ROOT_NOT_A_FOLDER' | 'ROOT_UNREADABLE' | 'ROOT_EMPTY' | 'ASSETS_UNREADABLE';

  constructor(code: ContentRootError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ContentRootError';
    this.code = code;
  }
}

/**
 * Reads every regular `.md` and `.markdown` file below a folder, at once and synchronously: small asynchronous reads
 * cost several times as much. Symbolic links, FIFOs and devices are never opened; whatever is hidden and
 * `node_modules` are passed over.
 *
 * @returns ordered by path (UTF-16 code units), so that nothing depends on the order in which a file system lists
 * @throws {ContentRootError} when the folder cannot be used at all.
 */
export function readFolder(root: string): readonly SourceEntry[] {
  const found: SourceEntry[] = [];
  requireFolder(root);

  const pending = [''];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    let entries: ReturnType<typeof listFolder>;
    try {
      entries = listFolder(join(root, folder));
    } catch (error) {
      if (folder === '') throw unreadableRoot(root, error);
      found.push(unreadable(folder, error));
      continue;
    }
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (isPassedOver(entry.name)) continue;
      if (entry.isDirectory()) pending.push(path);
      else if (entry.isFile() && isMarkdown(entry.name)) found.push(readFile(root, path));
      else if (isMarkdown(entry.name) || (entry.isSymbolicLink() && leadsToFolder(join(root, path)))) {
        found.push(notRegular(path));
      }
    }
  }

  if (found.length === 0) {
    throw new ContentRootError('ROOT_EMPTY', `The content folder ${root} has no .md or .markdown file in it`);
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function requireFolder(root: string): void {
  let isFolder: boolean;
  try {
    isFolder = statSync(root).isDirectory();
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' && errorCode(error) !== 'ENOTDIR') throw unreadableRoot(root, error);
    throw new ContentRootError('ROOT_NOT_FOUND', `The content folder ${root} does not exist`, { cause: error });
  }
  if (!isFolder) throw new ContentRootError('ROOT_NOT_A_FOLDER', `The content folder ${root} is not a folder`);
}

function unreadableRoot(root: string, cause: unknown): ContentRootError {
  return new ContentRootError('ROOT_UNREADABLE', `The content folder ${root} cannot be read (${errorCode(cause)})`, {
    cause,
  });
}

function listFolder(folder: string) {
  return readdirSync(folder, { withFileTypes: true });
}

const isPassedOver = (name: string): boolean => name.startsWith('.') || name === 'node_modules';
const isMarkdown = (name: string): boolean => /\.(?:md|markdown)$/i.test(name);

function leadsToFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** `O_NOFOLLOW` and `O_NONBLOCK` hold what the listing said even when the entry was exchanged in the meantime. */
const openFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

function readFile(root: string, path: string): SourceEntry {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(join(root, path), openFlags);
    const status = fstatSync(descriptor);
    if (!status.isFile()) return notRegular(path);
    if (status.size > limits.fileSize) return tooLarge(path, status.size);
    return { path, bytes: readAll(descriptor, status.size) };
  } catch (error) {
    return unreadable(path, error);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

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

function notRegular(path: string): UnreadableSource {
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

function unreadable(path: string, error: unknown): UnreadableSource {
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

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
