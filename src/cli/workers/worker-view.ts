import type { BuildOptions } from '../../content/build-options.ts';
import { type ContentUpdate, createContentBuilder } from '../../content/content-builder.ts';
import type { UnderstoodSource } from '../../content/understand.ts';
import type { ContentStore } from '../../store/contract.ts';
import { createMemoryStore } from '../../store/memory-store.ts';
import type { ServedRevision } from './worker-message.ts';

/** A view of the content of another process, made again of what that one understood. */
export interface WorkerView {
  readonly store: ContentStore;
  sources(): ReadonlyMap<string, UnderstoodSource>;
  /** Fails where another revision comes of it than the other process serves. */
  update(update: ContentUpdate, served: ServedRevision): void;
}

/** @throws where another revision comes of it than the other process serves. */
export function createWorkerView(options: BuildOptions, first: ContentUpdate, served: ServedRevision): WorkerView {
  let { builtAt } = served;
  // what is published at which instant the other process decides: here is nothing that is to be hidden
  const builder = createContentBuilder(options, first, { now: () => new Date(builtAt), view: 'everything' });
  requireRevision(served);
  const store = createMemoryStore(builder.current());
  return {
    store,
    sources: builder.sources,
    update({ sources, removed, ...rest }, nowServed) {
      builtAt = nowServed.builtAt;
      const { snapshot, hasChanged } = builder.apply({
        sources,
        // nothing of what was there is to be kept as a last good version: the other process has decided that
        removed: [...removed, ...sources.map(({ path }) => path)],
        ...rest,
      });
      requireRevision(nowServed);
      if (hasChanged) void store.publish(snapshot);
    },
  };

  function requireRevision({ revision }: ServedRevision): void {
    const found = builder.current().revision;
    if (found !== revision) throw new Error(`expected the revision ${revision}, but got ${found}`);
  }
}
