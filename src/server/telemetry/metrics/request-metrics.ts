import type { AnsweredRequest, AnswerSource, Route, Telemetry } from '../telemetry.ts';
import { labelsOf } from './labels.ts';
import { metricFamilies } from './metric-families.ts';
import type { MetricsSnapshot } from './metrics-snapshot.ts';
import { createOperationLabels } from './operation-labels.ts';
import { createHistogramSeries, createNumberSeries } from './series.ts';

export interface RequestMetrics extends Telemetry {
  snapshotOf(): MetricsSnapshot;
}

/** Counts requests. This is done for every one of them, so labels are put together of parts that are ready. */
export function createRequestMetrics(): RequestMetrics {
  const operations = createOperationLabels();
  const requests = createNumberSeries();
  const durations = createHistogramSeries(metricFamilies.foliograph_request_duration_seconds.buckets ?? []);
  const bytes = createNumberSeries();
  const cacheRequests = createNumberSeries();
  return {
    answered(request) {
      const { route, source, status, operationName } = request;
      const place = placeOf(route, source);
      const operation = source === null ? '' : `,operation="${operations.labelFor(operationName, isRefusal(request))}"`;
      requests.add(`${place}${operation},status="${statusClassOf(status)}"`, 1);
      durations.observe(place, request.duration / 1000);
      bytes.add(place, request.bytes);
      if (source !== null && source !== 'refused') cacheRequests.add(source === 'cache' ? hit : miss, 1);
    },
    snapshotOf: () => ({
      foliograph_requests_total: requests.samples(),
      foliograph_request_duration_seconds: durations.samples(),
      foliograph_response_bytes_total: bytes.samples(),
      foliograph_response_cache_requests_total: cacheRequests.samples(),
    }),
  };
}

const isRefusal = ({ source, status }: AnsweredRequest): boolean => source === 'refused' || status >= 400;

const hit = labelsOf({ result: 'hit' });
const miss = labelsOf({ result: 'miss' });

const routes = ['graphql', 'graphiql', 'schema', 'livez', 'readyz', 'metrics', 'other'] as const satisfies Route[];
const sources = ['cache', 'run', 'yoga', 'refused'] as const satisfies AnswerSource[];

const places = new Map(
  routes.map((route) => [
    route,
    new Map([
      [null, labelsOf({ route })],
      ...sources.map((source): [AnswerSource | null, string] => [source, labelsOf({ route, source })]),
    ]),
  ]),
);

const placeOf = (route: Route, source: AnswerSource | null): string =>
  places.get(route)?.get(source) ?? labelsOf({ route });

const statusClasses = ['1xx', '2xx', '3xx', '4xx', '5xx'] as const;
const statusClassOf = (status: number): string => statusClasses[Math.trunc(status / 100) - 1] ?? 'other';
