import type { BuildProgress } from '../build-progress.ts';
import type { ContentFolders } from '../build-snapshot.ts';
import { errorCode } from '../error-code.ts';
import { listFolder } from '../list-folder.ts';
import { ContentRootError } from '../read-folder.ts';
import type { SourceEntry, SourceFile } from '../source-entry.ts';
import type { UnderstoodSource } from '../understand.ts';
import type { Clock } from './clock.ts';
import { createFolderHints } from './folder-hints.ts';
import type { WatchFolder } from './folder-watchers.ts';
import { createLiveAssets, type LiveAssets } from './live-assets.ts';
import type { LiveEvent, LiveFolder } from './live-event.ts';
import { createLiveSources, type LiveSources } from './live-sources.ts';
import { inSlices } from './slices.ts';

/** The folders of the content and of the assets, and the watchers on both. */
export interface LiveFolders {
  readonly sources: LiveSources;
  /** What was read first, which is held here no longer. */
  takeFirst(): readonly UnderstoodSource[];
  /** `null` where nobody asks for them. */
  readonly assets: LiveAssets | null;
  lookAtAll(): Iterable<void>;
  lookAtHints(): Iterable<void>;
  hasHints(): boolean;
  /** Watches every folder that is looked at from now on. */
  startWatching(): void;
  close(): void;
}

export interface LiveFoldersInput {
  readonly folders: ContentFolders;
  readonly understand: (entry: SourceEntry) => UnderstoodSource;
  /** Has a file parsed elsewhere, so that `understand` knows it. `null` where nothing has to be waited for. */
  readonly ahead?: (file: SourceFile) => Promise<void> | null;
  readonly clock: Clock;
  readonly watchFolder: WatchFolder | null;
  readonly onProgress: (progress: BuildProgress) => void;
  readonly onHint: () => void;
  readonly report: (event: LiveEvent) => void;
}

/**
 * Reads the folders for the first time. In turns with others, since the Markdown engine gives its memory back between them.
 *
 * @throws {ContentRootError} when one cannot be used.
 */
export async function openLiveFolders(input: LiveFoldersInput): Promise<LiveFolders> {
  const { folders, understand, ahead = () => null, clock, onProgress, report } = input;
  const { root, assets: assetRoot = null } = folders;
  let hasAssetHint = false;
  const watching = createFolderHints(input, ({ of, path }, name) => {
    if (of === 'content') sources.addHint(path, name);
    else hasAssetHint = true;
  });
  const sources = createLiveSources({
    ...{ root, understand, ahead, clock, listFolder, observer: watching.of('content', root) },
    onLost: (path, error) => tellLost({ of: 'content', path }, error),
    onBack: (path) => report({ kind: 'folder-back', folder: { of: 'content', path } }),
  });
  const first: UnderstoodSource[] = [];
  await inSlices(sources.readAll({ onProgress, onSource: (source) => first.push(source) }), clock);
  const assets = assetRoot === null ? null : createAssets(assetRoot);

  return {
    sources,
    takeFirst: () => first.splice(0),
    assets,
    *lookAtAll() {
      yield* sources.lookAtAll();
      if (assets !== null) yield* assets.look();
    },
    *lookAtHints() {
      yield* sources.lookAtHints();
      const isHinted = hasAssetHint;
      // one that comes during the look may be of a folder that was looked at already
      hasAssetHint = false;
      if (isHinted && assets !== null) yield* assets.look();
    },
    hasHints: () => sources.hasHints() || hasAssetHint,
    startWatching: watching.start,
    close: watching.close,
  };

  function createAssets(ownRoot: string): LiveAssets {
    const folder: LiveFolder = { of: 'assets', path: '' };
    return createLiveAssets({
      ...{ root: ownRoot, contentRoot: root, clock, observer: watching.of('assets', ownRoot) },
      onLost: (error) => tellLost(folder, error),
      onBack: () => report({ kind: 'folder-back', folder }),
    });
  }

  function tellLost(folder: LiveFolder, error: unknown): void {
    const cause = error instanceof ContentRootError ? error.cause : error;
    report({ kind: 'folder-lost', folder, reason: errorCode(cause) });
  }
}
