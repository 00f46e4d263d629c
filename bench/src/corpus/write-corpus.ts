import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CorpusFile } from './document-pair.ts';

/** A corpus on disk. */
export interface Corpus {
  readonly folder: string;
  readonly documents: number;
  readonly bytes: number;
}

/** Writes the files below a folder that is not there yet. */
export function writeCorpus(folder: string, files: Iterable<CorpusFile>): Corpus {
  const made = new Set<string>();
  let [documents, bytes] = [0, 0];
  for (const { path, text } of files) {
    const file = join(folder, path);
    const parent = dirname(file);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(file, text);
    documents++;
    bytes += Buffer.byteLength(text);
  }
  return { folder, documents, bytes };
}
