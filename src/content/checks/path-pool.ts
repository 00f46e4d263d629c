import type { closest } from '../suggest.ts';

/** Paths that there are, and a search for the one that was meant. */
export interface PathPool {
  /** The path with the same name in another folder, if there is one only, or with a name like it in the same folder. */
  closest(path: string): string | null;
}

/** @param suggest - compares names */
export function createPathPool(paths: readonly string[], suggest: typeof closest): PathPool {
  const byName = new Map<string, string[]>();
  const byFolder = new Map<string, string[]>();
  for (const path of new Set(paths)) {
    const { folder, name } = partsOf(path);
    keep(byName, name, path);
    keep(byFolder, folder, name);
  }
  const known = new Map<string, string | null>();

  function search(path: string): string | null {
    const { folder, name } = partsOf(path);
    const [only, ...others] = byName.get(name) ?? [];
    if (only !== undefined && others.length === 0) return only;
    const meant = suggest(name, byFolder.get(folder) ?? []);
    return meant === null ? null : `${folder}/${meant}`;
  }

  return {
    closest(path) {
      const found = known.get(path);
      if (found !== undefined) return found;
      const result = search(path);
      known.set(path, result);
      return result;
    },
  };
}

function partsOf(path: string): { folder: string; name: string } {
  const slash = path.lastIndexOf('/');
  return { folder: path.slice(0, Math.max(0, slash)), name: path.slice(slash + 1) };
}

function keep(index: Map<string, string[]>, key: string, value: string): void {
  const values = index.get(key);
  if (values === undefined) index.set(key, [value]);
  else values.push(value);
}
