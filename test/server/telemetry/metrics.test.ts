import { describe, expect, onTestFinished, test } from 'vitest';
import { exposition } from '../../../src/server/telemetry/metrics/exposition.ts';
import { createMetrics, type Metrics } from '../../../src/server/telemetry/metrics/metrics.ts';
import { metricFamilies, metricNames } from '../../../src/server/telemetry/metrics/metric-families.ts';
import { answeredRequest } from './answered-request.ts';

function metricsForTest(): Metrics {
  const metrics = createMetrics({ version: '1.2.3' });
  onTestFinished(metrics.close);
  return metrics;
}

/** Lines of one metric, without its HELP and TYPE. */
async function linesOf(metrics: Metrics, name: string): Promise<readonly string[]> {
  return exposition(await metrics.snapshotOf())
    .split('\n')
    .filter((line) => new RegExp(`^${name}[{ ]`).test(line))
    .map((line) => line.slice(name.length));
}

const publication = {
  revision: '0123456789abcdef',
  builtAt: '2026-11-28T13:15:23.500Z',
  documents: 20,
  nodes: { Page: 20, Partner: 34, Goal: 6, Link: 174 },
  milliseconds: 300,
};

describe('requests are counted', () => {
  test('by route, source, operation and class of their status', async () => {
    const metrics = metricsForTest();
    metrics.answered(answeredRequest());
    metrics.answered(answeredRequest({ source: 'cache' }));
    metrics.answered(answeredRequest({ source: 'cache', status: 304, bytes: 0 }));
    metrics.answered(answeredRequest({ source: 'cache', operationName: null }));
    metrics.answered(answeredRequest({ source: 'yoga', operationName: null, status: 500 }));
    metrics.answered(answeredRequest({ route: 'readyz', path: '/readyz', source: null, operationName: null }));
    metrics.answered(
      answeredRequest({ route: 'other', path: '/nowhere', source: null, operationName: null, status: 404 }),
    );
    expect(await linesOf(metrics, 'foliograph_requests_total')).toEqual([
      '{route="graphql",source="run",operation="Partners",status="2xx"} 1',
      '{route="graphql",source="cache",operation="Partners",status="2xx"} 1',
      '{route="graphql",source="cache",operation="Partners",status="3xx"} 1',
      '{route="graphql",source="cache",operation="anonymous",status="2xx"} 1',
      '{route="graphql",source="yoga",operation="anonymous",status="5xx"} 1',
      '{route="readyz",status="2xx"} 1',
      '{route="other",status="4xx"} 1',
    ]);
    expect(await linesOf(metrics, 'foliograph_response_bytes_total')).toEqual([
      '{route="graphql",source="run"} 2000',
      '{route="graphql",source="cache"} 4000',
      '{route="graphql",source="yoga"} 2000',
      '{route="readyz"} 2000',
      '{route="other"} 2000',
    ]);
    expect(await linesOf(metrics, 'foliograph_response_cache_requests_total')).toEqual([
      '{result="miss"} 2',
      '{result="hit"} 3',
    ]);
  });

  test('by the first 100 operation names, and all others together', async () => {
    const metrics = metricsForTest();
    for (let index = 0; index < 300; index++) metrics.answered(answeredRequest({ operationName: `Query${index}` }));
    const lines = await linesOf(metrics, 'foliograph_requests_total');
    expect(lines).toHaveLength(101);
    expect(lines.at(99)).toContain('operation="Query99"');
    expect(lines.at(100)).toBe('{route="graphql",source="run",operation="other",status="2xx"} 200');
  });

  test.each([
    ['a request that was refused', { source: 'refused', operationName: 'Refused' }],
    ['an answer that is an error', { status: 400, operationName: 'Wrong' }],
    ['a name that GraphQL does not have', { operationName: 'a"} 1\nevil{x="' }],
    ['a name of 101 characters', { operationName: 'a'.repeat(101) }],
  ] as const)('as other, and make no name known, for %s', async (_what, request) => {
    const metrics = metricsForTest();
    metrics.answered(answeredRequest(request));
    metrics.answered(answeredRequest({ ...request, status: 400 }));
    const operations = (await linesOf(metrics, 'foliograph_requests_total')).map(
      (line) => /operation="([^"]*)"/.exec(line)?.[1],
    );
    expect([...new Set(operations)]).toEqual(['other']);
  });

  test('in the buckets of a histogram by their duration', async () => {
    const metrics = metricsForTest();
    for (const duration of [0.04, 0.1, 0.11, 3, 20_000]) metrics.answered(answeredRequest({ duration }));
    const lines = await linesOf(metrics, 'foliograph_request_duration_seconds_bucket');
    expect(lines.slice(0, 3)).toEqual([
      '{route="graphql",source="run",le="0.0001"} 2',
      '{route="graphql",source="run",le="0.00025"} 3',
      '{route="graphql",source="run",le="0.0005"} 3',
    ]);
    expect(lines.slice(-2)).toEqual([
      '{route="graphql",source="run",le="10"} 4',
      '{route="graphql",source="run",le="+Inf"} 5',
    ]);
    expect(await linesOf(metrics, 'foliograph_request_duration_seconds_count')).toEqual([
      '{route="graphql",source="run"} 5',
    ]);
    expect((await linesOf(metrics, 'foliograph_request_duration_seconds_sum'))[0]).toMatch(
      /^\{route="graphql",source="run"\} 20\.003/,
    );
  });
});

