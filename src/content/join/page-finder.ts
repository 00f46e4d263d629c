import type { BuildOptions } from '../build-options.ts';
import { pagePath } from './identity.ts';
import type { PagePlace } from './page-place.ts';

/** Finds slots of pages by what paths say. */
export interface PageFinder {
  /** The page with this path in this language; otherwise the one whose file has that place. */
  byPath(path: string, language: string): number | undefined;
  /** The page of this file: path below the content root with a slash in front, its ending may be left out. */
  byFile(path: string): number | undefined;
  /** All that {@link byPath} finds, by {@link pathIndexKey}. */
  readonly slotsByPath: ReadonlyMap<string, number>;
}

export const pathIndexKey = (language: string, path: string): string => `${language}\0${path}`;

/** @param places - by slot; of several with one path the first is found */
export function createPageFinder(places: readonly PagePlace[], collections: BuildOptions['collections']): PageFinder {
  const byPath = new Map<string, number>();
  const byFile = new Map<string, number>();
  for (const { language, path, file, slot } of places) {
    keep(byPath, pathIndexKey(language, path), slot);
    keep(byFile, withoutEnding(`/${file.normalize('NFC')}`), slot);
  }
  // a page's own path counts before the path that another one's file name gives
  for (const { language, collection, stem, slot } of places)
    keep(byPath, pathIndexKey(language, pagePath(collection, stem, collections)), slot);
  // on GitHub and in Hugo these stand for their folder
  for (const { language, collection, stem, slot } of places) {
    if (/^(?:readme|_index)$/i.test(stem))
      keep(byPath, pathIndexKey(language, pagePath(collection, 'index', collections)), slot);
  }
  return {
    byPath: (path, language) => byPath.get(pathIndexKey(language, path)),
    byFile: (path) => byFile.get(withoutEnding(path)),
    slotsByPath: byPath,
  };
}

function keep(index: Map<string, number>, key: string, slot: number): void {
  if (!index.has(key)) index.set(key, slot);
}

const withoutEnding = (path: string): string => path.replace(/\.(?:md|markdown)$/i, '');
