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

  test('admits nothing while too much waits for its readers', () => {
    const gauge = createLoadGauge(limits);
    const release = gauge.hold(1001);
    const before = gauge.admits();
    release();
    expect([before, gauge.admits()]).toEqual([false, true]);
  });
});
