import type { UnderstoodSource } from '../understand.ts';
import type { Clock } from './clock.ts';
import type { TextShape } from './looks-unfinished.ts';
import { isSameObservation, type Observation } from './observation.ts';

/** A file as it was last taken in. */
export interface KnownSource {
  readonly observation: Observation;
  readonly digest: string;
  /** `null` for what could not be read. */
  readonly shape: TextShape | null;
  /** When it is to be read once more, because a change right after it was read cannot be seen; `null` for never. */
  readonly rereadAt: number | null;
}

/** A path at which something else lies than what was taken in. */
export interface PendingChange {
  readonly path: string;
  /** `null` when nothing lies there any more. */
  readonly observation: Observation | null;
  readonly firstSeenAt: number;
  /** When the observation was made first. */
  readonly changedAt: number;
  /** What reading it gave; `null` before that. */
  readonly outcome: ChangeOutcome | null;
}

export interface ChangeOutcome {
  readonly known: KnownSource;
  /** `null` when the content is the same as before. */
  readonly source: UnderstoodSource | null;
  /** Whether it looks like a file that somebody is still writing. */
  readonly looksUnfinished: boolean;
}

/** Compares what is seen on the disk with what was taken in. Times are those of the clock. */
export interface Ledger {
  /** Notes what lies at a path now. What is as it was taken in is pending no more. */
  note(path: string, observation: Observation | null): void;
  known(path: string): KnownSource | null;
  knownCount(): number;
  pending(): readonly PendingChange[];
  /** Keeps what reading a pending change gave, until something else is seen there. */
  keepOutcome(path: string, outcome: ChangeOutcome): void;
  /** Takes a change in. */
  accept(change: PendingChange): void;
  /** Whether to read again whatever may have changed unseen, however short ago it was read. */
  setThorough(isThorough: boolean): void;
}

export interface LedgerInput {
  readonly clock: Clock;
  /** Whether the file at a path still has the bytes with this digest. */
  readonly hasContent: (path: string, digest: string) => boolean;
}

export function createLedger({ clock, hasContent }: LedgerInput): Ledger {
  const known = new Map<string, KnownSource>();
  const pending = new Map<string, PendingChange>();
  let isThorough = false;
  return {
    note(path, observation) {
      const change = pending.get(path);
      if (isKnown(path, observation)) pending.delete(path);
      else if (change === undefined || !isSameObservation(change.observation, observation)) {
        const now = clock.now();
        pending.set(path, {
          path,
          observation,
          firstSeenAt: change?.firstSeenAt ?? now,
          changedAt: now,
          outcome: null,
        });
      }
    },
    known: (path) => known.get(path) ?? null,
    knownCount: () => known.size,
    pending: () => [...pending.values()],
    keepOutcome(path, outcome) {
      const change = pending.get(path);
      if (change !== undefined) pending.set(path, { ...change, outcome });
    },
    accept({ path, outcome }) {
      pending.delete(path);
      if (outcome === null) known.delete(path);
      else known.set(path, outcome.known);
    },
    setThorough(value) {
      isThorough = value;
    },
  };

  function isKnown(path: string, observation: Observation | null): boolean {
    const source = known.get(path);
    if (source === undefined || observation === null) return source === undefined && observation === null;
    return isSameObservation(source.observation, observation) && !hasChangedUnseen(path, source);
  }

  /** A file that changes twice within a tick of its file system's clock has the same signature both times. */
  function hasChangedUnseen(path: string, source: KnownSource): boolean {
    const { rereadAt, digest } = source;
    if (rereadAt === null) return false;
    const isDue = clock.now() >= rereadAt;
    if (!isDue && !isThorough) return false;
    if (!hasContent(path, digest)) return true;
    if (isDue) known.set(path, { ...source, rereadAt: null });
    return false;
  }
}
