import type { SourceEntry } from '../source-entry.ts';
import type { UnderstoodSource } from '../understand.ts';
import type { DocumentPool } from './document-pool.ts';
import { isStored } from './stored-document.ts';

/** What was understood of a file, with its document held compactly. */
export function storeSource(pool: DocumentPool, entry: SourceEntry, source: UnderstoodSource): UnderstoodSource {
  const { understood } = source;
  if (understood === null || isStored(understood) || 'problem' in entry) return source;
  return { ...source, understood: pool.keep(understood, entry.bytes) };
}
