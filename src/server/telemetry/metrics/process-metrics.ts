import { readdirSync } from 'node:fs';
import { type IntervalHistogram, monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { labelsOf } from './labels.ts';
import type { MetricsSnapshot, Sample } from './metrics-snapshot.ts';

/** What the process takes of its machine, and how the event loop does. */
export interface ProcessMetrics {
  /** The delay of the event loop is that since the last call. */
  snapshotOf(): MetricsSnapshot;
  close(): void;
}

/** Milliseconds between two timers whose lateness is looked at. */
const resolution = 20;

export function createProcessMetrics(): ProcessMetrics {
  const delay = monitorEventLoopDelay({ resolution });
  delay.enable();
  return {
    snapshotOf() {
      const memory = process.memoryUsage();
      const { user, system } = process.cpuUsage();
      const snapshot: MetricsSnapshot = {
        foliograph_event_loop_delay_seconds: delaySamples(delay),
        foliograph_event_loop_active_seconds_total: one(performance.eventLoopUtilization().active / 1000),
        process_cpu_seconds_total: one((user + system) / 1e6),
        process_resident_memory_bytes: one(memory.rss),
        process_start_time_seconds: one(performance.timeOrigin / 1000),
        process_open_fds: openDescriptors(),
        nodejs_heap_size_used_bytes: one(memory.heapUsed),
        nodejs_heap_size_total_bytes: one(memory.heapTotal),
        nodejs_external_memory_bytes: one(memory.external),
        nodejs_active_resources: activeResources(),
      };
      delay.reset();
      return snapshot;
    },
    close: () => void delay.disable(),
  };
}

const one = (value: number): readonly Sample[] => [['', [value]]];

function delaySamples(delay: IntervalHistogram): readonly Sample[] {
  const statistics = { mean: delay.mean, p50: delay.percentile(50), p99: delay.percentile(99), max: delay.max };
  return Object.entries(statistics).map(([statistic, nanoseconds]) => [
    labelsOf({ statistic }),
    // the histogram is of the time between two timers, and holds no number before the first of them
    [Math.max(0, (nanoseconds || 0) / 1e9 - resolution / 1000)],
  ]);
}

/** Where the system tells it, which Linux does. */
function openDescriptors(): readonly Sample[] {
  try {
    // the one with which they are read is not counted
    return one(readdirSync('/proc/self/fd').length - 1);
  } catch {
    return [];
  }
}

function activeResources(): readonly Sample[] {
  const counts = new Map<string, number>();
  for (const type of process.getActiveResourcesInfo()) counts.set(type, (counts.get(type) ?? 0) + 1);
  return Array.from(counts, ([type, count]) => [labelsOf({ type }), [count]]);
}
