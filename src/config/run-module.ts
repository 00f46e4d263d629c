import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';

/** Runs a module of the owner's and gives its exports. Whatever its code throws comes through. */
export type RunModule = (file: string) => Promise<Readonly<Record<string, unknown>>>;

export const runJavaScript: RunModule = (file) => import(pathToFileURL(file).href);

/** Only starts with a `.ts` file pay for the compiler. It writes nothing to the disk. */
export const runTypeScript: RunModule = async (file) => {
  const { createJiti } = await import('jiti');
  return createJiti(import.meta.url, { fsCache: false, moduleCache: false, interopDefault: false }).import(file);
};

/**
 * The line at which a JavaScript module cannot be parsed, `null` when it can. The error of an import keeps that for
 * itself, while Node tells it when it is asked to parse a file without running it.
 */
export function lineOfSyntaxError(file: string): number | null {
  const { stderr } = spawnSync(process.execPath, ['--check', file], { encoding: 'utf8' });
  const digits = /^.+:(\d+)$/m.exec(stderr.split('\n')[0] ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}
