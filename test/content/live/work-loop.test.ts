import { expect, test } from 'vitest';
import { createWorkLoop } from '../../../src/content/live/work-loop.ts';
import { createTestClock } from '../../support/test-clock.ts';

test('work is never done twice at once, and done again when it was asked for meanwhile', async () => {
  const clock = createTestClock();
  const ends: ((nextTime: number) => void)[] = [];
  const work = () => new Promise<number>((resolve) => ends.push(resolve));
  const loop = createWorkLoop({ clock, work, onError: () => Infinity });
  loop.wakeAt(10);
  await clock.advance(10);
  loop.wakeAt(20);
  await clock.advance(100);
  expect(ends).toHaveLength(1);
  ends[0]?.(Infinity);
  await clock.advance(1);
  expect(ends).toHaveLength(2);
});

test('work goes on at the time that an error gives', async () => {
  const clock = createTestClock();
  const times: number[] = [];
  const loop = createWorkLoop({
    clock,
    async work() {
      times.push(clock.now());
      throw new Error('no');
    },
    onError: () => clock.now() + 50,
  });
  loop.wakeAt(0);
  await clock.advance(100);
  loop.close();
  await clock.advance(100);
  expect(times).toEqual([0, 50, 100]);
});
