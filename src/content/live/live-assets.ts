import { type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import type { AssetList } from '../join/asset-finder.ts';
import { listAssets } from '../read-assets.ts';
import { type Clock, fileSystemTick } from './clock.ts';
import type { FolderObserver } from './folder-observer.ts';
import { folderIdentity } from './observation.ts';

/** The names of the files beside the pages, kept up to date. */
export interface LiveAssets {
  /** As they were listed last. */
  current(): AssetList;
  /** Looks at every folder, and lists all anew where names changed. A run of short steps, but for the listing. */
  look(): Iterable<void>;
}

export interface LiveAssetsInput {
  readonly root: string;
  readonly contentRoot: string;
  readonly clock: Clock;
  readonly observer: FolderObserver;
  /** The folder itself cannot be listed, and later can be again. */
  readonly onLost: (error: unknown) => void;
  readonly onBack: () => void;
}

/** @throws {ContentRootError} when the folder cannot be read at first. */
export function createLiveAssets(input: LiveAssetsInput): LiveAssets {
  const { root, contentRoot, clock, observer, onLost, onBack } = input;
  /** What tells whether names in a folder changed since they were listed, by path. */
  let folders = new Map<string, string | null>();
  let isLost = false;
  let assets = listNow();
  return { current: () => assets, look };

  function* look(): Iterable<void> {
    for (const [path, signature] of folders) {
      if (signature === null || signatureAt(path) !== signature) return list();
      yield;
    }
  }

  function list(): void {
    try {
      assets = listNow();
    } catch (error) {
      if (!isLost) onLost(error);
      isLost = true;
      return;
    }
    if (isLost) onBack();
    isLost = false;
  }

  function listNow(): AssetList {
    const listed = listAssets(root, contentRoot);
    const before = folders;
    folders = new Map(listed.folders.map((path) => [path, signatureAt(path)]));
    for (const path of before.keys()) if (!folders.has(path)) observer.onFolderGone(path);
    return listed.assets;
  }

  /** `null` where the next look has to list again: names may have come right after they were listed. */
  function signatureAt(path: string): string | null {
    const status = statusOf(join(root, path));
    if (status === null) return null;
    observer.onFolder(path, folderIdentity(status));
    return clock.wallTime() - status.ctimeMs < fileSystemTick ? null : namesSignature(status);
  }
}

const namesSignature = ({ ino, mtimeMs, ctimeMs }: Stats): string => `${ino} ${mtimeMs} ${ctimeMs}`;

function statusOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    // listing the folder tells what is wrong with it
    return null;
  }
}
