import { crc32 } from 'node:zlib';
import { type CacheEntry, type PackedEntry, packEntry, unpackEntries } from './cache-entry.ts';

/**
 * The file of a parse cache: 16 letters, the key, entries, and a checksum of all that (CRC-32), which is looked at before
 * anything is believed.
 */
const magic = Buffer.from('foliograph cache');
const keyBytes = 32;
const start = magic.length + keyBytes;
const checksumBytes = 4;
const chunkBytes = 1024 * 1024;

export type CacheContent =
  | { readonly state: 'usable'; readonly entries: ReadonlyMap<string, PackedEntry> }
  /** Of another version, or for other options: what happens whenever one of them changes. */
  | { readonly state: 'foreign' }
  | { readonly state: 'damaged' };

/** @param key 32 bytes; another key makes the file foreign. */
export function unpackCache(bytes: Buffer, key: Buffer): CacheContent {
  const end = bytes.length - checksumBytes;
  const isWhole =
    end >= start &&
    bytes.subarray(0, magic.length).equals(magic) &&
    bytes.readUInt32LE(end) === crc32(bytes.subarray(0, end));
  if (!isWhole) return { state: 'damaged' };
  if (!bytes.subarray(magic.length, start).equals(key)) return { state: 'foreign' };
  const entries = new Map<string, PackedEntry>();
  for (const entry of unpackEntries(bytes, start, end)) entries.set(entry.path, entry);
  return { state: 'usable', entries };
}

/**
 * The file in chunks of about a megabyte, each made when it is asked for.
 *
 * @param maximumBytes what is beyond is left out, and parsed at the next start.
 */
export function* packCache(entries: Iterable<CacheEntry>, key: Buffer, maximumBytes: number): Iterable<Buffer> {
  let pending: Buffer[] = [magic, key];
  let pendingBytes = start;
  let total = start + checksumBytes;
  let checksum = 0;

  function chunk(): Buffer {
    const bytes = Buffer.concat(pending, pendingBytes);
    pending = [];
    pendingBytes = 0;
    checksum = crc32(bytes, checksum);
    return bytes;
  }

  for (const entry of entries) {
    const parts = packEntry(entry);
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    if (total + length > maximumBytes) break;
    total += length;
    pendingBytes += length;
    pending.push(...parts);
    if (pendingBytes >= chunkBytes) yield chunk();
  }
  yield chunk();
  const trailer = Buffer.alloc(checksumBytes);
  trailer.writeUInt32LE(checksum);
  yield trailer;
}
