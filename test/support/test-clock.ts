import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../../src/content/live/clock.ts';

/** A clock that stands until somebody advances it. */
export interface TestClock extends Clock {
  /** Lets time pass; resolves when everything that was due is done. */
  advance(milliseconds: number): Promise<void>;
}

export function createTestClock(): TestClock {
  let now = 0;
  const turns: (() => void)[] = [];
  const timers = new Set<{ readonly time: number; readonly callback: () => void }>();
  return {
    now: () => now,
    wallTime: () => Date.now(),
    after(milliseconds, callback) {
      const timer = { time: now + milliseconds, callback };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    turn: () => new Promise((resolve) => turns.push(resolve)),
    async advance(milliseconds) {
      const end = now + milliseconds;
      await giveTurns();
      for (let timer = nextTimer(end); timer !== null; timer = nextTimer(end)) {
        timers.delete(timer);
        now = Math.max(now, timer.time);
        timer.callback();
        await giveTurns();
      }
      now = end;
    },
  };

  function nextTimer(end: number) {
    const due = [...timers].filter(({ time }) => time <= end).sort((a, b) => a.time - b.time);
    return due[0] ?? null;
  }

  /** What runs waits for nothing but its turn, so it is at its end when nobody waits for one. */
  async function giveTurns(): Promise<void> {
    await nextTurn();
    while (turns.length > 0) {
      for (const resolve of turns.splice(0)) resolve();
      await nextTurn();
    }
  }
}
