import { spawnSync } from 'node:child_process';

/** The command that is measured. */
export interface Product {
  /** Whether it can remember on disk what it has parsed. */
  readonly hasParseCache: boolean;
  /** Command line that serves a folder on a free port. */
  serve(folder: string, options?: ServeOptions): readonly string[];
}

interface ServeOptions {
  /** Folder of the parse cache; nothing to parse everything. */
  readonly cache?: string;
  /** File with a configuration; nothing for none. */
  readonly config?: string;
}

/** @param file - the compiled entry of the command line */
export function createProduct(file: string): Product {
  const help = spawnSync(process.execPath, [file, '--help'], { encoding: 'utf8' });
  if (help.status !== 0) throw new Error(`expected a command at ${file}, but it said: ${help.stderr}`);
  const hasParseCache = help.stdout.includes('--cache');
  const cacheArguments = (cache: string | undefined): readonly string[] => {
    if (!hasParseCache) return [];
    return cache === undefined ? ['--no-cache'] : ['--cache', cache];
  };
  return {
    hasParseCache,
    serve: (folder, { cache, config } = {}) => [
      file,
      folder,
      ...(config === undefined ? ['--no-config'] : ['--config', config]),
      ...['--port', '0'],
      ...cacheArguments(cache),
    ],
  };
}
