import { defaultBuildOptions } from '../../../src/content/build-options.ts';
import { snapshotOfSources } from '../../../src/content/build-snapshot.ts';
import type { CacheDisk } from '../../../src/content/cache/cache-disk.ts';
import { createParseCache, type ParseCache, type ParseCacheContext } from '../../../src/content/cache/parse-cache.ts';
import { createDocumentPool } from '../../../src/content/pack/document-pool.ts';
import type { SourceFile } from '../../../src/content/source-entry.ts';
import { createUnderstanding, type UnderstoodSource } from '../../../src/content/understand.ts';

/** A disk in memory, as far as a cache sees one. */
export interface MemoryDisk extends CacheDisk {
  readonly files: Map<string, Buffer>;
  /** How often a file was put in its place. */
  readonly writes: () => number;
}

export function memoryDisk(failing: Partial<CacheDisk> = {}): MemoryDisk {
  const files = new Map<string, Buffer>();
  let writes = 0;
  return {
    files,
    writes: () => writes,
    read: (file) => files.get(file) ?? null,
    makeFolder: async () => {},
    write: async (file, chunks) => void files.set(file, Buffer.concat([...chunks])),
    rename: async (from, to) => {
      writes++;
      files.set(to, files.get(from) ?? Buffer.alloc(0));
      files.delete(from);
    },
    remove: async (file) => void files.delete(file),
    list: async () => [...files.keys()].map((file) => file.replace(/^.*\//, '')),
    changedAt: async () => 0,
    ...failing,
  };
}

/** A clock whose timers ring when a test says so. */
export function manualClock() {
  const timers = new Set<{ at: number; callback: () => void }>();
  let time = 0;
  return {
    wallTime: () => time,
    after(milliseconds: number, callback: () => void) {
      const timer = { at: time + milliseconds, callback };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    pass(milliseconds: number) {
      time += milliseconds;
      for (const timer of [...timers].filter(({ at }) => at <= time)) {
        timers.delete(timer);
        timer.callback();
      }
    },
  };
}

export const cacheFile = '/cache/0123456789abcdef.cache';

export interface OpenedCache extends ParseCache {
  readonly warnings: readonly string[];
  /** Paths of what was parsed, not known. */
  readonly parsed: readonly string[];
}

/** A cache on this disk as a run of the server opens it. */
export function openCache(context: Partial<ParseCacheContext> & Pick<ParseCacheContext, 'disk'>): OpenedCache {
  const warnings: string[] = [];
  const parsed: string[] = [];
  const understand = context.understand ?? createUnderstanding(defaultBuildOptions);
  const cache = createParseCache({
    file: cacheFile,
    key: Buffer.alloc(32, 1),
    pool: createDocumentPool(),
    parser: { parse: async () => null, close() {} },
    warn: (message) => warnings.push(message),
    clock: manualClock(),
    maximumBytes: 1024 ** 2,
    ...context,
    understand(entry) {
      parsed.push(entry.path);
      return understand(entry);
    },
  });
  return { ...cache, warnings, parsed };
}

export const fileOf = (path: string, text: string): SourceFile => ({ path, bytes: Buffer.from(text) });

export const freshSnapshot = (entries: readonly SourceFile[]) =>
  snapshotOfSources({ entries, assets: null }, defaultBuildOptions);

/** Everything that a source says, as plain data. */
export const plain = ({ understood, ...facts }: UnderstoodSource) => ({
  ...facts,
  document: understood === null ? null : { ...understood.document },
  extraction: understood === null ? null : { ...understood.extraction },
});
