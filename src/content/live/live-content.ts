import type { BuildOptions } from '../build-options.ts';
import type { BuildProgress } from '../build-progress.ts';
import type { ContentFolders } from '../build-snapshot.ts';
import type { ContentBuilder } from '../content-builder.ts';
import { createContentViews } from '../content-views.ts';
import type { AssetList } from '../join/asset-finder.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Snapshot } from '../snapshot.ts';
import type { SourceEntry, SourceFile } from '../source-entry.ts';
import type { UnderstoodSource } from '../understand.ts';
import type { Clock } from './clock.ts';
import { createDueTime } from './due-time.ts';
import type { WatchFolder } from './folder-watchers.ts';
import { createIntake } from './intake.ts';
import type { LiveEvent } from './live-event.ts';
import { openLiveFolders } from './live-folders.ts';
import { createProblemFinder } from './problem-finder.ts';
import { createPublisher } from './publisher.ts';
import { inSlices } from './slices.ts';
import { createSweep } from './sweep.ts';
import { type ToldProblems, toldProblems } from './told-problems.ts';
import { createWorkLoop } from './work-loop.ts';

/** Content that follows what lies on the disk, and the time. */
export interface LiveContent {
  /** What is served. */
  current(): Snapshot;
  /** What is served of each path, below the content root. */
  sources(): ReadonlyMap<string, UnderstoodSource>;
  /** What is known of each path that is hidden at present. */
  hidden(): ReadonlyMap<string, UnderstoodSource>;
  /** The same with everything that is hidden; `null` where nobody wants it. */
  preview(): Pick<ContentBuilder, 'current' | 'sources'> | null;
  /** What is wrong with what is served and with what is hidden. */
  problems(): ToldProblems;
  /** What the snapshot that is served was made with, which may be older than what lies there. */
  assets(): AssetList | null;
  /** Begins to follow. What changed since the first build is found, too. */
  follow(): void;
  /** Begins to publish and withdraw by time, and leaves the disk alone. */
  followTime(): void;
  /** Looks at everything once more; resolves when all that has changed is served. */
  catchUp(): Promise<void>;
  close(): void;
}

export interface LiveContentInput {
  readonly folders: ContentFolders;
  readonly options: BuildOptions;
  readonly understand: (entry: SourceEntry) => UnderstoodSource;
  /** Has a file parsed elsewhere, so that `understand` knows it. `null` where nothing has to be waited for. */
  readonly ahead?: (file: SourceFile) => Promise<void> | null;
  readonly clock: Clock;
  /** `null` where the sweep alone is to find changes. */
  readonly watchFolder: WatchFolder | null;
  /** Whether everything that is hidden is kept as a view of its own, for those who work on it. */
  readonly withPreview: boolean;
  /** Milliseconds from one look at everything to the next, at the least. */
  readonly sweepInterval: number;
  readonly onProgress: (progress: BuildProgress) => void;
  readonly onPublish: (snapshot: Snapshot) => void;
  readonly report: (event: LiveEvent) => void;
  /** All that is wrong, whenever that was looked for. */
  readonly onDiagnosed?: (diagnostics: readonly Diagnostic[]) => void;
}

/** Milliseconds from a hint to the look that it brings: programs seldom change one thing alone. */
const glanceTime = 4;

/**
 * Reads the content for the first time.
 *
 * @throws {ContentRootError} when a folder cannot be used.
 */
export async function openLiveContent(input: LiveContentInput): Promise<LiveContent> {
  const { options, clock, report, onPublish, sweepInterval, withPreview } = input;
  const folders = await openLiveFolders({ ...input, onHint: () => loop.wakeAt(clock.now() + glanceTime) });
  const { sources, assets } = folders;
  let servedAssets = assets?.current() ?? null;
  const { ledger } = sources;
  const views = createContentViews({
    options,
    first: { sources: folders.takeFirst(), removed: [], assets: servedAssets },
    now: () => new Date(clock.wallTime()),
    withEverything: withPreview,
  });
  const { published } = views;
  const told = (): ToldProblems => toldProblems(published.current(), published.hidden());
  const problems = createProblemFinder({
    first: told(),
    clock,
    onProblems: (diagnostics) => report({ kind: 'problems', diagnostics }),
    // for figures that others may see
    onDiagnosed: (all) => input.onDiagnosed?.(all.filter(({ path }) => !published.hidden().has(path))),
  });
  const { publish, publishDue } = createPublisher({
    ...{ views, ledger, clock, report, onPublish },
    onChange: (paths) => problems.add(told(), paths),
  });
  const due = createDueTime({ builder: published, clock, longestWait: sweepInterval });
  const takeIn = createIntake({
    ...{ folders, clock, report },
    publish(update) {
      servedAssets = update.assets ?? servedAssets;
      publish(update);
      timeLoop.wakeAt(due.nextTime());
    },
  });
  const sweep = createSweep({ look: folders.lookAtAll, clock, interval: sweepInterval });
  const loop = createWorkLoop({ clock, work, onError });
  // on its own: what expires does not wait until what changed is understood
  const timeLoop = createWorkLoop({ clock, work: publishWhatIsDue, onError });
  const waiting: (() => void)[] = [];
  let looksAtDisk = false;
  let toldError = '';

  return {
    current: published.current,
    sources: published.sources,
    hidden: published.hidden,
    preview: () => views.everything,
    problems: told,
    assets: () => servedAssets,
    follow() {
      looksAtDisk = true;
      folders.startWatching();
      sweep.restart();
      loop.wakeAt(clock.now());
      timeLoop.wakeAt(clock.now());
    },
    followTime() {
      loop.wakeAt(clock.now());
      timeLoop.wakeAt(clock.now());
    },
    catchUp() {
      looksAtDisk = true;
      ledger.setThorough(true);
      sweep.restart();
      loop.wakeAt(clock.now());
      timeLoop.wakeAt(clock.now());
      return new Promise((resolve) => waiting.push(resolve));
    },
    close() {
      loop.close();
      timeLoop.close();
      folders.close();
    },
  };

  /** Gives the time of the next work. */
  async function work(): Promise<number> {
    const nextTime = looksAtDisk ? await lookAtDisk() : Infinity;
    if (clock.now() >= problems.nextTime()) problems.advance();
    return Math.min(nextTime, problems.nextTime());
  }

  /** Gives the time of the next publishing by time. */
  async function publishWhatIsDue(): Promise<number> {
    const lateness = due.lateness();
    if (lateness !== null) publishDue(lateness);
    // the search for what is wrong with it is the other loop's
    loop.wakeAt(problems.nextTime());
    return due.nextTime();
  }

  /** Gives the time of the next look. */
  async function lookAtDisk(): Promise<number> {
    const hadHints = folders.hasHints();
    await inSlices(folders.lookAtHints(), clock);
    if (clock.now() >= sweep.nextTime() && sweep.advance()) ledger.setThorough(false);
    // what a sweep finds first is seldom all that it finds
    const nextTime = hadHints || !sweep.isUnderWay() ? await takeIn() : Infinity;
    const isCaughtUp = nextTime === Infinity && sweep.nextTime() > clock.now() && !folders.hasHints();
    if (isCaughtUp) for (const resolve of waiting.splice(0)) resolve();
    return Math.min(nextTime, sweep.nextTime());
  }

  /** What was served goes on being served; the next sweep tries again. */
  function onError(error: unknown): number {
    const text = String(error);
    if (text !== toldError) report({ kind: 'failed', error });
    toldError = text;
    return clock.now() + sweepInterval;
  }
}
