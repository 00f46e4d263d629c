import type { Clock } from '../live/clock.ts';

/** Decides when something that changes now and then is saved. */
export interface SaveSchedule {
  /** Notes that there is something to save. */
  change(): void;
  /** Saves now, if there is something; one save at a time. */
  save(): Promise<void>;
  /** The same for the last time. */
  close(): Promise<void>;
}

/** Milliseconds from a change to its save, so that a first build is over. */
const delay = 2_000;
/** Milliseconds between two saves while things go on changing. */
const pause = 30_000;

export function createSaveSchedule({
  clock,
  save,
}: {
  readonly clock: Pick<Clock, 'after'>;
  /** Gives whether it succeeded. What fails is tried again when something changes, and at the end. */
  readonly save: () => Promise<boolean>;
}): SaveSchedule {
  let isChanged = false;
  let hasFailed = false;
  let isClosed = false;
  let cancel: (() => void) | null = null;
  let saving = Promise.resolve();

  function change(): void {
    isChanged = true;
    if (cancel === null && !isClosed) wait(delay);
  }

  function wait(milliseconds: number): void {
    cancel = clock.after(milliseconds, () => {
      cancel = null;
      if (!isChanged) return;
      void saveNow();
      wait(pause);
    });
  }

  function saveNow(): Promise<void> {
    saving = saving.then(async () => {
      if (!isChanged) return;
      isChanged = false;
      hasFailed = !(await save());
    });
    return saving;
  }

  return {
    change,
    save: saveNow,
    close() {
      isClosed = true;
      cancel?.();
      isChanged ||= hasFailed;
      return saveNow();
    },
  };
}
