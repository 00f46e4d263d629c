import { type ContentView, isPublished } from './publication.ts';
import { createTimedPaths } from './timed-paths.ts';
import type { UnderstoodSource } from './understand.ts';

/** Decides which version of each file is served: the last good one, and none while it is hidden. */
export interface ServedSources {
  /** By path. */
  readonly served: ReadonlyMap<string, UnderstoodSource>;
  /** What is known of each path that is hidden at present. */
  readonly hidden: ReadonlyMap<string, UnderstoodSource>;
  /** Versions that are broken while an older one is there. */
  readonly heldBack: ReadonlyMap<string, UnderstoodSource>;
  /** Takes changes in, and judges anew what depends on time. @param now - in milliseconds since 1970 */
  take(changes: SourceChanges, now: number): MovedPaths;
  /** Whether time and view let a version be seen. */
  isShown(source: UnderstoodSource): boolean;
  /** Of the last judgement. */
  judgedAt(): number;
  /** When the next one gives something else; `null` where nothing depends on time, `Infinity` where all that is past. */
  nextChangeAt(): number | null;
}

interface SourceChanges {
  /** New or changed files, each path once. */
  readonly sources: readonly UnderstoodSource[];
  /** Paths at which nothing lies any more. */
  readonly removed: readonly string[];
}

export interface MovedPaths {
  /** Paths that were hidden and are served now. */
  readonly published: readonly string[];
  /** Paths that were served and are hidden now. */
  readonly withdrawn: readonly string[];
}

export interface ServedSourcesInput {
  readonly view: ContentView;
  /** Told whenever another version is served at a path; `null` for none. */
  readonly onServed: (path: string, source: UnderstoodSource | null) => void;
}

export function createServedSources({ view, onServed }: ServedSourcesInput): ServedSources {
  const served = new Map<string, UnderstoodSource>();
  const hidden = new Map<string, UnderstoodSource>();
  const heldBack = new Map<string, UnderstoodSource>();
  const timed = createTimedPaths();
  let instant = 0;

  const lastGood = (path: string): UnderstoodSource | undefined => served.get(path) ?? hidden.get(path);

  const isShown = ({ publication }: UnderstoodSource): boolean =>
    view === 'everything' || isPublished(publication, instant);

  function remove(path: string): void {
    heldBack.delete(path);
    timed.note(path, []);
    hidden.delete(path);
    withhold(path);
  }

  function withhold(path: string): void {
    served.delete(path);
    onServed(path, null);
  }

  /** A file that breaks keeps its last good version, unless the broken one says that it is to be hidden. */
  function keep(source: UnderstoodSource): UnderstoodSource {
    const { path } = source;
    const known = lastGood(path);
    const isWorse = source.understood === null && known !== undefined && known.understood !== null;
    if (isWorse) heldBack.set(path, source);
    else heldBack.delete(path);
    const good = isWorse ? known : source;
    if (view === 'published') timed.note(path, [good.publication, source.publication]);
    return good;
  }

  /** Serves or hides what is known of a path. */
  function place(source: UnderstoodSource, { published, withdrawn }: Moved): void {
    const { path } = source;
    const before = served.get(path);
    if (!isShown(source) || !isShown(heldBack.get(path) ?? source)) {
      hidden.set(path, source);
      if (before === undefined) return;
      withdrawn.push(path);
      withhold(path);
    } else if (before !== source) {
      if (hidden.delete(path)) published.push(path);
      served.set(path, source);
      onServed(path, source);
    }
  }

  return {
    served,
    hidden,
    heldBack,
    take({ sources, removed }, now) {
      const moved: Moved = { published: [], withdrawn: [] };
      instant = now;
      for (const path of removed) remove(path);
      for (const source of sources) place(keep(source), moved);
      for (const path of timed.paths()) {
        const source = lastGood(path);
        if (source !== undefined) place(source, moved);
      }
      return moved;
    },
    isShown,
    judgedAt: () => instant,
    nextChangeAt: () => timed.nextChangeAfter(instant),
  };
}

interface Moved {
  readonly published: string[];
  readonly withdrawn: string[];
}
