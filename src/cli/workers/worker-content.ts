import { createDocumentPool, servingMaximumBytes } from '../../content/pack/document-pool.ts';
import { fromPortable, type PortableSource } from '../../content/replica/portable-source.ts';
import type { UnderstoodSource } from '../../content/understand.ts';
import type { ContentStore } from '../../store/contract.ts';
import type { ServedContent, WorkerSetting, WorkerUpdate } from './worker-message.ts';
import { createWorkerView } from './worker-view.ts';

/** The content of another process. */
export interface WorkerContent {
  readonly store: ContentStore;
  /** With everything that is hidden; `null` where the other process sends nothing of that. */
  readonly preview: ContentStore | null;
  update(update: WorkerUpdate): void;
}

export interface FirstContent {
  readonly setting: Pick<WorkerSetting, 'options' | 'assets'>;
  readonly sources: readonly PortableSource[];
  /** What comes of it. */
  readonly served: ServedContent;
}

/** Both fail where another revision comes of it than the other process serves. */
export function createWorkerContent({ setting, sources, served }: FirstContent): WorkerContent {
  const { options, assets } = setting;
  const { published, preview } = served;
  const pool = createDocumentPool();
  const all = sources.map((source) => fromPortable(source, pool));
  const hidden = new Set(preview?.hidden);
  const shown = all.filter(({ path }) => !hidden.has(path));
  const views = {
    everything: preview === null ? null : createWorkerView(options, updateOf(all), preview.served),
    published: createWorkerView(options, updateOf(shown), published),
  };
  pool.setMaximumBytes(servingMaximumBytes);
  return {
    store: views.published.store,
    preview: views.everything?.store ?? null,
    update({ view, sources: changed, removed, assets: changedAssets, served: nowServed }) {
      const update = { sources: changed.map(restore), removed };
      const rest = changedAssets === undefined ? {} : { assets: changedAssets };
      views[view]?.update({ ...update, ...rest }, nowServed);
    },
  };

  function updateOf(of: readonly UnderstoodSource[]) {
    return { sources: of, removed: [], assets };
  }

  /** What the view of everything has got before is not held twice. */
  function restore(source: PortableSource): UnderstoodSource {
    const known = views.everything?.sources().get(source.path);
    return known?.digest === source.digest ? known : fromPortable(source, pool);
  }
}
