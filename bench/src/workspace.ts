import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateCorpus } from './corpus/generate-corpus.ts';
import { type Corpus, writeCorpus } from './corpus/write-corpus.ts';

/** A temporary folder for everything that the benchmark writes. */
export interface Workspace {
  /** A corpus of so many documents, written when it is asked for the first time; shared, so left as it is. */
  corpus(documents: number): Corpus;
  /** Path of a new file or folder, which is not there yet. */
  path(name: string): string;
  remove(): void;
}

/** @param content - folder with the project's own content */
export function createWorkspace(content: string, progress: (text: string) => void): Workspace {
  const folder = mkdtempSync(join(tmpdir(), 'foliograph-bench-'));
  const corpora = new Map<number, Corpus>();
  let paths = 0;
  return {
    corpus(documents) {
      const known = corpora.get(documents);
      if (known !== undefined) return known;
      progress(`writing a corpus of ${documents} documents`);
      const corpus = writeCorpus(join(folder, `corpus-${documents}`), generateCorpus(content, documents));
      corpora.set(documents, corpus);
      return corpus;
    },
    path: (name) => join(folder, `${++paths}-${name}`),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
