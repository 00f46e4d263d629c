import { relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuildOptions } from '../content/build-options.ts';
import type { ContentFolders } from '../content/build-snapshot.ts';
import { systemDisk } from '../content/cache/cache-disk.ts';
import { cacheKey } from '../content/cache/cache-key.ts';
import { cacheFileOf } from '../content/cache/cache-location.ts';
import { createNoCache } from '../content/cache/no-cache.ts';
import { createParseCache, type ParseCache } from '../content/cache/parse-cache.ts';
import { systemClock } from '../content/live/clock.ts';
import type { DocumentPool } from '../content/pack/document-pool.ts';
import { createDocumentParser } from '../content/parser/document-parser.ts';
import { startParserProcess } from '../content/parser/parser-process.ts';
import { createUnderstanding } from '../content/understand.ts';
import { defaultCacheFolder } from './cache-folder.ts';
import { printable, type Terminal } from './terminal.ts';

export interface ParseCacheRequest {
  /** A folder by `--cache`, below the working folder; `false` by `--no-cache`; `null` for the system's. */
  readonly cache: string | false | null;
  readonly workingFolder: string;
  readonly folders: ContentFolders;
  readonly options: BuildOptions;
  readonly pool: DocumentPool;
  readonly terminal: Terminal;
}

/** Far above what 100,000 pages take. */
const maximumBytes = 1024 * 1024 * 1024;

/** The parse cache of a site; one that knows nothing where there is to be none. */
export function openParseCache(request: ParseCacheRequest): ParseCache {
  const { folders, options, pool, terminal } = request;
  const warn = (message: string): void => terminal.err(`foliograph: ${printable(message)}.\n`);
  const understand = createUnderstanding(options);
  const parser = createDocumentParser({
    ...{ options, pool, clock: systemClock },
    startProcess: () => startParserProcess(fileURLToPath(new URL('./parser.js', import.meta.url))),
  });
  const folder = cacheFolderOf(request, warn);
  if (folder === null) return createNoCache(pool, understand, parser);
  return createParseCache({
    file: cacheFileOf(folder, folders.root),
    key: cacheKey(options),
    pool,
    understand,
    parser,
    warn,
    disk: systemDisk,
    clock: systemClock,
    maximumBytes,
  });
}

function cacheFolderOf(
  { cache, workingFolder, folders }: ParseCacheRequest,
  warn: (message: string) => void,
): string | null {
  if (cache === false) return null;
  if (cache === null) return defaultCacheFolder();
  const folder = resolve(workingFolder, cache);
  const around = [folders.root, folders.assets ?? null].find((each) => each !== null && isWithin(folder, each));
  if (around === undefined) return folder;
  warn(`--cache must name a folder outside of ${around}, whose files are served: nothing is cached`);
  return null;
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || resolve(way) === way);
}
