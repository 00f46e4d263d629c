import type { Document } from '../document.ts';
import { createFileNameReader } from '../file-name.ts';
import { pagePath } from '../join/identity.ts';
import { folderOf, readSitePath, resolvePath } from '../join/site-path.ts';
import type { Site, SitePage } from './site.ts';

/** Files that are not served: what is missing because of them is told with them, and nowhere else. */
export interface RefusedFiles {
  /** Whether one of them is the translation of a document: the same collection and file name in this language. */
  hasTranslation(document: Document, language: string): boolean;
  /** Whether a link on a page leads to one of them, by its file or by the path that its name gives. */
  isTarget(url: string, page: SitePage): boolean;
}

export function createRefusedFiles({ refusedPaths, defaultLanguage, options }: Site): RefusedFiles {
  const readFileName = createFileNameReader();
  const places = new Set<string>();
  const targets = new Set<string>();
  for (const path of refusedPaths) {
    const { language, collection, stem } = readFileName(path);
    places.add(placeOf(language ?? defaultLanguage, collection, stem));
    targets.add(readSitePath(path, isNoLanguage).path);
    // on GitHub and in Hugo these stand for their folder
    const name = /^(?:readme|_index)$/i.test(stem) ? 'index' : stem;
    for (const slug of [stem, name]) {
      const sitePath = pagePath(collection, slug, options.collections);
      for (const target of [sitePath, `/${language ?? defaultLanguage}${sitePath}`]) targets.add(target);
    }
  }
  return {
    hasTranslation: ({ collection, stem }, language) => places.has(placeOf(language, collection, stem)),
    isTarget(url, { node, document }) {
      if (targets.size === 0) return false;
      const { path } = readSitePath(url, isNoLanguage);
      if (url.startsWith('/')) return targets.has(path);
      const relative = url.split(/[?#]/, 1)[0] ?? '';
      return [folderOf(document.path), folderOf(node.path), node.path].some((folder) => {
        const resolved = resolvePath(folder, relative);
        return resolved !== null && targets.has(readSitePath(resolved, isNoLanguage).path);
      });
    },
  };
}

const placeOf = (language: string, collection: string, stem: string): string => `${language}\0${collection}\0${stem}`;
const isNoLanguage = (): boolean => false;
