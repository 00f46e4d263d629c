import { statSync } from 'node:fs';
import { errorCode } from './error-code.ts';
import { listFolder, pathIn } from './list-folder.ts';
import { notRegular, readSource, unreadable } from './read-source.ts';
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

/** Something that counts as content, not read yet unless it cannot be. */
export type FoundSource = { readonly path: string } | UnreadableSource;

/**
 * Reads every regular `.md` and `.markdown` file below a folder, at once and synchronously: small asynchronous reads
 * cost several times as much. Symbolic links, FIFOs and devices are never opened; whatever is hidden and
 * `node_modules` are passed over.
 *
 * @returns ordered by path (UTF-16 code units), so that nothing depends on the order in which a file system lists
 * @throws {ContentRootError} when the folder cannot be used at all.
 */
export function readFolder(root: string): readonly SourceEntry[] {
  return findSources(root).map((found) => readFound(root, found));
}

/** What `readFolder` reads, in its order. @throws {ContentRootError} when the folder cannot be used at all. */
export function findSources(root: string): readonly FoundSource[] {
  const found: FoundSource[] = [];
  requireFolder(root);

  const pending = [''];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    const parent = folder;
    try {
      const { folders, documents, irregular } = listFolder(root, parent);
      for (const name of folders) pending.push(pathIn(parent, name));
      for (const name of documents) found.push({ path: pathIn(parent, name) });
      for (const name of irregular) found.push(notRegular(pathIn(parent, name)));
    } catch (error) {
      if (parent === '') throw unreadableRoot(root, error);
      found.push(unreadable(parent, error));
    }
  }

  if (found.length === 0) throw emptyRoot(root);
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

export function readFound(root: string, found: FoundSource): SourceEntry {
  return 'problem' in found ? found : readSource(root, found.path).entry;
}

/** @throws {ContentRootError} when there is no folder. */
export function requireFolder(root: string): void {
  let isFolder: boolean;
  try {
    isFolder = statSync(root).isDirectory();
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' && errorCode(error) !== 'ENOTDIR') throw unreadableRoot(root, error);
    throw new ContentRootError('ROOT_NOT_FOUND', `The content folder ${root} does not exist`, { cause: error });
  }
  if (!isFolder) throw new ContentRootError('ROOT_NOT_A_FOLDER', `The content folder ${root} is not a folder`);
}

export function unreadableRoot(root: string, cause: unknown): ContentRootError {
  return new ContentRootError('ROOT_UNREADABLE', `The content folder ${root} cannot be read (${errorCode(cause)})`, {
    cause,
  });
}

export function emptyRoot(root: string): ContentRootError {
  return new ContentRootError('ROOT_EMPTY', `The content folder ${root} has no .md or .markdown file in it`);
}
