import type { AssetList } from '../join/asset-finder.ts';
import type { Clock } from './clock.ts';
import type { PendingChange } from './ledger.ts';
import type { LiveEvent } from './live-event.ts';
import type { LiveFolders } from './live-folders.ts';
import type { FinishedUpdate } from './publisher.ts';
import { firstSeen, readingTime, settle, settling } from './settle.ts';
import { inSlices } from './slices.ts';

export interface IntakeInput {
  readonly folders: Pick<LiveFolders, 'sources' | 'assets'>;
  readonly clock: Clock;
  readonly publish: (update: FinishedUpdate) => void;
  readonly report: (event: LiveEvent) => void;
}

/** Makes the function that takes in what has changed, as soon as it is time, and gives the time to call it again. */
export function createIntake({ folders, clock, publish, report }: IntakeInput): () => Promise<number> {
  const { sources, assets } = folders;
  const { ledger } = sources;
  let takenAssets = assets?.current();
  let assetsSeenAt = Infinity;
  let lastPublishedAt = -Infinity;
  let isEmptied = false;

  return async () => {
    const newAssets = changedAssets();
    const seen = ledger.pending();
    if (seen.length === 0) setEmptied(false);
    if ((seen.length === 0 && newAssets === undefined) || !sources.hasRoot()) return Infinity;
    const start = seen.length === 0 ? clock.now() : readingTime(seen, lastPublishedAt);
    if (clock.now() < start) return start;

    await inSlices(sources.lookAgain(seen.filter(isDoubtful)), clock);
    await inSlices(sources.read(ledger.pending()), clock);
    const changes = ledger.pending();
    const now = clock.now();
    const { finished, finishingTime } = settle(changes, { now, known: ledger.known });
    const firstSeenAt = Math.min(firstSeen(finished), assetsSeenAt);
    // until then they are taken to belong together with what is unfinished
    const publishingTime = firstSeenAt + settling.burstTime;
    if (firstSeenAt === Infinity) return finishingTime;
    if (finished.length < changes.length && now < publishingTime) return Math.min(publishingTime, finishingTime);
    setEmptied(leavesNothing(finished));
    if (isEmptied) return Infinity;

    publish({ changes: finished, assets: newAssets, firstSeenAt });
    takenAssets = assets?.current();
    assetsSeenAt = Infinity;
    lastPublishedAt = clock.now();
    return finishingTime;
  };

  /** `undefined` where they are those that were taken in. */
  function changedAssets(): AssetList | undefined {
    const current = assets?.current();
    const hasChanged = current !== undefined && takenAssets !== undefined && !isSameList(current, takenAssets);
    assetsSeenAt = hasChanged ? Math.min(assetsSeenAt, clock.now()) : Infinity;
    return hasChanged ? current : undefined;
  }

  /** No server starts with nothing to serve, so none goes on with nothing: the root may be a disk that comes back. */
  function leavesNothing(finished: readonly PendingChange[]): boolean {
    const comes = (change: PendingChange): boolean => change.observation !== null;
    const goneCount = finished.filter((change) => !comes(change)).length;
    return goneCount === ledger.knownCount() && goneCount > 0 && !finished.some(comes);
  }

  function setEmptied(value: boolean): void {
    const folder = { of: 'content', path: '' } as const;
    if (value && !isEmptied) report({ kind: 'folder-lost', folder, reason: 'it is empty' });
    if (!value && isEmptied) report({ kind: 'folder-back', folder });
    isEmptied = value;
  }
}

/** What may lie differently by now. */
const isDoubtful = ({ observation, outcome }: PendingChange): boolean =>
  observation === null || outcome?.looksUnfinished === true;

function isSameList(a: AssetList, b: AssetList): boolean {
  const isSamePlace = a.assetsPath === b.assetsPath && a.contentPath === b.contentPath;
  if (!isSamePlace || a.paths.size !== b.paths.size) return false;
  for (const path of a.paths) if (!b.paths.has(path)) return false;
  return true;
}
