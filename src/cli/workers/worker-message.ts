import type { BuildOptions } from '../../content/build-options.ts';
import type { AssetList } from '../../content/join/asset-finder.ts';
import type { ContentView } from '../../content/publication.ts';
import type { PortableSource } from '../../content/replica/portable-source.ts';
import type { Snapshot } from '../../content/snapshot.ts';
import type { MetricsSnapshot } from '../../server/telemetry/metrics/metrics-snapshot.ts';
import type { ServerSetting } from '../server-setting.ts';

/** What the process that reads the content tells those that serve it. Messages arrive in their order. */
export type WorkerCommand =
  | { readonly kind: 'begin'; readonly setting: WorkerSetting }
  /** A part of the content to begin with. */
  | { readonly kind: 'sources'; readonly sources: readonly PortableSource[] }
  /** All is there, and is to be served. */
  | { readonly kind: 'serve'; readonly served: ServedContent }
  | ({ readonly kind: 'update' } & WorkerUpdate)
  /** What does not work as it should from now on. */
  | { readonly kind: 'degrade'; readonly notes: readonly string[] }
  /** Tell your figures. */
  | { readonly kind: 'figures' }
  /** Those of all processes, as asked for. */
  | { readonly kind: 'gathered'; readonly figures: MetricsSnapshot }
  /** Finish what runs, and end. */
  | { readonly kind: 'close' };

/** Where nobody may see everything, nothing that is hidden is sent. */
export interface WorkerSetting extends ServerSetting {
  readonly options: BuildOptions;
  readonly assets: AssetList | null;
  /** See `ServedState`. */
  readonly degraded: readonly string[];
}

/** What comes of all files. */
export interface ServedContent {
  readonly published: ServedRevision;
  /** The view of everything, and the paths of what is hidden otherwise. */
  readonly preview: { readonly served: ServedRevision; readonly hidden: readonly string[] } | null;
}

export interface WorkerUpdate {
  readonly view: ContentView;
  /** New or changed files. */
  readonly sources: readonly PortableSource[];
  readonly removed: readonly string[];
  /** `undefined` where they stayed. */
  readonly assets: AssetList | undefined;
  /** What comes of it. */
  readonly served: ServedRevision;
}

/** What tells a snapshot: answers can show both. */
export type ServedRevision = Pick<Snapshot, 'revision' | 'builtAt'>;

/** What a serving process tells. */
export type WorkerReport =
  /** It takes commands from now on; earlier ones would be lost. */
  | { readonly kind: 'begun' }
  | { readonly kind: 'listening'; readonly origin: string }
  | { readonly kind: 'figures'; readonly figures: MetricsSnapshot }
  /** It is asked for the figures of all processes. */
  | { readonly kind: 'gather' }
  /** The address cannot be served on. */
  | { readonly kind: 'failed'; readonly message: string };
