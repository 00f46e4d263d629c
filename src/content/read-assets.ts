import { readdirSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { errorCode } from './error-code.ts';
import type { AssetList } from './join/asset-finder.ts';
import { ContentRootError } from './read-folder.ts';

/** Assets with the folders that they were found in, below the asset root: `` for itself, `/images`. */
export interface ListedAssets {
  readonly assets: AssetList;
  readonly folders: readonly string[];
}

/**
 * Lists the files below the folder that a site serves beside its pages, by name only. Symbolic links count as files and
 * are not followed; whatever is hidden and `node_modules` are passed over.
 *
 * @throws {ContentRootError} when the folder cannot be read.
 */
export function readAssets(root: string, contentRoot: string): AssetList {
  return listAssets(root, contentRoot).assets;
}

/** The same with the folders. */
export function listAssets(root: string, contentRoot: string): ListedAssets {
  const paths = new Set<string>();
  const folders = [''];
  for (const folder of folders) {
    for (const entry of list(root, folder)) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) folders.push(path);
      else paths.add(path.normalize('NFC'));
    }
  }
  return { assets: { paths, ...placesOf(real(root), realpathSync(contentRoot)) }, folders };
}

function list(root: string, folder: string) {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    if (folder !== '') return [];
    throw unreadableAssets(root, error);
  }
}

function real(root: string): string {
  try {
    return realpathSync(root);
  } catch (error) {
    throw unreadableAssets(root, error);
  }
}

function unreadableAssets(root: string, cause: unknown): ContentRootError {
  const message = `The asset folder ${root} cannot be read (${errorCode(cause)})`;
  return new ContentRootError('ASSETS_UNREADABLE', message, { cause });
}

/** Where both lie below the nearest folder that holds them: nothing else of the machine is known to the content. */
function placesOf(assets: string, content: string): Pick<AssetList, 'assetsPath' | 'contentPath'> {
  const [a, b] = [assets.split(sep), content.split(sep)];
  let common = 0;
  while (common < a.length && a[common] === b[common]) common++;
  const below = (parts: readonly string[]): string => ['', ...parts.slice(common)].join('/');
  return { assetsPath: below(a), contentPath: below(b) };
}
