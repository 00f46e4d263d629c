import { createHash } from 'node:crypto';
import { readVersion } from '../version.ts';
import type { BuildOptions } from './build-options.ts';
import { digest } from './digest.ts';
import type { AssetList } from './join/asset-finder.ts';

/** Parts of the digest that are made again on their own when a path in them changes. */
const bucketCount = 1024;

/**
 * A digest of everything that an answer depends on, kept up to date at the cost of what changes: a hash tree (Merkle 1987)
 * of two levels, whose leaves are paths with the digests of what lies there. It is the same in whatever order they came.
 */
export interface RevisionTree {
  /** Notes what lies at a path; `null` for nothing. */
  set(path: string, contentDigest: string | null): void;
  setAssets(assets: AssetList | null): void;
  /** 32 hexadecimal digits. */
  revision(): string;
}

export function createRevisionTree(options: BuildOptions): RevisionTree {
  const hashOfNothing = hashOf('[]');
  const buckets = Array.from({ length: bucketCount }, () => ({
    leaves: new Map<string, string>(),
    hash: hashOfNothing,
  }));
  const changed = new Set<(typeof buckets)[number]>();
  const fixed = JSON.stringify([readVersion(), canonicalJson(options)]);
  let assetsHash = hashOf('');
  return {
    set(path, contentDigest) {
      const bucket = buckets[bucketOf(path)];
      if (bucket === undefined || (bucket.leaves.get(path) ?? null) === contentDigest) return;
      if (contentDigest === null) bucket.leaves.delete(path);
      else bucket.leaves.set(path, contentDigest);
      changed.add(bucket);
    },
    setAssets(assets) {
      const listed = assets === null ? [] : [assets.assetsPath, assets.contentPath, ...[...assets.paths].sort()];
      assetsHash = hashOf(JSON.stringify(listed));
    },
    revision() {
      for (const bucket of changed) bucket.hash = hashOf(JSON.stringify([...bucket.leaves].sort(byPath)));
      changed.clear();
      return hashOf([fixed, assetsHash, ...buckets.map(({ hash }) => hash)].join('\n')).slice(0, 32);
    },
  };
}

const byPath = ([a]: readonly [string, string], [b]: readonly [string, string]): number => (a < b ? -1 : 1);
const bucketOf = (path: string): number => Number.parseInt(digest(path).slice(-4), 36) % bucketCount;
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** JSON with the keys of every object in order, so that equal options are equal texts. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}
