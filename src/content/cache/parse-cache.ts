import { hash } from 'node:crypto';
import type { Clock } from '../live/clock.ts';
import type { DocumentPool } from '../pack/document-pool.ts';
import { storeSource } from '../pack/store-source.ts';
import { isStored } from '../pack/stored-document.ts';
import { createAhead } from '../parser/ahead.ts';
import type { DocumentParser } from '../parser/document-parser.ts';
import type { SourceEntry, SourceFile } from '../source-entry.ts';
import type { UnderstoodSource } from '../understand.ts';
import type { CacheDisk } from './cache-disk.ts';
import type { CacheEntry, PackedEntry } from './cache-entry.ts';
import { packCache, unpackCache } from './cache-file.ts';
import { removeUnused, replaceFile } from './replace-file.ts';
import { createSaveSchedule } from './save-schedule.ts';

/** Knows from an earlier run what was understood of files that have not changed since. */
export interface ParseCache {
  /** The same as `understand` gives, with its document in the pool. */
  understand(entry: SourceEntry): UnderstoodSource;
  /** Has a file parsed in another process, so that `understand` knows it. `null` where nothing has to be waited for. */
  ahead(file: SourceFile): Promise<void> | null;
  /** Nothing lies at this path any more. */
  forget(path: string): void;
  /**
   * To be called once every file was asked for, and at any time later: drops what is known of others, and writes the
   * cache if it has changed. Without it, changes are written after a while. Never rejects: what goes wrong is a warning.
   */
  save(): Promise<void>;
  /** Writes the cache a last time, if it has changed, and ends the other process. */
  close(): Promise<void>;
}

export interface ParseCacheContext {
  /** Where the cache lies; its folder is made when it is written. */
  readonly file: string;
  /** See `cacheKey`. */
  readonly key: Buffer;
  readonly pool: DocumentPool;
  readonly understand: (entry: SourceEntry) => UnderstoodSource;
  readonly parser: DocumentParser;
  /** Takes one line for people. Without a cache everything works, and takes longer. */
  readonly warn: (message: string) => void;
  readonly disk: CacheDisk;
  readonly clock: Pick<Clock, 'after' | 'wallTime'>;
  readonly maximumBytes: number;
}

/** Opens a cache. One that is damaged is told and written anew; one of another version or configuration just anew. */
export function createParseCache(context: ParseCacheContext): ParseCache {
  const { file, key, pool, understand, parser, disk, clock, maximumBytes } = context;
  const ahead = createAhead(parser);
  const warnOfUse = createWarning(context);
  /** What an earlier run knew, until it is asked for. */
  const earlier = new Map(readEntries(context, warnOfUse.failed));
  /** What lies at each path. */
  const current = new Map<string, UnderstoodSource>();
  const schedule = createSaveSchedule({ clock, save: write });

  function understandEntry(entry: SourceEntry): UnderstoodSource {
    const known = 'problem' in entry ? null : recall(entry);
    const source = known ?? ahead.take(entry) ?? storeSource(pool, entry, understand(entry));
    earlier.delete(entry.path);
    if ('problem' in entry || hasFailed(source)) current.delete(entry.path);
    else {
      current.set(entry.path, source);
      if (known === null) schedule.change();
    }
    return source;
  }

  function recall({ path, bytes }: SourceFile): UnderstoodSource | null {
    const held = current.get(path);
    const entry = earlier.get(path);
    if (held === undefined && entry === undefined) return null;
    const digest = hash('sha256', bytes, 'base64url');
    if (held?.digest === digest) return held;
    return entry?.digest === digest ? restore(entry, bytes) : null;
  }

  function isKnown({ path, bytes }: SourceFile): boolean {
    const digest = hash('sha256', bytes, 'base64url');
    return current.get(path)?.digest === digest || earlier.get(path)?.digest === digest;
  }

  function restore(
    { path, digest, publication, record, diagnostics }: PackedEntry,
    bytes: Uint8Array,
  ): UnderstoodSource {
    const understood = record === null ? null : pool.restore(path, record, bytes);
    return { path, digest, understood, publication, diagnostics: diagnostics() };
  }

  async function write(): Promise<boolean> {
    try {
      const entries = [...Array.from(current.values(), entryOf), ...Array.from(earlier.values(), wholeEntry)];
      await replaceFile(disk, file, packCache(entries, key, maximumBytes));
      warnOfUse.succeeded();
    } catch (error) {
      warnOfUse.failed(error);
      return false;
    }
    await removeUnused(disk, file, clock.wallTime());
    return true;
  }

  return {
    understand: understandEntry,
    ahead: (file) => (isKnown(file) ? null : ahead.parse(file)),
    forget(path) {
      if (current.delete(path)) schedule.change();
    },
    save() {
      if (earlier.size > 0) schedule.change();
      earlier.clear();
      return schedule.save();
    },
    close() {
      parser.close();
      return schedule.close();
    },
  };
}

/** What nobody foresaw may have had another cause than the file. */
const hasFailed = ({ diagnostics }: UnderstoodSource): boolean =>
  diagnostics.some(({ code }) => code === 'document-failed');

function entryOf({ path, digest, understood, publication, diagnostics }: UnderstoodSource): CacheEntry {
  const record = understood !== null && isStored(understood) ? understood.record : null;
  return { path, digest, publication, diagnostics, record };
}

const wholeEntry = (entry: PackedEntry): CacheEntry => ({ ...entry, diagnostics: entry.diagnostics() });

function readEntries(
  { file, key, disk, warn }: ParseCacheContext,
  failed: (error: unknown) => void,
): Iterable<readonly [string, PackedEntry]> {
  try {
    const bytes = disk.read(file);
    if (bytes === null) return [];
    const content = unpackCache(bytes, key);
    if (content.state === 'damaged')
      warn(`the parse cache ${file} is damaged: everything is parsed, and it is written anew`);
    return content.state === 'usable' ? content.entries : [];
  } catch (error) {
    failed(error);
    return [];
  }
}

/** One warning until it works again: the next attempt mostly fails for the same reason. */
function createWarning({ file, warn }: ParseCacheContext) {
  let isTold = false;
  return {
    failed(error: unknown) {
      if (!isTold)
        warn(`the parse cache ${file} cannot be used (${reasonOf(error)}): the next start parses everything`);
      isTold = true;
    },
    succeeded() {
      isTold = false;
    },
  };
}

const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? String(error.code) : error.message;
};
