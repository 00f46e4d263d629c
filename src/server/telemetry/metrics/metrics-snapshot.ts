import type { MetricName } from './metric-families.ts';

/** All figures of one process at one time: plain data, which can be sent to another one. */
export type MetricsSnapshot = { readonly [Name in MetricName]?: readonly Sample[] };

/**
 * One series: its labels, see `labels.ts`, and its values. A counter or a gauge has one; a histogram has the number of
 * observations in each of its buckets, in the one beyond the last, and their sum.
 */
export type Sample = readonly [labels: string, values: readonly number[]];
