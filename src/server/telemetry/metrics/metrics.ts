import type { MaybePromise } from '../../../store/maybe-promise.ts';
import type { Telemetry } from '../telemetry.ts';
import { type ContentTelemetry, createContentMetrics } from './content-metrics.ts';
import { labelsOf } from './labels.ts';
import type { MetricsSnapshot, Sample } from './metrics-snapshot.ts';
import { createProcessMetrics } from './process-metrics.ts';
import { createRequestMetrics } from './request-metrics.ts';

/** Figures of one process. What several have is put together by `mergeMetrics`, and written by `exposition`. */
export interface Metrics extends Telemetry, ContentTelemetry {
  /** Names who keeps figures of the server: they are asked for when somebody looks. */
  watch(figures: () => MaybePromise<ServerFigures>): void;
  /** The delay of the event loop in it is that since the last one. */
  snapshotOf(): Promise<MetricsSnapshot>;
  close(): void;
}

interface ServerFigures {
  /** Of the response cache. */
  readonly cache: { readonly bytes: number; readonly count: number };
  /** Operations that were turned away so far because of the load. */
  readonly refused: number;
  /** Connections that are open. */
  readonly connections: number;
}

/** @param version - of Foliograph */
export function createMetrics({ version }: { readonly version: string }): Metrics {
  const requests = createRequestMetrics();
  const content = createContentMetrics();
  const ownProcess = createProcessMetrics();
  const build = labelsOf({ version, node: process.versions.node });
  let figuresOf: (() => MaybePromise<ServerFigures>) | null = null;
  return {
    answered: requests.answered,
    published: content.published,
    refused: content.refused,
    diagnosed: content.diagnosed,
    watch(figures) {
      figuresOf = figures;
    },
    async snapshotOf() {
      const figures = await figuresOf?.();
      return {
        foliograph_build_info: [[build, [1]]],
        foliograph_processes: one(1),
        ...requests.snapshotOf(),
        ...(figures !== undefined && serverSnapshot(figures)),
        ...content.snapshotOf(),
        ...ownProcess.snapshotOf(),
      };
    },
    close: ownProcess.close,
  };
}

const serverSnapshot = ({ cache, refused, connections }: ServerFigures): MetricsSnapshot => ({
  foliograph_response_cache_bytes: one(cache.bytes),
  foliograph_response_cache_entries: one(cache.count),
  foliograph_requests_shed_total: one(refused),
  foliograph_connections: one(connections),
});

const one = (value: number): readonly Sample[] => [['', [value]]];
