import { type ContentBuilder, createContentBuilder } from '../../content/content-builder.ts';
import { createDocumentPool, servingMaximumBytes } from '../../content/pack/document-pool.ts';
import { fromPortable, type PortableSource } from '../../content/replica/portable-source.ts';
import type { ContentStore } from '../../store/contract.ts';
import { createMemoryStore } from '../../store/memory-store.ts';
import type { ServedRevision, WorkerSetting, WorkerUpdate } from './worker-message.ts';

/** The content of another process, made again of what that one understood. */
export interface WorkerContent {
  readonly store: ContentStore;
  update(update: WorkerUpdate): void;
}

export interface FirstContent {
  readonly setting: Pick<WorkerSetting, 'options' | 'assets'>;
  readonly sources: readonly PortableSource[];
  /** What comes of it. */
  readonly served: ServedRevision;
}

/** Both fail where another revision comes of it than the other process serves. */
export function createWorkerContent({ setting, sources, served }: FirstContent): WorkerContent {
  const { options, assets } = setting;
  const pool = createDocumentPool();
  const first = { sources: sources.map((source) => fromPortable(source, pool)), removed: [], assets };
  let { builtAt } = served;
  const builder: ContentBuilder = createContentBuilder(options, first, () => new Date(builtAt));
  requireRevision(builder, served);
  pool.setMaximumBytes(servingMaximumBytes);
  const store = createMemoryStore(builder.current());
  return {
    store,
    update(update) {
      builtAt = update.served.builtAt;
      const changed = update.sources.map((source) => fromPortable(source, pool));
      const { snapshot, hasChanged } = builder.apply({
        sources: changed,
        // nothing of what was there is to be kept as a last good version: the other process has decided that
        removed: [...update.removed, ...changed.map(({ path }) => path)],
        ...(update.assets !== undefined && { assets: update.assets }),
      });
      requireRevision(builder, update.served);
      if (hasChanged) void store.publish(snapshot);
    },
  };
}

function requireRevision(builder: ContentBuilder, { revision }: ServedRevision): void {
  const found = builder.current().revision;
  if (found !== revision) throw new Error(`expected the revision ${revision}, but got ${found}`);
}
