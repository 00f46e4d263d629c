import { LRUCache } from 'lru-cache';
import type { DocumentRefusal } from '../documents/document-refusal.ts';
import type { Documents } from '../documents/documents.ts';
import { createDoorkeeper } from './doorkeeper.ts';
import { type Operation, type ReadOperation, readPosted, readQueryString } from './read-operation.ts';

/** Reads requests, and remembers what those ask for that come back. */
export interface RequestMemo {
  /** Of the body of a POST. `null` where something about it has to be told to the client. */
  ofBody(body: Buffer): ReadRequest | RefusedRequest | null;
  /** Of the query string of a GET. */
  ofQueryString(text: string): ReadRequest | RefusedRequest | null;
  /** Bytes and number of what is remembered. */
  size(): { readonly bytes: number; readonly count: number };
}

export interface ReadRequest {
  readonly operation: Operation;
  /** Whether the very same request came before, as far as is remembered: only then is its answer worth keeping. */
  readonly isReturning: boolean;
}

/** Its document is not run, for now. */
export interface RefusedRequest {
  readonly refusal: DocumentRefusal;
}

export interface RequestMemoOptions {
  /** Bytes of memory. */
  readonly maximumSize: number;
  readonly documents: Documents;
}

interface KnownBody {
  readonly body: Buffer;
  readonly read: ReadRequest;
}

export function createRequestMemo({ maximumSize, documents }: RequestMemoOptions): RequestMemo {
  const maxSize = Math.max(1, Math.floor(maximumSize / 2));
  // by a checksum: to make a text of a body and look for that takes three times as long. Of two bodies that have the
  // same one, the one that came last is known
  const bodies = new LRUCache<number, KnownBody>({
    maxSize,
    sizeCalculation: ({ body, read }) => sizeOf(body.byteLength, read),
  });
  const queryStrings = new LRUCache<string, ReadRequest>({
    maxSize,
    sizeCalculation: (read, { length }) => sizeOf(length, read),
  });
  const doorkeeper = createDoorkeeper();

  function settle(
    read: ReadOperation | null,
    checksum: number,
    remember: (request: ReadRequest) => void,
  ): ReadRequest | RefusedRequest | null {
    if (read === null || 'refusal' in read) return read;
    const request = { operation: read.operation, isReturning: doorkeeper.hasSeen(checksum) };
    if (request.isReturning && !read.isRegistering) remember(request);
    return request;
  }

  return {
    ofBody(body) {
      const checksum = checksumOf(body);
      const known = bodies.get(checksum);
      if (known?.body.equals(body)) return known.read;
      return settle(readPosted(body.toString('utf8'), documents), checksum, (read) => {
        // a copy, as the body is a part of what was received at once
        bodies.set(checksum, { body: Buffer.from(new Uint8Array(body).buffer), read });
      });
    },
    ofQueryString(text) {
      const known = queryStrings.get(text);
      if (known !== undefined) return known;
      return settle(readQueryString(text, documents), checksumOf(Buffer.from(text)), (read) => {
        queryStrings.set(text, read);
      });
    },
    size: () => ({
      bytes: bodies.calculatedSize + queryStrings.calculatedSize,
      count: bodies.size + queryStrings.size,
    }),
  };
}

/** Of a request of this length: its text, what was read of it, and its keys, of two bytes a character. */
const sizeOf = (length: number, { operation }: ReadRequest): number =>
  // one that names its document holds more than it says
  Math.max(length, operation.query.length) * 8 + 1024;

/** FNV-1a, four bytes at a time. */
function checksumOf(bytes: Uint8Array): number {
  const whole = bytes.length - (bytes.length % 4);
  let sum = 0x811c9dc5 ^ bytes.length;
  for (let at = 0; at < whole; at += 4) {
    sum = Math.imul(sum ^ wordAt(bytes, at), 0x01000193);
    // multiplying carries only upwards
    sum ^= sum >>> 15;
  }
  for (let at = whole; at < bytes.length; at++) sum = Math.imul(sum ^ (bytes[at] ?? 0), 0x01000193);
  return sum;
}

const wordAt = (bytes: Uint8Array, at: number): number =>
  (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
