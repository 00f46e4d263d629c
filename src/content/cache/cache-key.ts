import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readVersion } from '../../version.ts';
import type { BuildOptions } from '../build-options.ts';
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

/**
 * Names, sizes and times of the files that make documents, records and the cache itself. Whoever works on the program, or
 * patches it where it is installed, changes what it makes of a document, but not its version.
 */
function programFiles(): readonly (readonly [string, number, number])[] {
  const folder = fileURLToPath(new URL('..', import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?<!\.d)\.[jt]s$/.test(name),
  );
  return files.sort().map((name) => {
    const { size, mtimeMs } = statSync(join(folder, name));
    return [name, size, mtimeMs];
  });
}
