import type { Clock } from './clock.ts';
import { runSlice } from './slices.ts';

/** A look at everything that comes again and again, made in slices. */
export interface Sweep {
  /** When there is something to do: in the past while a sweep is under way. */
  nextTime(): number;
  isUnderWay(): boolean;
  /** Makes a slice of it, and tells whether that was the last. */
  advance(): boolean;
  /** Begins anew, at the next advance. */
  restart(): void;
}

export interface SweepInput {
  readonly look: () => Iterable<void>;
  readonly clock: Clock;
  /** Milliseconds from the end of one to the begin of the next, at the least. */
  readonly interval: number;
}

/** A sweep takes this part of the time at the most. */
const share = 1 / 60;

export function createSweep({ look, clock, interval }: SweepInput): Sweep {
  let steps: Iterator<void> | null = null;
  let cost = 0;
  let nextTime = clock.now() + interval;
  return {
    nextTime: () => (steps === null ? nextTime : -Infinity),
    isUnderWay: () => steps !== null,
    restart() {
      steps = null;
      nextTime = -Infinity;
    },
    advance() {
      const begin = clock.now();
      if (steps === null) cost = 0;
      steps ??= look()[Symbol.iterator]();
      const isDone = runSlice(steps, clock);
      const now = clock.now();
      cost += now - begin;
      if (!isDone) return false;
      steps = null;
      nextTime = now + Math.max(interval, cost / share);
      return true;
    },
  };
}
