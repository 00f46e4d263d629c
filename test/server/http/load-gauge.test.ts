import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { createLoadGauge } from '../../../src/server/http/load-gauge.ts';

const limits = { delay: 100, executions: 2, unreadSize: 1000 };

describe('the gauge of load', () => {
  test('admits what has not waited too long in one turn of the event loop, and begins anew with the next', async () => {
    let time = 0;
    const gauge = createLoadGauge(limits, () => time);
    const admitted = [0, 60, 100, 101, 500].map((now) => {
      time = now;
      return gauge.admits();
    });
    await setImmediate();
    expect([admitted, gauge.admits(), gauge.refused()]).toEqual([[true, true, true, false, false], true, 2]);
  });

  test('admits so many operations at once as may run', () => {
    const gauge = createLoadGauge(limits);
    const [endFirst] = [gauge.begin(), gauge.begin()];
    const before = gauge.admits();
    endFirst?.();
    endFirst?.();
    expect([before, gauge.admits(), gauge.refused()]).toEqual([false, true, 1]);
  });

  test('gives up what has waited longest while too much waits for its readers', () => {
    const gauge = createLoadGauge(limits);
    const givenUp: string[] = [];
    const hold = (name: string, bytes: number) => gauge.hold(bytes, () => givenUp.push(name));
    hold('a', 400);
    const releaseB = hold('b', 400);
    hold('c', 200);
    releaseB();
    releaseB();
    hold('d', 400);
    expect([givenUp, gauge.admits()]).toEqual([[], true]);
    hold('e', 1);
    expect(givenUp).toEqual(['a']);
    // more than all of them may be together, but the only one
    hold('f', 2000);
    expect([givenUp, gauge.admits()]).toEqual([['a', 'c', 'd', 'e'], true]);
  });
});
