import type { BuildOptions } from './build-options.ts';
import type { Diagnostic } from './diagnostic.ts';
import { type AssetFinder, type AssetList, createAssetFinder, unknownAssets } from './join/asset-finder.ts';
import type { ServedDocument } from './join/joined-page.ts';
import { type JoinedSite, joinSite } from './join/joined-site.ts';
import { createSiteNodes } from './join/site-nodes.ts';
import { createLanguageCounts, defaultLanguageOf } from './languages.ts';
import type { ContentView } from './publication.ts';
import { createRevisionTree } from './revision.ts';
import { createServedSources, type MovedPaths } from './served-sources.ts';
import { siteDiagnostics } from './site-diagnostics.ts';
import { createSnapshot, type Snapshot } from './snapshot.ts';
import { createStepped } from './stepped.ts';
import type { UnderstoodSource } from './understand.ts';

/** Holds what is known of every file, and makes a snapshot of it that costs what changed. */
export interface ContentBuilder {
  /** What is served. */
  current(): Snapshot;
  /** What is served of each path that was read and is not hidden. */
  sources(): ReadonlyMap<string, UnderstoodSource>;
  /** What is known of each path that is hidden at present: for the snapshot there is nothing. */
  hidden(): ReadonlyMap<string, UnderstoodSource>;
  /**
   * When time alone changes what is served, in milliseconds since 1970: `null` where nothing depends on time, `Infinity`
   * where all such instants are past.
   */
  nextChangeAt(): number | null;
  /** Since when that is what it is: the instant of the last update. */
  judgedAt(): number;
  /**
   * Takes changes in, and publishes and withdraws what is due. Snapshots that were given out stay as they are. An update
   * without changes does the latter alone.
   */
  apply(update: ContentUpdate): UpdateResult;
}

/** Files that changed since the last update; the first one brings all. */
export interface ContentUpdate {
  /** New or changed files, each path once. */
  readonly sources: readonly UnderstoodSource[];
  /** Paths at which nothing lies any more. */
  readonly removed: readonly string[];
  /** Where they changed; `null` when nobody knows them. */
  readonly assets?: AssetList | null;
}

export interface UpdateResult extends MovedPaths {
  /** The same as before where nothing changed that is served. */
  readonly snapshot: Snapshot;
  readonly hasChanged: boolean;
  /** `null` when every file is served as it lies on the disk, or never could be. */
  readonly refused: RefusedRevision | null;
}

/** A revision that is not served, because files of it are broken whose last good version is served instead. */
export interface RefusedRevision {
  /** What the folder as it lies on the disk would have. */
  readonly revision: string;
  /** By path: what is wrong with each file that is held back. */
  readonly files: ReadonlyMap<string, readonly Diagnostic[]>;
}

export interface BuilderSettings {
  /** When a snapshot is built, and at which instant documents have to be published for it. */
  readonly now: () => Date;
  readonly view: ContentView;
}

export function createContentBuilder(
  options: BuildOptions,
  first: ContentUpdate,
  { now = () => new Date(), view = 'published' }: Partial<BuilderSettings> = {},
): ContentBuilder {
  const sources = createServedSources({ view, onServed });
  const revisions = createRevisionTree(options);
  /** What can be served, by path, and where that changed since the last snapshot. */
  const documents = new Map<string, ServedDocument>();
  const changed = new Set<string>();
  const languages = createLanguageCounts();
  let assets: AssetFinder = unknownAssets;
  let site: JoinedSite | null = null;
  take(first);
  let snapshot = makeSnapshot(revisions.revision());
  return {
    current: () => snapshot,
    sources: () => sources.served,
    hidden: () => sources.hidden,
    nextChangeAt: sources.nextChangeAt,
    judgedAt: sources.judgedAt,
    apply(update) {
      const moved = take(update);
      const revision = revisions.revision();
      const hasChanged = snapshot.revision !== revision;
      if (hasChanged) snapshot = makeSnapshot(revision);
      return { snapshot, hasChanged, ...moved, refused: refusedRevision() };
    },
  };

  function take(update: ContentUpdate): MovedPaths {
    if (update.assets !== undefined) {
      assets = update.assets === null ? unknownAssets : createAssetFinder(update.assets);
      revisions.setAssets(update.assets);
    }
    return sources.take(update, now().getTime());
  }

  function onServed(path: string, source: UnderstoodSource | null): void {
    revisions.set(path, source?.digest ?? null);
    const before = documents.get(path);
    const served = source?.understood ?? null;
    if (before !== undefined) languages.remove(before.document.language);
    if (source === null || served === null) documents.delete(path);
    else {
      documents.set(path, { document: served.document, extraction: served.extraction, digest: source.digest });
      languages.add(served.document.language);
    }
    if (before !== undefined || served !== null) changed.add(path);
  }

  function makeSnapshot(revision: string): Snapshot {
    const defaultLanguage = defaultLanguageOf(languages.all(), options.defaultLanguage);
    const joined = joinSite({ documents, changed, context: { options, defaultLanguage, assets }, previous: site });
    const nodes = createSiteNodes(joined);
    // what is told of the files belongs to this snapshot, and is gone through when somebody asks
    const told = Array.from(sources.served.values(), ({ diagnostics }) => diagnostics).filter(
      ({ length }) => length > 0,
    );
    site = joined;
    changed.clear();
    return createSnapshot({
      revision,
      builtAt: new Date(sources.judgedAt()),
      site: joined,
      nodes,
      diagnostics: createStepped(() => siteDiagnostics(joined, nodes, told.flat())),
    });
  }

  function refusedRevision(): RefusedRevision | null {
    const { heldBack, served, isShown } = sources;
    if (heldBack.size === 0) return null;
    for (const source of heldBack.values()) revisions.set(source.path, isShown(source) ? source.digest : null);
    const revision = revisions.revision();
    for (const path of heldBack.keys()) revisions.set(path, served.get(path)?.digest ?? null);
    return { revision, files: new Map([...heldBack].map(([path, { diagnostics }]) => [path, diagnostics])) };
  }
}
