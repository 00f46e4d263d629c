import type { Snapshot } from '../../src/content/snapshot.ts';
import type { ContentReader, ContentStore } from '../../src/store/contract.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';

export interface PromisedStore extends ContentStore {
  /** The ids of every call of `getMany`. */
  readonly batches: readonly (readonly string[])[];
}

/** A store that has to be waited for, as one with a database would be. */
export function createPromisedStore(snapshot: Snapshot): PromisedStore {
  const memory = createMemoryStore(snapshot);
  const batches: (readonly string[])[] = [];
  return {
    batches,
    current: () => promisedReader(memory.current(), batches),
    publish: async (next) => memory.publish(next),
  };
}

function promisedReader(reader: ContentReader, batches: (readonly string[])[]): ContentReader {
  return {
    info: reader.info,
    isImmediate: false,
    async getMany(ids) {
      batches.push(ids);
      return reader.getMany(ids);
    },
    pageBySlug: async (slug, languages) => reader.pageBySlug(slug, languages),
    pageByPath: async (lookUps) => reader.pageByPath(lookUps),
    partnerBySlug: async (slug, languages) => reader.partnerBySlug(slug, languages),
    diagnostics: async (query) => reader.diagnostics(query),
    list: async (type, query) => reader.list(type, query),
  };
}
