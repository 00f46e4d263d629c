import { familyOf, type MetricName, metricNames } from './metric-families.ts';
import type { MetricsSnapshot, Sample } from './metrics-snapshot.ts';

/** Of what `exposition` writes. */
export const expositionContentType = 'text/plain; version=0.0.4; charset=utf-8';

/** Figures in the text format of Prometheus, 0.0.4. Of a metric that has no sample nothing is told. */
export function exposition(snapshot: MetricsSnapshot): string {
  return metricNames.map((name) => familyLines(name, snapshot[name] ?? [])).join('');
}

function familyLines(name: MetricName, samples: readonly Sample[]): string {
  if (samples.length === 0) return '';
  const { help, type, buckets } = familyOf(name);
  const lines = samples.map(([labels, values]) =>
    buckets === undefined ? line(name, labels, values[0] ?? 0) : histogramLines(name, labels, values, buckets),
  );
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`;
}

/** Each bucket counts what is in those before it, too. */
function histogramLines(name: string, labels: string, values: readonly number[], buckets: readonly number[]): string {
  let count = 0;
  const bucketLines = [...buckets, '+Inf'].map((bound, place) => {
    count += values[place] ?? 0;
    return line(`${name}_bucket`, `${labels}${labels === '' ? '' : ','}le="${bound}"`, count);
  });
  const sum = values[buckets.length + 1] ?? 0;
  return `${bucketLines.join('')}${line(`${name}_sum`, labels, sum)}${line(`${name}_count`, labels, count)}`;
}

const line = (name: string, labels: string, value: number): string =>
  `${name}${labels === '' ? '' : `{${labels}}`} ${value}\n`;
