import type { RefusedRevision } from '../content-builder.ts';
import type { ContentViews, ViewsResult } from '../content-views.ts';
import type { AssetList } from '../join/asset-finder.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Clock } from './clock.ts';
import type { Ledger, PendingChange } from './ledger.ts';
import type { LiveEvent } from './live-event.ts';

/** Makes what comes of changes and of time the content that is served, and tells about it. */
export interface Publisher {
  /** Takes finished changes in. */
  publish(update: FinishedUpdate): void;
  /** Publishes and withdraws what is due since some milliseconds. */
  publishDue(milliseconds: number): void;
}

export interface FinishedUpdate {
  readonly changes: readonly PendingChange[];
  /** `undefined` where they did not change. */
  readonly assets: AssetList | undefined;
  /** When the first of all this was seen. */
  readonly firstSeenAt: number;
}

export interface PublisherInput {
  readonly views: ContentViews;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly report: (event: LiveEvent) => void;
  /** Called with another snapshot that is served. */
  readonly onPublish: (snapshot: Snapshot) => void;
  /** Called with the paths of files that are new, changed or no longer hidden, after anything changed. */
  readonly onChange: (paths: readonly string[]) => void;
}

export function createPublisher({ views, ledger, clock, report, onPublish, onChange }: PublisherInput): Publisher {
  const { published } = views;
  /** Digests of the broken versions that were told, by path. */
  let told: ReadonlyMap<string, string> = new Map();
  return {
    publish({ changes, assets, firstSeenAt }) {
      const sources = changes.flatMap(({ outcome }) => outcome?.source ?? []);
      const removed = changes.filter(({ observation }) => observation === null).map(({ path }) => path);
      const isKnown = (path: string): boolean => ledger.known(path) !== null;
      const paths = sources.map(({ path }) => path);
      const added = paths.filter((path) => !isKnown(path));
      const changed = paths.filter(isKnown);
      const unseen = removed.filter((path) => published.hidden().has(path));

      if (sources.length + removed.length === 0 && assets === undefined) {
        for (const change of changes) ledger.accept(change);
        return;
      }
      const before = published.current().revision;
      const result = views.apply({ sources, removed, ...(assets !== undefined && { assets }) });
      for (const change of changes) ledger.accept(change);
      const milliseconds = clock.now() - firstSeenAt;
      tell(result, { before, changed, added, removed, unseen, haveAssetsChanged: assets !== undefined, milliseconds });
    },
    publishDue(milliseconds) {
      const before = published.current().revision;
      const none = { changed: [], added: [], removed: [], unseen: [], haveAssetsChanged: false };
      tell(views.apply({ sources: [], removed: [] }), { before, ...none, milliseconds });
    },
  };

  function tell(result: ViewsResult, files: TouchedFiles): void {
    const { snapshot, hasChanged, refused, published: appeared, withdrawn } = result;
    const { before, changed, added, removed, unseen, haveAssetsChanged, milliseconds } = files;
    if (result.everything?.hasChanged === true) {
      const { refused: broken } = result.everything;
      const taken = [...changed, ...added].filter((path) => broken?.files.has(path) !== true);
      report({ kind: 'previewed', changed: taken, removed, haveAssetsChanged });
    }
    if (hasChanged) onPublish(snapshot);

    const seen = (paths: readonly string[]) =>
      paths.filter((path) => !isHidden(path) && refused?.files.has(path) !== true);
    const hidden = (paths: readonly string[]) => paths.filter((path) => isHidden(path) && !withdrawn.includes(path));
    if (hasChanged) {
      const paths = {
        changed: seen(changed).filter((path) => !appeared.includes(path)),
        added: seen(added),
        removed: removed.filter((path) => !unseen.includes(path)),
        ...{ appeared, withdrawn, haveAssetsChanged },
      };
      report({ kind: 'published', before, revision: snapshot.revision, ...paths, milliseconds });
    }
    const haveHiddenChanged = [...hidden(changed), ...hidden(added), ...unseen].length > 0;
    if (haveHiddenChanged) {
      report({ kind: 'hidden', changed: hidden(changed), added: hidden(added), removed: unseen });
    }
    if (hasChanged || haveHiddenChanged) onChange([...changed, ...added, ...appeared]);
    tellRefused(refused, { revision: snapshot.revision, hasChanged });
  }

  function tellRefused(refused: RefusedRevision | null, { revision, hasChanged }: Served): void {
    const before = told;
    const files = [...(refused?.files ?? [])];
    told = new Map(files.map(([path]) => [path, ledger.known(path)?.digest ?? '']));
    const untold = files.filter(([path]) => before.get(path) !== told.get(path));
    const untoldSeen = untold.filter(([path]) => !isHidden(path));
    if (refused !== null && untoldSeen.length > 0) {
      report({ kind: 'refused', refused: refused.revision, revision, files: untoldSeen });
    }
    // nothing that is served stays as it was because of those that are hidden
    const problems = untold.filter(([path]) => isHidden(path)).flatMap(([, diagnostics]) => diagnostics);
    if (problems.length > 0) report({ kind: 'problems', diagnostics: problems });
    const mended = [...before.keys()].filter((path) => !told.has(path) && published.sources().has(path));
    // otherwise they are among what was published
    if (mended.length > 0 && !hasChanged) report({ kind: 'mended', revision, paths: mended });
  }

  function isHidden(path: string): boolean {
    return published.hidden().has(path);
  }
}

/** What was done to which files, and when what is served was made of them. */
interface TouchedFiles {
  /** What was served before. */
  readonly before: string;
  readonly changed: readonly string[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Those of the removed that were hidden. */
  readonly unseen: readonly string[];
  readonly haveAssetsChanged: boolean;
  readonly milliseconds: number;
}

interface Served {
  readonly revision: string;
  readonly hasChanged: boolean;
}
