import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { CacheDisk } from './cache-disk.ts';
import { cacheFileName } from './cache-location.ts';

const day = 24 * 60 * 60 * 1000;
const lifetimeOfCache = 60 * day;
/** Of what a process left that was killed while it wrote. */
const lifetimeOfTemporary = day;

/**
 * Puts a file in the place of another at once: who reads sees the old one or the new one, whole, whoever else writes. It is
 * not forced to the disk: a loss of power can damage it, which its checksum tells.
 */
export async function replaceFile(disk: CacheDisk, file: string, chunks: Iterable<Buffer>): Promise<void> {
  const temporary = `${file}.${randomUUID()}.tmp`;
  await disk.makeFolder(dirname(file));
  try {
    await disk.write(temporary, chunks);
    await disk.rename(temporary, file);
  } catch (error) {
    await disk.remove(temporary).catch(() => {});
    throw error;
  }
}

/** Removes caches of sites that nobody serves any more, and what is left of processes that were killed. Never rejects. */
export async function removeUnused(disk: CacheDisk, file: string, now: number): Promise<void> {
  const folder = dirname(file);
  const names = await disk.list(folder).catch(() => []);
  for (const name of names) {
    const match = cacheFileName.exec(name);
    if (match === null) continue;
    const lifetime = match.groups?.['rest'] === undefined ? lifetimeOfCache : lifetimeOfTemporary;
    const path = join(folder, name);
    const changedAt = await disk.changedAt(path).catch(() => now);
    if (now - changedAt > lifetime) await disk.remove(path).catch(() => {});
  }
}
