import { readdirSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { AssetList } from './join/asset-finder.ts';
import { ContentRootError } from './read-folder.ts';

/**
 * Lists the files below the folder that a site serves beside its pages, by name only. Symbolic links count as files and
 * are not followed; whatever is hidden and `node_modules` are passed over.
 *
 * @throws {ContentRootError} when the folder cannot be read.
 */
export function readAssets(root: string, contentRoot: string): AssetList {
  const paths = new Set<string>();
  const pending = [''];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    for (const entry of list(root, folder)) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) pending.push(path);
      else paths.add(path.normalize('NFC'));
    }
  }
  return { paths, ...placesOf(realpathSync(root), realpathSync(contentRoot)) };
}

function list(root: string, folder: string) {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    if (folder !== '') return [];
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new ContentRootError('ASSETS_UNREADABLE', `The asset folder ${root} cannot be read (${code})`, {
      cause: error,
    });
  }
}

/** Where both lie below the nearest folder that holds them: nothing else of the machine is known to the content. */
function placesOf(assets: string, content: string): Pick<AssetList, 'assetsPath' | 'contentPath'> {
  const [a, b] = [assets.split(sep), content.split(sep)];
  let common = 0;
  while (common < a.length && a[common] === b[common]) common++;
  const below = (parts: readonly string[]): string => ['', ...parts.slice(common)].join('/');
  return { assetsPath: below(a), contentPath: below(b) };
}
