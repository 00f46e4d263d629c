import type { Clock } from '../../../content/live/clock.ts';
import { mergeMetrics } from './merge-metrics.ts';
import type { MetricsSnapshot } from './metrics-snapshot.ts';

/** Milliseconds that a process may take to tell its figures: one that is stuck is left out. */
const patience = 2000;

/** The figures of all processes that tell them in time, as those of one. */
export async function gatherMetrics(
  all: readonly Promise<MetricsSnapshot>[],
  clock: Pick<Clock, 'after'>,
): Promise<MetricsSnapshot> {
  const told = await Promise.all(all.map((one) => inTime(one, clock)));
  return mergeMetrics(told);
}

/** Empty where it comes too late, or not at all. */
function inTime(snapshot: Promise<MetricsSnapshot>, clock: Pick<Clock, 'after'>): Promise<MetricsSnapshot> {
  return new Promise((resolve) => {
    const stop = clock.after(patience, () => resolve({}));
    const settle = (told: MetricsSnapshot): void => {
      stop();
      resolve(told);
    };
    snapshot.then(settle, () => settle({}));
  });
}
