import { pathToFileURL } from 'node:url';

/** Runs a module of the owner's and gives its exports. Whatever its code throws comes through. */
export type RunModule = (file: string) => Promise<Readonly<Record<string, unknown>>>;

export const runJavaScript: RunModule = (file) => import(pathToFileURL(file).href);

/** Only starts with a `.ts` file pay for the compiler. It writes nothing to the disk. */
export const runTypeScript: RunModule = async (file) => {
  const { createJiti } = await import('jiti');
  return createJiti(import.meta.url, { fsCache: false, moduleCache: false, interopDefault: false }).import(file);
};
