import type { LoadLimits } from '../load-limits.ts';

/**
 * Tells when a server has more to do than it can, so that what can be done is done and the rest is told so at once.
 *
 * All requests that have come while the event loop was busy are handled in one turn of it. What runs first makes the others
 * wait: those whose turn comes later than they may wait are refused, which costs next to nothing.
 */
export interface LoadGauge {
  /** Whether one more operation may run. */
  admits(): boolean;
  /** An operation has to be waited for. @returns what tells its end */
  begin(): () => void;
  /**
   * An answer waits for its reader. Where too much waits, what has waited longest is given up: whoever reads slowly is no
   * reason to refuse others. @returns what tells that it is gone
   */
  hold(bytes: number, giveUp: () => void): () => void;
  /** Operations that were not admitted so far. */
  refused(): number;
}

export function createLoadGauge(limits: LoadLimits, now: () => number = () => performance.now()): LoadGauge {
  let turnBeganAt: number | null = null;
  let running = 0;
  let held = 0;
  let refused = 0;
  /** By what tells that it is gone, the oldest first. */
  const waiting = new Map<() => void, () => void>();

  function delayOfTurn(): number {
    if (turnBeganAt !== null) return now() - turnBeganAt;
    turnBeganAt = now();
    // comes when all that had been received is handled
    setImmediate(() => {
      turnBeganAt = null;
    });
    return 0;
  }

  return {
    admits() {
      const isAdmitted = delayOfTurn() <= limits.delay && running < limits.executions;
      if (!isAdmitted) refused++;
      return isAdmitted;
    },
    begin() {
      running++;
      return onceOnly(() => running--);
    },
    hold(bytes, giveUp) {
      const release = onceOnly(() => {
        held -= bytes;
        waiting.delete(release);
      });
      held += bytes;
      waiting.set(release, giveUp);
      for (const [releaseOldest, giveUpOldest] of waiting) {
        // the latest one may be larger than all of that
        if (held <= limits.unreadSize || releaseOldest === release) break;
        releaseOldest();
        giveUpOldest();
      }
      return release;
    },
    refused: () => refused,
  };
}

function onceOnly(act: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) act();
    isDone = true;
  };
}
