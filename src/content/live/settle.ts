import type { KnownSource, PendingChange } from './ledger.ts';
import type { Observation } from './observation.ts';

/** When changes are taken in, in milliseconds; docs/decisions/0020-watching.md has the reasons. */
interface Settling {
  /** Without a further change, until a burst is over, and until a file that is gone is gone for good. */
  readonly quietTime: number;
  /** From the first change, until a burst is taken in although it goes on. */
  readonly burstTime: number;
  /** Without a further change, until a file that looks unfinished is finished after all. */
  readonly patience: number;
  /** From the first change, until such a file is taken in although it is still being written. */
  readonly patienceLimit: number;
  /** Until a file is read again that changed while it was read. */
  readonly rereadTime: number;
}

export const settling: Settling = { quietTime: 50, burstTime: 500, patience: 250, patienceLimit: 5000, rereadTime: 10 };

/** When to look into changes: a lone one at once, a burst when it is over. */
export function readingTime(changes: readonly PendingChange[], lastPublishedAt: number): number {
  const goneCount = changes.filter(({ observation }) => observation === null).length;
  const isLone = Math.max(goneCount, changes.length - goneCount) <= 1;
  if (isLone) return lastPublishedAt + settling.quietTime;
  const last = changes.reduce((time, { changedAt }) => Math.max(time, changedAt), -Infinity);
  return Math.min(last + settling.quietTime, firstSeen(changes) + settling.burstTime);
}

/** When the first of some changes was seen. */
export const firstSeen = (changes: readonly PendingChange[]): number =>
  changes.reduce((time, { firstSeenAt }) => Math.min(time, firstSeenAt), Infinity);

/** Changes that were looked into. */
export interface Settled {
  readonly finished: readonly PendingChange[];
  /** When the next of the others counts as finished; `Infinity` where there is none. */
  readonly finishingTime: number;
}

export interface SettleContext {
  readonly now: number;
  readonly known: (path: string) => KnownSource | null;
}

export function settle(changes: readonly PendingChange[], { now, known }: SettleContext): Settled {
  const inodes = new Set(changes.map(({ observation }) => inodeOf(observation)));
  const finished: PendingChange[] = [];
  let finishingTime = Infinity;
  for (const change of changes) {
    const inode = change.observation === null ? inodeOf(known(change.path)?.observation ?? null) : null;
    // the file lies somewhere else now
    const hasMoved = inode !== null && inodes.has(inode);
    const time = hasMoved ? now : timeOf(change);
    // what could not be read in one piece is not known, so it cannot be taken in
    const isUnread = change.observation !== null && change.outcome === null;
    if (time <= now && !isUnread) finished.push(change);
    else finishingTime = Math.min(finishingTime, time);
  }
  return { finished, finishingTime };
}

const inodeOf = (observation: Observation | null): number | null =>
  observation?.kind === 'document' ? observation.signature.inode : null;

function timeOf({ observation, outcome, firstSeenAt, changedAt }: PendingChange): number {
  if (observation === null) return changedAt + settling.quietTime;
  // read in the middle of a write: again, soon
  if (outcome === null) return changedAt + settling.rereadTime;
  if (!outcome.looksUnfinished) return changedAt;
  return Math.min(changedAt + settling.patience, firstSeenAt + settling.patienceLimit);
}
