import { readSource, type SourceReading } from '../read-source.ts';
import { sourceDigest } from '../source-digest.ts';
import type { SourceEntry, SourceFile, UnreadableSource } from '../source-entry.ts';
import type { UnderstoodSource } from '../understand.ts';
import { type Clock, fileSystemTick } from './clock.ts';
import type { ChangeOutcome, KnownSource, PendingChange } from './ledger.ts';
import { looksUnfinished, shapeOf } from './looks-unfinished.ts';
import type { Observation } from './observation.ts';

/** What a look into a change found. */
export interface ReadChange {
  /** What lies there in truth, which may be something newer. */
  readonly observation: Observation | null;
  /** `null` where nothing could be read, or not in one piece. */
  readonly outcome: ChangeOutcome | null;
}

export interface ChangeReaderInput {
  readonly root: string;
  readonly understand: (entry: SourceEntry) => UnderstoodSource;
  /** Has a file parsed elsewhere, so that `understand` knows it. `null` where nothing has to be waited for. */
  readonly ahead: (file: SourceFile) => Promise<void> | null;
  readonly clock: Clock;
}

/** Steps of a reading, of which the promises have to be waited for. */
type Reading<Result> = Generator<Promise<void> | null, Result>;

/**
 * Makes the function that reads what lies at the path of a change, and understands it where it differs from what is known.
 * It is read once: what was parsed elsewhere are the very bytes that are understood.
 */
export function createChangeReader({ root, understand, ahead, clock }: ChangeReaderInput) {
  return function* (change: PendingChange, known: KnownSource | null): Reading<ReadChange> {
    const { path, observation } = change;
    if (observation === null) return { observation, outcome: null };
    if (observation.kind === 'problem') return problemOutcome(observation.source, observation);
    const reading = readSource(root, path);
    const { entry, isTorn, isMissing } = reading;
    if (isMissing) return { observation: null, outcome: null };
    const found = observationOf(reading);
    if ('problem' in entry) return problemOutcome(entry, found);
    return { observation: found, outcome: isTorn ? null : yield* outcomeOf(entry, found, known) };
  };

  function problemOutcome(entry: UnreadableSource, observation: Observation): ReadChange {
    const source = understand(entry);
    const known = { observation, digest: source.digest, shape: null, rereadAt: null };
    return { observation, outcome: { known, source, looksUnfinished: true } };
  }

  function* outcomeOf(file: SourceFile, observation: Observation, before: KnownSource | null): Reading<ChangeOutcome> {
    const digest = sourceDigest(file.bytes);
    const shape = shapeOf(file.bytes);
    const known = { observation, digest, shape, rereadAt: rereadTime(observation) };
    if (digest === before?.digest) return { known, source: null, looksUnfinished: false };
    yield ahead(file);
    const source = understand(file);
    const isBroken = source.understood === null;
    return { known, source, looksUnfinished: isBroken || looksUnfinished(shape, before?.shape ?? null) };
  }

  /** `null` where the file had its last change so long ago that the next one has another time. */
  function rereadTime(observation: Observation): number | null {
    if (observation.kind !== 'document') return null;
    const isFresh = clock.wallTime() - observation.signature.ctimeMs < fileSystemTick;
    return isFresh ? clock.now() + fileSystemTick : null;
  }
}

/** As a look will find it again. */
function observationOf({ entry, signature }: SourceReading): Observation {
  if (signature !== null) return { kind: 'document', signature };
  return 'problem' in entry && entry.problem.code === 'file-not-regular'
    ? { kind: 'problem', source: entry }
    : { kind: 'unknown' };
}
