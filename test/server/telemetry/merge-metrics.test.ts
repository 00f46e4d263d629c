import { expect, onTestFinished, test } from 'vitest';
import { gatherMetrics } from '../../../src/server/telemetry/metrics/gather-metrics.ts';
import { mergeMetrics } from '../../../src/server/telemetry/metrics/merge-metrics.ts';
import { createMetrics } from '../../../src/server/telemetry/metrics/metrics.ts';
import type { MetricsSnapshot } from '../../../src/server/telemetry/metrics/metrics-snapshot.ts';
import { createTestClock } from '../../support/test-clock.ts';
import { answeredRequest } from './answered-request.ts';

test('counters and histograms of several processes are added label by label', () => {
  const merged = mergeMetrics([
    {
      foliograph_requests_total: [
        ['route="graphql"', [2]],
        ['route="other"', [1]],
      ],
      foliograph_reload_duration_seconds: [['', [1, 0, 2.5]]],
    },
    {
      foliograph_requests_total: [
        ['route="livez"', [5]],
        ['route="graphql"', [3]],
      ],
      foliograph_reload_duration_seconds: [['', [0, 4, 0.5]]],
    },
  ]);
  expect(merged.foliograph_requests_total).toEqual([
    ['route="graphql"', [5]],
    ['route="other"', [1]],
    ['route="livez"', [5]],
  ]);
  expect(merged.foliograph_reload_duration_seconds).toEqual([['', [1, 4, 3]]]);
});

test('what all of them have in common is told once, delays by the worst, the start by the first', () => {
  const one: MetricsSnapshot = {
    foliograph_documents: [['', [20]]],
    foliograph_event_loop_delay_seconds: [['statistic="max"', [0.5]]],
    process_start_time_seconds: [['', [100]]],
    foliograph_response_cache_bytes: [['', [1000]]],
  };
  const other: MetricsSnapshot = {
    foliograph_documents: [['', [20]]],
    foliograph_event_loop_delay_seconds: [['statistic="max"', [0.1]]],
    process_start_time_seconds: [['', [90]]],
    foliograph_response_cache_bytes: [['', [500]]],
  };
  expect(mergeMetrics([one, other])).toMatchObject({
    foliograph_documents: [['', [20]]],
    foliograph_event_loop_delay_seconds: [['statistic="max"', [0.5]]],
    process_start_time_seconds: [['', [90]]],
    foliograph_response_cache_bytes: [['', [1500]]],
  });
});

test('what a process tells can be sent to another one as JSON', async () => {
  const metrics = createMetrics({ version: '1.2.3' });
  onTestFinished(metrics.close);
  metrics.answered(answeredRequest());
  const snapshot = await metrics.snapshotOf();
  expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);
});

test('what a process tells does not change when it goes on counting', async () => {
  const metrics = createMetrics({ version: '1.2.3' });
  onTestFinished(metrics.close);
  metrics.answered(answeredRequest());
  const snapshot = await metrics.snapshotOf();
  const before = JSON.stringify(snapshot);
  metrics.answered(answeredRequest());
  expect(JSON.stringify(snapshot)).toBe(before);
});

const told: MetricsSnapshot = { foliograph_processes: [['', [1]]] };

test('a process that is stuck is left out of what is gathered', async () => {
  const clock = createTestClock();
  const stuck = new Promise<MetricsSnapshot>(() => {});
  const gathered = gatherMetrics([Promise.resolve(told), stuck, Promise.resolve(told)], clock);
  await clock.advance(2000);
  expect((await gathered).foliograph_processes).toEqual([['', [2]]]);
});

test('a process that ends is left out, and nobody waits for it', async () => {
  const ended = Promise.reject(new Error('it ended'));
  const gathered = await gatherMetrics([ended, Promise.resolve(told)], createTestClock());
  expect(gathered.foliograph_processes).toEqual([['', [1]]]);
});
