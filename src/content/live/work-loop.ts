import type { Clock } from './clock.ts';

/** Work that is done again and again, never twice at once. */
export interface WorkLoop {
  /** Works at that time at the latest. */
  wakeAt(time: number): void;
  close(): void;
}

export interface WorkLoopInput {
  readonly clock: Clock;
  /** Resolves with the time at which there is something to do again. */
  readonly work: () => Promise<number>;
  /** Gives the time at which to try again. */
  readonly onError: (error: unknown) => number;
}

export function createWorkLoop({ clock, work, onError }: WorkLoopInput): WorkLoop {
  let isWorking = false;
  let isClosed = false;
  let wakeTime = Infinity;
  let callOff = (): void => {};
  return {
    wakeAt(time) {
      if (time >= wakeTime) return;
      wakeTime = time;
      if (!isWorking) schedule();
    },
    close() {
      isClosed = true;
      callOff();
    },
  };

  function schedule(): void {
    callOff();
    if (isClosed || wakeTime === Infinity) return;
    callOff = clock.after(Math.max(0, Math.ceil(wakeTime - clock.now())), () => void workOnce());
  }

  async function workOnce(): Promise<void> {
    isWorking = true;
    wakeTime = Infinity;
    const nextTime = await work().catch(onError);
    isWorking = false;
    wakeTime = Math.min(wakeTime, nextTime);
    schedule();
  }
}
