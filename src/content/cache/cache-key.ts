import { createHash } from 'node:crypto';
import { readVersion } from '../../version.ts';
import type { BuildOptions } from '../build-options.ts';
import { programFiles } from '../program-files.ts';
import { canonicalJson } from '../revision.ts';

/** 32 bytes that tell apart caches by everything but the files of the content: the options, and what reads by them. */
export function cacheKey(options: BuildOptions, program: ProgramFacts = programFacts()): Buffer {
  return createHash('sha256').update(canonicalJson({ options, program })).digest();
}

/** What makes another thing of the same bytes when it changes. */
export interface ProgramFacts {
  readonly version: string;
  /** Its tables of Unicode say what a letter is. */
  readonly node: string;
  readonly files: ReturnType<typeof programFiles>;
}

export const programFacts = (): ProgramFacts => ({
  version: readVersion(),
  node: process.version,
  files: programFiles(),
});