describe('the content is told', () => {
  test('with its revision, its counts and the time that building it took', async () => {
    const metrics = metricsForTest();
    metrics.published(publication);
    metrics.diagnosed({ error: 1, warning: 2, info: 0 });
    expect(await linesOf(metrics, 'foliograph_content_info')).toEqual(['{revision="0123456789abcdef"} 1']);
    expect(await linesOf(metrics, 'foliograph_content_timestamp_seconds')).toEqual([' 1795871723.5']);
    expect(await linesOf(metrics, 'foliograph_documents')).toEqual([' 20']);
    expect(await linesOf(metrics, 'foliograph_nodes')).toEqual([
      '{type="Page"} 20',
      '{type="Partner"} 34',
      '{type="Goal"} 6',
      '{type="Link"} 174',
    ]);
    expect(await linesOf(metrics, 'foliograph_diagnostics')).toEqual([
      '{severity="error"} 1',
      '{severity="warning"} 2',
      '{severity="info"} 0',
    ]);
    expect(await linesOf(metrics, 'foliograph_build_duration_seconds')).toEqual([' 0.3']);
    expect(await linesOf(metrics, 'foliograph_reload_duration_seconds_count')).toEqual([]);
  });

  test('with each further revision as a reload, and changes that were refused', async () => {
    const metrics = metricsForTest();
    metrics.published(publication);
    metrics.published({ ...publication, revision: 'fedcba9876543210', documents: 21, milliseconds: 12 });
    metrics.refused();
    expect(await linesOf(metrics, 'foliograph_content_info')).toEqual(['{revision="fedcba9876543210"} 1']);
    expect(await linesOf(metrics, 'foliograph_documents')).toEqual([' 21']);
    expect(await linesOf(metrics, 'foliograph_build_duration_seconds')).toEqual([' 0.3']);
    expect(await linesOf(metrics, 'foliograph_reload_duration_seconds_sum')).toEqual([' 0.012']);
    expect(await linesOf(metrics, 'foliograph_reloads_refused_total')).toEqual([' 1']);
  });
});

