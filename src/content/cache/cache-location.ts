import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Names of files that a cache folder can hold, and of those that are being written. */
export const cacheFileName = /^[0-9a-f]{16}\.cache(?<rest>\..*\.tmp)?$/;

/** The cache of the site at a content root, in a folder that can hold the caches of many. */
export function cacheFileOf(folder: string, root: string): string {
  const site = createHash('sha256').update(realPathOf(root)).digest('hex').slice(0, 16);
  return join(folder, `${site}.cache`);
}

function realPathOf(root: string): string {
  try {
    return realpathSync(root);
  } catch {
    return resolve(root);
  }
}
