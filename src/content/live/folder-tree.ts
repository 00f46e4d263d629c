import { statSync } from 'node:fs';
import { errorCode } from '../error-code.ts';
import { type FolderListing, pathIn } from '../list-folder.ts';
import { unreadable } from '../read-source.ts';
import type { FolderObserver } from './folder-observer.ts';
import { folderIdentity, lookAtEntry, type Observation } from './observation.ts';

/**
 * Knows the folders below the content root, and notes what lies in them whenever it is made to look. A look is a run of
 * short steps. What a folder held that can be listed no more is left as it was noted.
 */
export interface FolderTree {
  /** Looks at everything. */
  lookAtAll(): Iterable<void>;
  /** Looks at a known folder, and at folders that are new in it. */
  lookAtFolder(path: string): Iterable<void>;
  /** Looks at what lies in a known folder under a name. */
  lookAtName(folder: string, name: string): Iterable<void>;
}

export interface FolderTreeInput {
  readonly root: string;
  readonly listFolder: (root: string, folder: string) => FolderListing;
  /** Called for every document at every look; `null` for what is gone. */
  readonly note: (path: string, observation: Observation | null) => void;
  readonly observer: FolderObserver;
  /** A folder that was listed before cannot be listed, and later can be again; `` is the root. */
  readonly onLost: (path: string, error: unknown) => void;
  readonly onBack: (path: string) => void;
}

interface KnownFolder {
  readonly identity: string;
  /** What was in it; `null` before it could be listed. */
  readonly names: Names | null;
}

interface Names {
  readonly sources: Set<string>;
  readonly folders: Set<string>;
}

export function createFolderTree(input: FolderTreeInput): FolderTree {
  const { root, listFolder, note, observer, onLost, onBack } = input;
  const folders = new Map<string, KnownFolder>();
  const lost = new Set<string>();
  return { lookAtAll, lookAtFolder: (path) => lookDown([path], { isDeep: false }), lookAtName };

  function* lookAtAll(): Iterable<void> {
    try {
      enter('', folderIdentity(statSync(root)));
    } catch (error) {
      lose('', error);
      return;
    }
    yield* lookDown([''], { isDeep: true });
  }

  function* lookDown(waiting: string[], { isDeep }: { readonly isDeep: boolean }): Iterable<void> {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const listing = list(path);
      if (listing === null) continue;
      const names = update(path, listing);
      for (const name of [...listing.folders, ...listing.irregular, ...listing.documents]) {
        const isFolder = names.folders.has(name);
        const isNew = lookAt(path, name, names);
        if (isNew || (isFolder && isDeep)) waiting.push(pathIn(path, name));
        yield;
      }
    }
  }

  function* lookAtName(path: string, name: string): Iterable<void> {
    const names = folders.get(path)?.names ?? null;
    if (names === null) return;
    const isNew = lookAt(path, name, names);
    yield;
    if (isNew) yield* lookDown([pathIn(path, name)], { isDeep: true });
  }

  /** `null` for a folder that is gone or cannot be listed. */
  function list(path: string): FolderListing | null {
    const folder = folders.get(path);
    if (folder === undefined) return null;
    try {
      const listing = listFolder(root, path);
      if (lost.delete(path)) onBack(path);
      return listing;
    } catch (error) {
      if (path !== '' && ['ENOENT', 'ENOTDIR'].includes(errorCode(error))) leave(path);
      else if (path !== '' && folder.names === null) note(path, { kind: 'problem', source: unreadable(path, error) });
      else lose(path, error);
      return null;
    }
  }

  /** Takes a listing in, and notes what is gone since the last one. */
  function update(path: string, listing: FolderListing): Names {
    const before = folders.get(path);
    const names = { sources: new Set([...listing.documents, ...listing.irregular]), folders: new Set(listing.folders) };
    if (before !== undefined) folders.set(path, { ...before, names });
    for (const name of before?.names?.folders ?? []) if (!names.folders.has(name)) leave(pathIn(path, name));
    for (const name of before?.names?.sources ?? []) if (!names.sources.has(name)) note(pathIn(path, name), null);
    // its own problem, from when it could not be listed
    if (path !== '') note(path, null);
    return names;
  }

  /** Notes what lies under a name, and tells whether that is a folder that was not known. */
  function lookAt(parent: string, name: string, { sources, folders: subFolders }: Names): boolean {
    const path = pathIn(parent, name);
    const found = lookAtEntry(root, parent, name);
    if (found?.kind === 'folder') {
      subFolders.add(name);
      if (sources.delete(name)) note(path, null);
      return enter(path, found.identity);
    }
    if (subFolders.delete(name)) leave(path);
    if (found !== null) sources.add(name);
    if (found !== null || sources.delete(name)) note(path, found);
    return false;
  }

  /** Tells whether the folder was not known; another one may have taken its place. */
  function enter(path: string, identity: string): boolean {
    const known = folders.get(path);
    const isNew = known?.identity !== identity;
    if (isNew) folders.set(path, { identity, names: known?.names ?? null });
    observer.onFolder(path, identity);
    return isNew;
  }

  /** Forgets a folder that is gone, and all that was in it. */
  function leave(path: string): void {
    const names = folders.get(path)?.names ?? null;
    folders.delete(path);
    lost.delete(path);
    observer.onFolderGone(path);
    note(path, null);
    for (const name of names?.sources ?? []) note(pathIn(path, name), null);
    for (const name of names?.folders ?? []) leave(pathIn(path, name));
  }

  function lose(path: string, error: unknown): void {
    if (lost.has(path)) return;
    lost.add(path);
    onLost(path, error);
  }
}
