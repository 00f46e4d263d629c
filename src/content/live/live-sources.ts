import { statSync } from 'node:fs';
import type { BuildProgress } from '../build-progress.ts';
import type { FolderListing } from '../list-folder.ts';
import { emptyRoot, requireFolder, unreadableRoot } from '../read-folder.ts';
import { readSource } from '../read-source.ts';
import { sourceDigest } from '../source-digest.ts';
import type { SourceEntry, SourceFile } from '../source-entry.ts';
import type { UnderstoodSource } from '../understand.ts';
import type { Clock } from './clock.ts';
import type { FolderObserver } from './folder-observer.ts';
import { createFolderTree } from './folder-tree.ts';
import { createHints } from './hints.ts';
import { createLedger, type Ledger, type PendingChange } from './ledger.ts';
import { createChangeReader } from './read-change.ts';

/** The documents below the content root: what is known of them, what has changed, and what it says. */
export interface LiveSources {
  readonly ledger: Ledger;
  /** Reads everything for the first time, in short steps. @throws {ContentRootError} when the root cannot be used. */
  readAll(input: FirstReading): Iterable<unknown>;
  /** Looks at the disk, in short steps: everywhere, where hints point to, or at some changes once more. */
  lookAtAll(): Iterable<void>;
  lookAtHints(): Iterable<void>;
  lookAgain(changes: readonly PendingChange[]): Iterable<void>;
  /** Reads changes that were not read yet, in short steps. */
  read(changes: readonly PendingChange[]): Iterable<unknown>;
  /** Whether the root could be listed when somebody looked last, and is still there. */
  hasRoot(): boolean;
  addHint(folder: string, name: string | null): void;
  hasHints(): boolean;
}

interface FirstReading {
  readonly onProgress: (progress: BuildProgress) => void;
  readonly onSource: (source: UnderstoodSource) => void;
}

export interface LiveSourcesInput {
  readonly root: string;
  readonly understand: (entry: SourceEntry) => UnderstoodSource;
  /** Has a file parsed elsewhere, so that `understand` knows it. `null` where nothing has to be waited for. */
  readonly ahead: (file: SourceFile) => Promise<void> | null;
  readonly clock: Clock;
  readonly listFolder: (root: string, folder: string) => FolderListing;
  readonly observer: FolderObserver;
  readonly onLost: (path: string, error: unknown) => void;
  readonly onBack: (path: string) => void;
}

export function createLiveSources(input: LiveSourcesInput): LiveSources {
  const { root, understand, ahead, clock, listFolder, observer, onLost, onBack } = input;
  const ledger = createLedger({ clock, hasContent: (path, digest) => digestAt(root, path) === digest });
  const hints = createHints();
  const readChange = createChangeReader({
    ...{ root, understand, clock },
    // small ones take less time at first than it takes to hand them over
    ahead: (file) => (isFirstReading && file.bytes.length <= largeSize ? null : ahead(file)),
  });
  let rootFailure: { readonly error: unknown } | null = null;
  let wasRead = false;
  let isFirstReading = true;
  const tree = createFolderTree({
    root,
    listFolder,
    note: ledger.note,
    observer,
    onLost(path, error) {
      if (path === '') rootFailure = { error };
      // at first it is thrown
      if (wasRead) onLost(path, error);
    },
    onBack(path) {
      if (path === '') rootFailure = null;
      onBack(path);
    },
  });

  return {
    ledger,
    readAll,
    lookAtAll: tree.lookAtAll,
    *lookAtHints() {
      for (const [folder, names] of hints.take()) {
        if (names === null) yield* tree.lookAtFolder(folder);
        else for (const name of names) yield* tree.lookAtName(folder, name);
      }
    },
    *lookAgain(changes) {
      for (const { path } of changes) yield* tree.lookAtName(...splitPath(path));
    },
    *read(changes) {
      for (const change of changes) {
        if (change.outcome === null && change.observation !== null) yield* read(change);
        yield;
      }
    },
    hasRoot: () => rootFailure === null && isFolder(root),
    addHint: hints.add,
    hasHints: () => !hints.isEmpty(),
  };

  function* readAll({ onProgress, onSource }: FirstReading): Iterable<unknown> {
    requireFolder(root);
    yield* tree.lookAtAll();
    if (rootFailure !== null) throw unreadableRoot(root, rootFailure.error);
    wasRead = true;
    const changes = ledger.pending();
    if (changes.length === 0) throw emptyRoot(root);
    for (const [index, change] of changes.entries()) {
      onProgress({ done: index, total: changes.length });
      yield;
      const { outcome } = yield* readChange(change, null);
      // what was in the middle of a write is found by the first sweep
      if (outcome === null || outcome.source === null) continue;
      ledger.accept({ ...change, outcome });
      onSource(outcome.source);
    }
    isFirstReading = false;
  }

  function* read(change: PendingChange): Iterable<unknown> {
    const { path } = change;
    const { observation, outcome } = yield* readChange(change, ledger.known(path));
    ledger.note(path, observation);
    if (outcome !== null) ledger.keepOutcome(path, outcome);
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Bytes of a file that is not parsed in this process at the start either. */
const largeSize = 64 * 1024;

function digestAt(root: string, path: string): string | null {
  const { entry } = readSource(root, path);
  return 'bytes' in entry ? sourceDigest(entry.bytes) : null;
}

/** The folder, and the name in it. */
function splitPath(path: string): [folder: string, name: string] {
  const end = path.lastIndexOf('/');
  return [path.slice(0, Math.max(end, 0)), path.slice(end + 1)];
}
