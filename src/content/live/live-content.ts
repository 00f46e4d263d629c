import type { BuildOptions } from '../build-options.ts';
import type { BuildProgress } from '../build-progress.ts';
import type { ContentFolders } from '../build-snapshot.ts';
import { createContentBuilder } from '../content-builder.ts';
import type { AssetList } from '../join/asset-finder.ts';
import type { Snapshot } from '../snapshot.ts';
import type { SourceEntry } from '../source-entry.ts';
import type { UnderstoodSource } from '../understand.ts';
import type { Clock } from './clock.ts';
import type { WatchFolder } from './folder-watchers.ts';
import { createIntake } from './intake.ts';
import type { LiveEvent } from './live-event.ts';
import { openLiveFolders } from './live-folders.ts';
import { createProblemFinder } from './problem-finder.ts';
import { createPublisher } from './publisher.ts';
import { inSlices } from './slices.ts';
import { createSweep } from './sweep.ts';
import { createWorkLoop } from './work-loop.ts';

/** Content that follows what lies on the disk. */
export interface LiveContent {
  /** What is served. */
  current(): Snapshot;
  /** What is served of each path, below the content root. */
  sources(): ReadonlyMap<string, UnderstoodSource>;
  /** What the snapshot that is served was made with, which may be older than what lies there. */
  assets(): AssetList | null;
  /** Begins to follow. What changed since the first build is found, too. */
  follow(): void;
  /** Looks at everything once more; resolves when all that has changed is served. */
  catchUp(): Promise<void>;
  close(): void;
}

export interface LiveContentInput {
  readonly folders: ContentFolders;
  readonly options: BuildOptions;
  readonly understand: (entry: SourceEntry) => UnderstoodSource;
  readonly clock: Clock;
  /** `null` where the sweep alone is to find changes. */
  readonly watchFolder: WatchFolder | null;
  /** Milliseconds from one look at everything to the next, at the least. */
  readonly sweepInterval: number;
  readonly onProgress: (progress: BuildProgress) => void;
  readonly onPublish: (snapshot: Snapshot) => void;
  readonly report: (event: LiveEvent) => void;
}

/** Milliseconds from a hint to the look that it brings: programs seldom change one thing alone. */
const glanceTime = 4;

/**
 * Reads the content for the first time.
 *
 * @throws {ContentRootError} when a folder cannot be used.
 */
export async function openLiveContent(input: LiveContentInput): Promise<LiveContent> {
  const { options, clock, report, onPublish, sweepInterval } = input;
  const folders = await openLiveFolders({ ...input, onHint: () => loop.wakeAt(clock.now() + glanceTime) });
  const { sources, assets } = folders;
  let servedAssets = assets?.current() ?? null;
  const { ledger } = sources;
  const builder = createContentBuilder(options, { sources: folders.takeFirst(), removed: [], assets: servedAssets });
  const problems = createProblemFinder({
    first: builder.current(),
    clock,
    onProblems: (diagnostics) => report({ kind: 'problems', diagnostics }),
  });
  const publish = createPublisher({
    ...{ builder, ledger, clock, report },
    onPublish(snapshot, paths) {
      problems.add(snapshot, paths);
      onPublish(snapshot);
    },
  });
  const takeIn = createIntake({
    ...{ folders, clock, report },
    publish(update) {
      servedAssets = update.assets ?? servedAssets;
      publish(update);
    },
  });
  const sweep = createSweep({ look: folders.lookAtAll, clock, interval: sweepInterval });
  const loop = createWorkLoop({ clock, work, onError });
  const waiting: (() => void)[] = [];
  let toldError = '';

  return {
    current: builder.current,
    sources: builder.sources,
    assets: () => servedAssets,
    follow() {
      folders.startWatching();
      sweep.restart();
      loop.wakeAt(clock.now());
    },
    catchUp() {
      ledger.setThorough(true);
      sweep.restart();
      loop.wakeAt(clock.now());
      return new Promise((resolve) => waiting.push(resolve));
    },
    close() {
      loop.close();
      folders.close();
    },
  };

  /** Gives the time of the next work. */
  async function work(): Promise<number> {
    const hadHints = folders.hasHints();
    await inSlices(folders.lookAtHints(), clock);
    if (clock.now() >= sweep.nextTime() && sweep.advance()) ledger.setThorough(false);
    // what a sweep finds first is seldom all that it finds
    const nextTime = hadHints || !sweep.isUnderWay() ? await takeIn() : Infinity;
    const isCaughtUp = nextTime === Infinity && sweep.nextTime() > clock.now() && !folders.hasHints();
    if (isCaughtUp) for (const resolve of waiting.splice(0)) resolve();
    if (clock.now() >= problems.nextTime()) problems.advance();
    return Math.min(nextTime, sweep.nextTime(), problems.nextTime());
  }

  /** What was served goes on being served; the next sweep tries again. */
  function onError(error: unknown): number {
    const text = String(error);
    if (text !== toldError) report({ kind: 'failed', error });
    toldError = text;
    return clock.now() + sweepInterval;
  }
}
