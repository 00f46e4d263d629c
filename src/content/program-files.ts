import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Names, sizes and times of the files that make documents, records and the cache itself. Whoever works on the program, or
 * patches it where it is installed, changes what it makes of a document, but not its version. Bundled, these are all files of
 * the program; otherwise those of this folder.
 */
export function programFiles(): readonly (readonly [string, number, number])[] {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?<!\.d)\.[jt]s$/.test(name),
  );
  return files.sort().map((name) => {
    const { size, mtimeMs } = statSync(join(folder, name));
    return [name, size, mtimeMs];
  });
}
