import type { Clock } from './clock.ts';

/** Milliseconds of work between two turns of others: serving goes on meanwhile. */
const sliceTime = 6;

/** Makes short steps until a slice of time is over, and tells whether there were no more. */
export function runSlice(steps: Iterator<unknown>, clock: Clock): boolean {
  const end = clock.now() + sliceTime;
  while (steps.next().done !== true) if (clock.now() >= end) return false;
  return true;
}

/** Makes all of the steps, with turns of others between the slices; a step that gives a promise is waited for. */
export async function inSlices(steps: Iterable<unknown>, clock: Clock): Promise<void> {
  const iterator = steps[Symbol.iterator]();
  let end = clock.now() + sliceTime;
  for (let step = iterator.next(); step.done !== true; step = iterator.next()) {
    if (step.value instanceof Promise) await step.value;
    else if (clock.now() < end) continue;
    else await clock.turn();
    end = clock.now() + sliceTime;
  }
}
