import { expect, test } from 'vitest';
import type { Clock } from '../../../src/content/live/clock.ts';
import { inSlices } from '../../../src/content/live/slices.ts';
import { createSweep } from '../../../src/content/live/sweep.ts';

/** A clock that goes on by a millisecond with every step. */
function steppedClock() {
  let now = 0;
  let turns = 0;
  const clock: Pick<Clock, 'now' | 'turn'> = {
    now: () => now,
    async turn() {
      turns++;
    },
  };
  function* steps(count: number): Iterable<void> {
    for (let index = 0; index < count; index++) {
      now++;
      yield;
    }
  }
  return { clock: { ...clock, wallTime: () => 0, after: () => () => {} }, steps, turns: () => turns, now: () => now };
}

test('work gives others their turn every few milliseconds', async () => {
  const { clock, steps, turns } = steppedClock();
  await inSlices(steps(60), clock);
  expect(turns()).toBeGreaterThanOrEqual(7);
  expect(turns()).toBeLessThanOrEqual(10);
});

test.each([
  [10, 2000],
  [100, 6000],
])('a sweep that takes %d ms is followed by the next one after %d ms', (cost, rest) => {
  const { clock, steps, now } = steppedClock();
  const sweep = createSweep({ look: () => steps(cost), clock, interval: 2000 });
  expect(sweep.nextTime()).toBe(2000);
  sweep.restart();
  expect(sweep.nextTime()).toBeLessThanOrEqual(now());
  let sliceCount = 1;
  while (!sweep.advance()) sliceCount++;
  expect(sliceCount).toBeGreaterThanOrEqual(cost / 8);
  expect(sweep.nextTime()).toBe(now() + rest);
});
