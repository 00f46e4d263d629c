import type { DocumentPool } from '../pack/document-pool.ts';
import { storeSource } from '../pack/store-source.ts';
import { createAhead } from '../parser/ahead.ts';
import type { DocumentParser } from '../parser/document-parser.ts';
import type { SourceEntry } from '../source-entry.ts';
import type { UnderstoodSource } from '../understand.ts';
import type { ParseCache } from './parse-cache.ts';

/** A parse cache that knows nothing: documents are held in the pool all the same. */
export function createNoCache(
  pool: DocumentPool,
  understand: (entry: SourceEntry) => UnderstoodSource,
  parser: DocumentParser,
): ParseCache {
  const ahead = createAhead(parser);
  return {
    understand: (entry) => ahead.take(entry) ?? storeSource(pool, entry, understand(entry)),
    ahead: ahead.parse,
    forget() {},
    save: async () => {},
    close: async () => parser.close(),
  };
}
