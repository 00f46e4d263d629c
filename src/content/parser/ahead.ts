import { sourceDigest } from '../source-digest.ts';
import type { SourceEntry, SourceFile } from '../source-entry.ts';
import type { UnderstoodSource } from '../understand.ts';
import type { DocumentParser } from './document-parser.ts';

/** What was parsed elsewhere before somebody asks for it. */
export interface Ahead {
  parse(file: SourceFile): Promise<void>;
  /** Once; `undefined` where these bytes were not parsed. */
  take(entry: SourceEntry): UnderstoodSource | undefined;
}

export function createAhead(parser: DocumentParser): Ahead {
  const parsed = new Map<string, UnderstoodSource>();
  return {
    async parse(file) {
      const source = await parser.parse(file);
      if (source !== null) parsed.set(file.path, source);
    },
    take(entry) {
      const source = parsed.get(entry.path);
      parsed.delete(entry.path);
      return source !== undefined && 'bytes' in entry && source.digest === sourceDigest(entry.bytes)
        ? source
        : undefined;
    },
  };
}
