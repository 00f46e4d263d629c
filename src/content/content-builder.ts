import type { BuildOptions } from './build-options.ts';
import { expectedLanguages } from './checks/expected-languages.ts';
import { checkSite } from './checks/run-checks.ts';
import type { Site } from './checks/site.ts';
import { type Diagnostic, isRefusal, withSeverities } from './diagnostic.ts';
import { type AssetList, createAssetFinder, unknownAssets } from './join/asset-finder.ts';
import { type JoinResult, join } from './join/join.ts';
import { defaultLanguageOf, languagesOf } from './languages.ts';
import { createRevisionTree } from './revision.ts';
import { createSnapshot, type Snapshot } from './snapshot.ts';
import type { UnderstoodSource } from './understand.ts';

/** Holds what is known of every file, and makes a snapshot of it that costs what changed. */
export interface ContentBuilder {
  /** What is served. */
  current(): Snapshot;
  /** Takes changes in. Snapshots that were given out stay as they are. */
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

export interface UpdateResult {
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

export function createContentBuilder(options: BuildOptions, first: ContentUpdate): ContentBuilder {
  /** What is served of each path. */
  const sources = new Map<string, UnderstoodSource>();
  /** Versions that are broken while an older one is served. */
  const heldBack = new Map<string, UnderstoodSource>();
  const revisions = createRevisionTree(options);
  let assets: AssetList | null = null;
  take(first);
  let snapshot = makeSnapshot(revisions.revision());
  return { current: () => snapshot, apply };

  function apply(update: ContentUpdate): UpdateResult {
    take(update);
    const revision = revisions.revision();
    const hasChanged = snapshot.revision !== revision;
    if (hasChanged) snapshot = makeSnapshot(revision);
    return { snapshot, hasChanged, refused: refusedRevision() };
  }

  function take(update: ContentUpdate): void {
    if (update.assets !== undefined) {
      assets = update.assets;
      revisions.setAssets(assets);
    }
    for (const path of update.removed) remove(path);
    for (const source of update.sources) keep(source);
  }

  function makeSnapshot(revision: string): Snapshot {
    return build([...sources.values()], { revision, assets, options });
  }

  function remove(path: string): void {
    heldBack.delete(path);
    sources.delete(path);
    revisions.set(path, null);
  }

  /** A file that breaks keeps its last good version. */
  function keep(source: UnderstoodSource): void {
    const { path } = source;
    const isWorse = source.understood === null && (sources.get(path)?.understood ?? null) !== null;
    if (isWorse) {
      heldBack.set(path, source);
      return;
    }
    heldBack.delete(path);
    sources.set(path, source);
    revisions.set(path, source.digest);
  }

  function refusedRevision(): RefusedRevision | null {
    if (heldBack.size === 0) return null;
    for (const { path, digest } of heldBack.values()) revisions.set(path, digest);
    const revision = revisions.revision();
    for (const path of heldBack.keys()) revisions.set(path, sources.get(path)?.digest ?? null);
    return { revision, files: new Map([...heldBack].map(([path, { diagnostics }]) => [path, diagnostics])) };
  }
}

interface BuildContext {
  readonly revision: string;
  readonly assets: AssetList | null;
  readonly options: BuildOptions;
}

function build(sources: readonly UnderstoodSource[], { revision, assets: assetList, options }: BuildContext): Snapshot {
  const extracted = sources.flatMap(({ understood }) => understood ?? []);
  const languages = languagesOf(extracted.map(({ document }) => document.language));
  const defaultLanguage = defaultLanguageOf(languages, options.defaultLanguage);
  const assets = assetList === null ? unknownAssets : createAssetFinder(assetList);
  const joined = join(extracted, { options, defaultLanguage, assets });
  const told = [...sources.flatMap(({ diagnostics }) => diagnostics), ...joined.diagnostics];
  const diagnostics = [...told, ...checkSite(siteOf(joined, told, { defaultLanguage, options, assets }))];
  return createSnapshot({
    revision,
    builtAt: new Date(),
    defaultLanguage,
    languages: options.languages,
    fallbacks: options.fallbacks,
    origins: options.origins,
    nodes: joined.nodes,
    pageIdsByPath: joined.pageIdsByPath,
    diagnostics: withSeverities(diagnostics, options.severities),
  });
}

/** The content as checks see it. */
function siteOf(
  { pages, nodes }: JoinResult,
  diagnostics: readonly Diagnostic[],
  { defaultLanguage, options, assets }: Pick<Site, 'defaultLanguage' | 'options' | 'assets'>,
): Site {
  const refused = diagnostics.filter(({ code }) => isRefusal(code)).map(({ path }) => path);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const sitePages = pages.flatMap(({ id, document, extraction }) => {
    const node = byId.get(id);
    return node?.type === 'Page' ? [{ node, document, extraction }] : [];
  });
  const pageById = new Map(sitePages.map((page) => [page.node.id, page]));
  return {
    pages: sitePages,
    partners: nodes.filter((node) => node.type === 'Partner'),
    goals: nodes.filter((node) => node.type === 'Goal'),
    links: nodes.filter((node) => node.type === 'Link'),
    nodes: byId,
    pageOf: (id) => pageById.get(id),
    refusedPaths: [...new Set(refused)],
    languages: options.languages ?? expectedLanguages(sitePages),
    defaultLanguage,
    options,
    assets,
  };
}
