import type { Sample } from './metrics-snapshot.ts';

/** One number by labels. */
export interface NumberSeries {
  add(labels: string, amount: number): void;
  samples(): readonly Sample[];
}

export function createNumberSeries(): NumberSeries {
  const values = new Map<string, number>();
  return {
    add: (labels, amount) => void values.set(labels, (values.get(labels) ?? 0) + amount),
    samples: () => Array.from(values, ([labels, value]) => [labels, [value]]),
  };
}

/** A histogram by labels. */
export interface HistogramSeries {
  observe(labels: string, value: number): void;
  samples(): readonly Sample[];
}

/** @param buckets - upper bounds, ascending */
export function createHistogramSeries(buckets: readonly number[]): HistogramSeries {
  const sumPlace = buckets.length + 1;
  const byLabels = new Map<string, number[]>();
  return {
    observe(labels, value) {
      let values = byLabels.get(labels);
      if (values === undefined) {
        values = new Array<number>(buckets.length + 2).fill(0);
        byLabels.set(labels, values);
      }
      let place = 0;
      while (place < buckets.length && value > (buckets[place] ?? 0)) place++;
      values[place] = (values[place] ?? 0) + 1;
      values[sumPlace] = (values[sumPlace] ?? 0) + value;
    },
    samples: () => Array.from(byLabels, ([labels, values]) => [labels, [...values]]),
  };
}
