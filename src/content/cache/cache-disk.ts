import { closeSync, constants, fstatSync, openSync, readSync, utimesSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCode } from '../error-code.ts';

/** All that a parse cache does with the disk. Each can fail as those of `node:fs` do. */
export interface CacheDisk {
  /** The bytes of a regular file, which counts as used from now on; `null` where nothing lies. */
  read(file: string): Buffer | null;
  /** Makes a folder and those above it, readable for their owner alone. */
  makeFolder(folder: string): Promise<void>;
  /** Writes a file that is not there yet, readable for its owner alone. */
  write(file: string, chunks: Iterable<Buffer>): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(file: string): Promise<void>;
  list(folder: string): Promise<readonly string[]>;
  /** When a file was changed, in milliseconds since 1970. */
  changedAt(file: string): Promise<number>;
}

export const systemDisk: CacheDisk = {
  read,
  makeFolder,
  async write(file, chunks) {
    const handle = await open(file, 'wx', 0o600);
    try {
      for (const chunk of chunks) await handle.writeFile(chunk);
    } finally {
      await handle.close();
    }
  },
  rename,
  remove: (file) => rm(file, { force: true }),
  list: (folder) => readdir(folder),
  changedAt: async (file) => (await stat(file)).mtimeMs,
};

/** Not by `recursive`, which tries for ever where a folder that is there takes none (`/proc`, and what is mounted on demand). */
async function makeFolder(folder: string): Promise<void> {
  try {
    await makeOne(folder);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' || dirname(folder) === folder) throw error;
    await makeFolder(dirname(folder));
    await makeOne(folder);
  }
}

async function makeOne(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    // also where another process was faster, or the file system is read-only and the folder there
    const status = await stat(folder).catch(() => null);
    if (status?.isDirectory() !== true) throw error;
  }
}

/** A FIFO in the place of the file would make others wait for ever. */
const openFlags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

function read(file: string): Buffer | null {
  let descriptor: number;
  try {
    descriptor = openSync(file, openFlags);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
  try {
    const status = fstatSync(descriptor);
    if (!status.isFile()) throw new Error('not a regular file');
    const bytes = Buffer.allocUnsafeSlow(status.size);
    let length = 0;
    for (let count = -1; count !== 0 && length < bytes.length; length += count) {
      count = readSync(descriptor, bytes, length, bytes.length - length, null);
    }
    markUsed(file);
    return bytes.subarray(0, length);
  } finally {
    closeSync(descriptor);
  }
}

function markUsed(file: string): void {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch {
    // a cache that may be read and not written is used all the same
  }
}
