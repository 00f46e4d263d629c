import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type BuildOptions, defaultBuildOptions } from '../../../src/content/build-options.ts';
import type { WatchFolder } from '../../../src/content/live/folder-watchers.ts';
import { type LiveContent, type LiveContentInput, openLiveContent } from '../../../src/content/live/live-content.ts';
import type { LiveEvent } from '../../../src/content/live/live-event.ts';
import type { Snapshot } from '../../../src/content/snapshot.ts';
import { createUnderstanding } from '../../../src/content/understand.ts';
import { createTestClock, type TestClock } from '../../support/test-clock.ts';

/** Live content on a clock of its own, told what changes by nobody but the test. */
export interface Followed {
  readonly live: LiveContent;
  readonly clock: TestClock;
  /** What was published since this was asked last: titles by path. */
  published(): readonly Readonly<Record<string, string>>[];
  readonly events: readonly LiveEvent[];
  /** Tells that something happened to a path, as the system would. */
  hint(path: string): void;
  /** Folders that are watched now, below the root. */
  watched(): readonly string[];
}

type OwnInput = Pick<LiveContentInput, 'understand' | 'ahead' | 'watchFolder' | 'withPreview' | 'onPublish'>;

export interface FollowedInput extends Partial<OwnInput> {
  readonly root: string;
  readonly assets?: string;
  readonly clock?: TestClock;
  readonly options?: Partial<BuildOptions>;
}

/** Follows a folder until the test ends; what changes by then is known. */
export async function follow({
  root,
  assets,
  options: given,
  clock = createTestClock(),
  ...input
}: FollowedInput): Promise<Followed> {
  const options = { ...defaultBuildOptions, ...given };
  const events: LiveEvent[] = [];
  const published: Snapshot[] = [];
  const watching = new Map<string, (name: string | null) => void>();
  const watchFolder: WatchFolder = (path, { onHint }) => {
    watching.set(path, onHint);
    return { close: () => void watching.delete(path) };
  };
  const live = await openLiveContent({
    folders: { root, assets: assets ?? null },
    options,
    understand: createUnderstanding(options),
    clock,
    watchFolder,
    withPreview: false,
    sweepInterval: 2000,
    onProgress() {},
    onPublish: (snapshot) => published.push(snapshot),
    report: (event) => events.push(event),
    ...input,
  });
  onTestFinished(live.close);
  live.follow();
  await clock.advance(100);
  return {
    ...{ live, clock, events },
    published: () => published.splice(0).map(titlesOf),
    hint: (path) => watching.get(dirname(join(root, path)))?.(path.slice(path.lastIndexOf('/') + 1)),
    watched: () => [...watching.keys()].map((path) => path.slice(root.length + 1)).sort(),
  };
}

export const titlesOf = ({ indexes }: Snapshot): Readonly<Record<string, string>> =>
  Object.fromEntries(indexes.Page.all.map(({ source, title }) => [source.path, title]));

/** Writes a file, and the folders that it needs. */
export function write(root: string, path: string, text: string | Uint8Array): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
