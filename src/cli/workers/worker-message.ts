import type { BuildOptions } from '../../content/build-options.ts';
import type { AssetList } from '../../content/join/asset-finder.ts';
import type { PortableSource } from '../../content/replica/portable-source.ts';
import type { Snapshot } from '../../content/snapshot.ts';
import type { ServerOptions } from '../../server/server-options.ts';

/** What the process that reads the content tells those that serve it. Messages arrive in their order. */
export type WorkerCommand =
  | { readonly kind: 'begin'; readonly setting: WorkerSetting }
  /** A part of the content to begin with. */
  | { readonly kind: 'sources'; readonly sources: readonly PortableSource[] }
  /** All is there: it has this revision, and is to be served. */
  | { readonly kind: 'serve'; readonly served: ServedRevision }
  | ({ readonly kind: 'update' } & WorkerUpdate)
  /** Finish what runs, and end. */
  | { readonly kind: 'close' };

export interface WorkerSetting {
  readonly host: string;
  readonly port: number;
  readonly options: BuildOptions;
  readonly server: ServerOptions;
  readonly assets: AssetList | null;
}

export interface WorkerUpdate {
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
  /** The address cannot be served on. */
  | { readonly kind: 'failed'; readonly message: string };
