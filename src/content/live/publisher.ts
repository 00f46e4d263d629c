import type { ContentBuilder, RefusedRevision } from '../content-builder.ts';
import type { AssetList } from '../join/asset-finder.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Clock } from './clock.ts';
import type { Ledger, PendingChange } from './ledger.ts';
import type { LiveEvent, PublishedEvent } from './live-event.ts';

/** Takes finished changes in, makes what comes of them the content that is served, and tells about it. */
export type Publish = (update: FinishedUpdate) => void;

interface FinishedUpdate {
  readonly changes: readonly PendingChange[];
  /** `undefined` where they did not change. */
  readonly assets: AssetList | undefined;
  /** When the first of all this was seen. */
  readonly firstSeenAt: number;
}

export interface PublisherInput {
  readonly builder: ContentBuilder;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly report: (event: LiveEvent) => void;
  /** Called with the paths of the files that are new or changed. */
  readonly onPublish: (snapshot: Snapshot, paths: readonly string[]) => void;
}

export function createPublisher({ builder, ledger, clock, report, onPublish }: PublisherInput): Publish {
  /** Digests of the broken versions that were told, by path. */
  let told: ReadonlyMap<string, string> = new Map();

  return ({ changes, assets, firstSeenAt }) => {
    const before = builder.current().revision;
    const sources = changes.flatMap(({ outcome }) => outcome?.source ?? []);
    const removed = changes.filter(({ observation }) => observation === null).map(({ path }) => path);
    const isKnown = (path: string): boolean => ledger.known(path) !== null;
    const added = sources.filter(({ path }) => !isKnown(path)).map(({ path }) => path);
    const rest = sources.filter(({ path }) => isKnown(path)).map(({ path }) => path);

    if (sources.length + removed.length === 0 && assets === undefined) {
      for (const change of changes) ledger.accept(change);
      return;
    }
    const update = { sources, removed, ...(assets !== undefined && { assets }) };
    const { snapshot, hasChanged, refused } = builder.apply(update);
    for (const change of changes) ledger.accept(change);
    if (hasChanged)
      onPublish(
        snapshot,
        sources.map(({ path }) => path),
      );

    const changed = rest.filter((path) => refused?.files.has(path) !== true);
    const milliseconds = clock.now() - firstSeenAt;
    const paths: ChangedPaths = { changed, added, removed, haveAssetsChanged: assets !== undefined };
    if (hasChanged) report({ kind: 'published', before, revision: snapshot.revision, ...paths, milliseconds });
    tellRefused(refused, { revision: snapshot.revision, hasChanged });
  };

  function tellRefused(refused: RefusedRevision | null, { revision, hasChanged }: Served): void {
    const before = told;
    const files = [...(refused?.files ?? [])];
    told = new Map(files.map(([path]) => [path, ledger.known(path)?.digest ?? '']));
    const untold = files.filter(([path]) => before.get(path) !== told.get(path));
    if (refused !== null && untold.length > 0) {
      report({ kind: 'refused', refused: refused.revision, revision, files: untold });
    }
    const mended = [...before.keys()].filter((path) => !told.has(path));
    // otherwise they are among what was published
    if (mended.length > 0 && !hasChanged) report({ kind: 'mended', revision, paths: mended });
  }
}

type ChangedPaths = Pick<PublishedEvent, 'changed' | 'added' | 'removed' | 'haveAssetsChanged'>;

interface Served {
  readonly revision: string;
  readonly hasChanged: boolean;
}
