import { setImmediate as nextTurn } from 'node:timers/promises';

/** Everything that live content knows about time. */
export interface Clock {
  /** Milliseconds from some point in time, never going back. */
  now(): number;
  /** Milliseconds since 1970, as file systems count. */
  wallTime(): number;
  /** Calls back once, later; what it gives calls that off. */
  after(milliseconds: number, callback: () => void): () => void;
  /** Resolves after everything else that waits had its turn. */
  turn(): Promise<void>;
}

/** The clocks of file systems tick at least as often, in milliseconds: that of FAT is the slowest. */
export const fileSystemTick = 2000;

/** The machine's. Its timers keep no process alive. */
export const systemClock: Clock = {
  now: () => performance.now(),
  wallTime: () => Date.now(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds).unref();
    return () => clearTimeout(timer);
  },
  turn: () => nextTurn(),
};
