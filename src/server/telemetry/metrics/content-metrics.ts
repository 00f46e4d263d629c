import type { Severity } from '../../../content/diagnostic.ts';
import type { NodeType } from '../../../content/nodes.ts';
import { labelsOf } from './labels.ts';
import { metricFamilies } from './metric-families.ts';
import type { MetricsSnapshot, Sample } from './metrics-snapshot.ts';
import { createHistogramSeries } from './series.ts';

/** What is told of the content, by whoever builds and follows it. */
export interface ContentTelemetry {
  /** A revision is served: the first one, or another one. */
  published(publication: Publication): void;
  /** A change is not served, because files are broken. */
  refused(): void;
  /** The content that is served was looked through. */
  diagnosed(counts: Readonly<Record<Severity, number>>): void;
}

interface Publication {
  readonly revision: string;
  /** ISO 8601. */
  readonly builtAt: string;
  readonly documents: number;
  readonly nodes: Readonly<Record<NodeType, number>>;
  /** That building it took, for another one than the first those since the change was seen. */
  readonly milliseconds: number;
}

export interface ContentMetrics extends ContentTelemetry {
  snapshotOf(): MetricsSnapshot;
}

export function createContentMetrics(): ContentMetrics {
  const reloads = createHistogramSeries(metricFamilies.foliograph_reload_duration_seconds.buckets ?? []);
  let buildTime: number | null = null;
  let refusals = 0;
  let served: Publication | null = null;
  let diagnostics: Readonly<Record<Severity, number>> | null = null;
  return {
    published(publication) {
      const seconds = publication.milliseconds / 1000;
      if (buildTime === null) buildTime = seconds;
      else reloads.observe('', seconds);
      served = publication;
    },
    refused() {
      refusals++;
    },
    diagnosed(counts) {
      diagnostics = counts;
    },
    snapshotOf() {
      // a process that was told nothing has no content of its own
      if (served === null || buildTime === null) return {};
      return {
        foliograph_content_info: [[labelsOf({ revision: served.revision }), [1]]],
        foliograph_content_timestamp_seconds: one(Date.parse(served.builtAt) / 1000),
        foliograph_documents: one(served.documents),
        foliograph_nodes: byLabel('type', served.nodes),
        foliograph_diagnostics: diagnostics === null ? [] : byLabel('severity', diagnostics),
        foliograph_build_duration_seconds: one(buildTime),
        foliograph_reload_duration_seconds: reloads.samples(),
        foliograph_reloads_refused_total: one(refusals),
      };
    },
  };
}

const one = (value: number): readonly Sample[] => [['', [value]]];

const byLabel = (label: string, counts: Readonly<Record<string, number>>): readonly Sample[] =>
  Object.entries(counts).map(([name, count]) => [labelsOf({ [label]: name }), [count]]);
