import type { ContentBuilder } from '../content-builder.ts';
import type { Clock } from './clock.ts';

/** When time alone publishes or withdraws something. */
export interface DueTime {
  /** Milliseconds since something was due; `null` where nothing is. */
  lateness(): number | null;
  /** When to ask again, by the clock that never goes back; `Infinity` for never. */
  nextTime(): number;
}

export interface DueTimeInput {
  readonly builder: ContentBuilder;
  readonly clock: Clock;
  /** Milliseconds to wait at the most: clocks are set, and machines sleep. */
  readonly longestWait: number;
}

export function createDueTime({ builder, clock, longestWait }: DueTimeInput): DueTime {
  return {
    lateness() {
      const dueAt = builder.nextChangeAt();
      if (dueAt === null) return null;
      const instant = clock.wallTime();
      if (instant >= dueAt) return instant - dueAt;
      // the clock was set back: what was published by then may not be any more
      return instant < builder.judgedAt() ? 0 : null;
    },
    nextTime() {
      const dueAt = builder.nextChangeAt();
      if (dueAt === null) return Infinity;
      return clock.now() + Math.min(Math.max(dueAt - clock.wallTime(), 0), longestWait);
    },
  };
}
