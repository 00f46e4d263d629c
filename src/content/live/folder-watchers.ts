import { watch } from 'node:fs';
import { errorCode } from '../error-code.ts';

/** Watches one folder, without those in it. What it tells is a hint: it may come late, twice, or never. */
export type WatchFolder = (
  path: string,
  listener: {
    /** Something happened to the entry of this name; `null` when the system does not say which. */
    onHint(name: string | null): void;
    onError(error: unknown): void;
  },
) => { close(): void };

/** The machine's watchers. They keep no process alive. */
export const watchFolder: WatchFolder = (path, { onHint, onError }) => {
  const watcher = watch(path, { persistent: false }, (_type, name) => onHint(name));
  watcher.on('error', onError);
  return watcher;
};

interface WatchedFolder {
  readonly path: string;
  /** Of two folders that were at this path one after the other, each has its own. */
  readonly identity: string;
}

/** One watcher for each folder, by a key of the folder. */
export interface FolderWatchers {
  /** Until then nothing is watched. */
  start(): void;
  /** Watches a folder, unless this very folder is being watched. */
  watch(key: string, folder: WatchedFolder): void;
  unwatch(key: string): void;
  closeAll(): void;
}

export interface FolderWatchersInput {
  readonly watchFolder: WatchFolder;
  readonly onHint: (key: string, name: string | null) => void;
  /** The system watches no more folders. Called once. */
  readonly onExhausted: (code: string) => void;
}

/** Out of watches, of instances, of descriptors: more of the same would fail, too. */
const exhausted: readonly string[] = ['ENOSPC', 'EMFILE', 'ENFILE', 'ENOMEM', 'ENOSYS'];

export function createFolderWatchers({ watchFolder, onHint, onExhausted }: FolderWatchersInput): FolderWatchers {
  const watchers = new Map<string, { readonly identity: string; close(): void }>();
  let isWatching = false;
  return {
    start() {
      isWatching = true;
    },
    watch(key, { path, identity }) {
      if (!isWatching || watchers.get(key)?.identity === identity) return;
      unwatch(key);
      try {
        const watcher = watchFolder(path, { onHint: (name) => onHint(key, name), onError: () => unwatch(key) });
        watchers.set(key, { identity, close: () => watcher.close() });
      } catch (error) {
        // a folder that went meanwhile needs no watcher, and whatever else went wrong is tried again by the next sweep
        if (exhausted.includes(errorCode(error))) giveUp(errorCode(error));
      }
    },
    unwatch,
    closeAll() {
      isWatching = false;
      for (const key of [...watchers.keys()]) unwatch(key);
    },
  };

  function unwatch(key: string): void {
    watchers.get(key)?.close();
    watchers.delete(key);
  }

  function giveUp(code: string): void {
    isWatching = false;
    onExhausted(code);
  }
}
