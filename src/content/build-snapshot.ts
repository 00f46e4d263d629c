import { type BuildOptions, defaultBuildOptions } from './build-options.ts';
import type { BuildProgress } from './build-progress.ts';
import { type BuilderSettings, createContentBuilder } from './content-builder.ts';
import type { AssetList } from './join/asset-finder.ts';
import { readAssets } from './read-assets.ts';
import { findSources, readFound } from './read-folder.ts';
import type { Snapshot } from './snapshot.ts';
import type { SourceEntry } from './source-entry.ts';
import { createUnderstanding } from './understand.ts';

/** Where the content lies. */
export interface ContentFolders {
  readonly root: string;
  /** The folder that the site serves beside its pages; `null` when links to files are not checked. */
  readonly assets?: string | null;
}

/** How a folder is read, and what is shown of it. */
export interface BuildSettings extends BuilderSettings {
  readonly onProgress: (progress: BuildProgress) => void;
}

/** What a snapshot is made of. */
export interface SnapshotSources {
  readonly entries: readonly SourceEntry[];
  /** `null` when nobody knows. */
  readonly assets: AssetList | null;
}

/**
 * Reads a folder of Markdown and makes a snapshot of it: of what is published now, where nobody asks for everything.
 *
 * @throws {ContentRootError} when a folder cannot be used.
 */
export function buildSnapshot(
  folders: string | ContentFolders,
  options: BuildOptions = defaultBuildOptions,
  { onProgress = () => {}, ...settings }: Partial<BuildSettings> = {},
): Snapshot {
  const { root, assets: assetRoot = null } = typeof folders === 'string' ? { root: folders } : folders;
  const found = findSources(root);
  const assets = assetRoot === null ? null : readAssets(assetRoot, root);
  const understand = createUnderstanding(options);
  const sources = found.map((source, index) => {
    onProgress({ done: index, total: found.length });
    return understand(readFound(root, source));
  });
  return createContentBuilder(options, { sources, removed: [], assets }, settings).current();
}

/** Makes a snapshot of what was read. Never throws for bad content: each problem is a diagnostic. */
export function snapshotOfSources(
  { entries, assets }: SnapshotSources,
  options: BuildOptions,
  settings: Partial<BuilderSettings> = {},
): Snapshot {
  const understand = createUnderstanding(options);
  return createContentBuilder(options, { sources: entries.map(understand), removed: [], assets }, settings).current();
}