describe('the server and its process are told', () => {
  test('with the figures that others keep, as they are when somebody looks', async () => {
    const metrics = metricsForTest();
    let connections = 1;
    metrics.watch(() => ({ cache: { bytes: 1000, count: 2 }, refused: 4, connections }));
    connections = 3;
    expect(await linesOf(metrics, 'foliograph_response_cache_bytes')).toEqual([' 1000']);
    expect(await linesOf(metrics, 'foliograph_response_cache_entries')).toEqual([' 2']);
    expect(await linesOf(metrics, 'foliograph_connections')).toEqual([' 3']);
    expect(await linesOf(metrics, 'foliograph_requests_shed_total')).toEqual([' 4']);
  });

  test('with versions, memory and time', async () => {
    const metrics = metricsForTest();
    expect(await linesOf(metrics, 'foliograph_build_info')).toEqual([
      `{version="1.2.3",node="${process.versions.node}"} 1`,
    ]);
    expect(await linesOf(metrics, 'foliograph_processes')).toEqual([' 1']);
    for (const name of ['process_cpu_seconds_total', 'process_resident_memory_bytes', 'nodejs_heap_size_used_bytes']) {
      expect(Number((await linesOf(metrics, name))[0])).toBeGreaterThan(0);
    }
    expect(Number((await linesOf(metrics, 'process_start_time_seconds'))[0])).toBeCloseTo(
      performance.timeOrigin / 1000,
      0,
    );
  });

  test('with how late timers are', async () => {
    const lines = await linesOf(metricsForTest(), 'foliograph_event_loop_delay_seconds');
    expect(lines.map((line) => line.replace(/ .*/, ''))).toEqual([
      '{statistic="mean"}',
      '{statistic="p50"}',
      '{statistic="p99"}',
      '{statistic="max"}',
    ]);
  });
});

describe('the exposition', () => {
  test('has the text format of Prometheus', async () => {
    const metrics = metricsForTest();
    metrics.answered(answeredRequest({ duration: 0.05 }));
    const text = exposition({
      foliograph_requests_total: (await metrics.snapshotOf()).foliograph_requests_total ?? [],
      foliograph_reload_duration_seconds: [['', [1, 0, 2, ...new Array(9).fill(0), 0.0625]]],
      foliograph_documents: [],
    });
    expect(text).toBe(
      [
        '# HELP foliograph_requests_total Requests by route, class of their status, and for GraphQL by operation name and where the answer came from.',
        '# TYPE foliograph_requests_total counter',
        'foliograph_requests_total{route="graphql",source="run",operation="Partners",status="2xx"} 1',
        '# HELP foliograph_reload_duration_seconds Time from when a change of the content was seen until it was served.',
        '# TYPE foliograph_reload_duration_seconds histogram',
        'foliograph_reload_duration_seconds_bucket{le="0.005"} 1',
        'foliograph_reload_duration_seconds_bucket{le="0.01"} 1',
        ...['0.025', '0.05', '0.1', '0.25', '0.5', '1', '2.5', '5', '10', '+Inf'].map(
          (bound) => `foliograph_reload_duration_seconds_bucket{le="${bound}"} 3`,
        ),
        'foliograph_reload_duration_seconds_sum 0.0625',
        'foliograph_reload_duration_seconds_count 3',
        '',
      ].join('\n'),
    );
  });

  test('has nothing but lines of that format, whatever is counted', async () => {
    const metrics = metricsForTest();
    metrics.answered(answeredRequest());
    metrics.published({ ...publication, revision: 'a"b\\c\nd' });
    const lines = exposition(await metrics.snapshotOf())
      .trimEnd()
      .split('\n');
    const sample =
      /^[a-z_]+(?:\{[a-z]+="(?:[^"\\\n]|\\[\\"n])*"(?:,[a-z]+="(?:[^"\\\n]|\\[\\"n])*")*\})? -?\d+(?:\.\d+)?(?:e[+-]\d+)?$/;
    expect(lines.filter((line) => !/^# (?:HELP|TYPE) [a-z_]+ ./.test(line) && !sample.test(line))).toEqual([]);
    expect(lines).toContain('foliograph_content_info{revision="a\\"b\\\\c\\nd"} 1');
  });

  test('has names that tell type and unit', () => {
    const wrong = metricNames.filter((name) => {
      const { type, help } = metricFamilies[name];
      return name.endsWith('_total') !== (type === 'counter') || !help.endsWith('.') || /milli|_ms\b|_kb\b/i.test(name);
    });
    expect(wrong).toEqual([]);
  });
});
