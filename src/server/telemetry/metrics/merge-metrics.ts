import { familyOf, type MetricFamily, metricNames } from './metric-families.ts';
import type { MetricsSnapshot, Sample } from './metrics-snapshot.ts';

/** The figures of several processes as those of one. */
export function mergeMetrics(snapshots: readonly MetricsSnapshot[]): MetricsSnapshot {
  return Object.fromEntries(
    metricNames.map((name) => {
      const samples = snapshots.flatMap((snapshot) => snapshot[name] ?? []);
      return [name, mergeSamples(samples, merges[familyOf(name).merge])];
    }),
  );
}

type Merge = (one: number, other: number) => number;

const merges: Readonly<Record<MetricFamily['merge'], Merge>> = {
  sum: (one, other) => one + other,
  max: Math.max,
  min: Math.min,
};

function mergeSamples(samples: readonly Sample[], merge: Merge): readonly Sample[] {
  const byLabels = new Map<string, readonly number[]>();
  for (const [labels, values] of samples) {
    const known = byLabels.get(labels);
    byLabels.set(labels, known === undefined ? values : known.map((value, place) => merge(value, values[place] ?? 0)));
  }
  return [...byLabels];
}
