import { createHash } from 'node:crypto';
import { readVersion } from '../version.ts';
import type { BuildOptions } from './build-options.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { AssetList } from './join/asset-finder.ts';
import type { SourceFile } from './read-folder.ts';

/** What a snapshot is made of. */
export interface SnapshotSources {
  readonly files: readonly SourceFile[];
  /** What was wrong with reading them. */
  readonly diagnostics: readonly Diagnostic[];
  /** `null` when nobody knows. */
  readonly assets: AssetList | null;
}

/**
 * A digest of everything that an answer depends on: paths, bytes, what could not be read, assets, options, and the
 * version of this program. Files in any order give the same.
 */
export function revisionOf({ files, diagnostics, assets }: SnapshotSources, options: BuildOptions): string {
  const digests = files.map(({ path, bytes }) => {
    const content = createHash('sha256').update(bytes).digest('base64');
    return JSON.stringify([path, content]);
  });
  const notes = diagnostics.map(({ path, code, message }) => JSON.stringify([path, code, message]));
  const listed = assets === null ? [] : [[assets.assetsPath, assets.contentPath, ...[...assets.paths].sort()]];
  const entries = [...digests, ...notes].sort();
  const input = [readVersion(), canonicalJson(options), JSON.stringify(listed), ...entries].join('\n');
  return createHash('sha256').update(input).digest('hex').slice(0, 32);
}

/** JSON with the keys of every object in order, so that equal options are equal texts. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}
