import { join } from 'node:path';
import type { FolderObserver } from './folder-observer.ts';
import { createFolderWatchers, type WatchFolder } from './folder-watchers.ts';
import type { LiveEvent, LiveFolder } from './live-event.ts';

/** Watchers on the folders of several trees. */
export interface FolderHints {
  /** Watches the folders of one of the trees. */
  of(tree: LiveFolder['of'], root: string): FolderObserver;
  /** Until then nothing is watched. */
  start(): void;
  close(): void;
}

export interface FolderHintsInput {
  /** `null` where there is to be no watcher. */
  readonly watchFolder: WatchFolder | null;
  /** Called after each hint was taken. */
  readonly onHint: () => void;
  readonly report: (event: LiveEvent) => void;
}

export function createFolderHints(
  { watchFolder, onHint, report }: FolderHintsInput,
  take: (folder: LiveFolder, name: string | null) => void,
): FolderHints {
  const folders = new Map<string, LiveFolder>();
  const watchers = createFolderWatchers({
    watchFolder: watchFolder ?? (() => ({ close() {} })),
    onHint(key, name) {
      const folder = folders.get(key);
      if (folder === undefined) return;
      take(folder, name);
      onHint();
    },
    onExhausted: (code) => report({ kind: 'hints-lost', code }),
  });
  return {
    of: (tree, root) => ({
      onFolder(path, identity) {
        const key = `${tree} ${path}`;
        folders.set(key, { of: tree, path });
        watchers.watch(key, { path: join(root, path), identity });
      },
      onFolderGone(path) {
        folders.delete(`${tree} ${path}`);
        watchers.unwatch(`${tree} ${path}`);
      },
    }),
    start() {
      if (watchFolder !== null) watchers.start();
    },
    close: watchers.closeAll,
  };
}
