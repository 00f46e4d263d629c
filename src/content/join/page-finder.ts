import type { Document } from '../document.ts';
import { pagePath } from './identity.ts';
import type { JoinedPage } from './joined-page.ts';

/** Finds pages by what paths say. */
export interface PageFinder {
  /** The page with this path in this language; otherwise the one whose file has that place. */
  byPath(path: string, language: string): JoinedPage | undefined;
  /** The page of this file: path below the content root with a slash in front, its ending may be left out. */
  byFile(path: string): JoinedPage | undefined;
  /** Page ids by {@link pathIndexKey}. */
  readonly ids: ReadonlyMap<string, string>;
}

export const pathIndexKey = (language: string, path: string): string => `${language}\0${path}`;

/** @param pages - ordered by path; of several with one path the first is found */
export function createPageFinder(
  pages: readonly JoinedPage[],
  collections: Readonly<Record<string, { readonly url: string }>>,
): PageFinder {
  const byPath = new Map<string, JoinedPage>();
  const byFile = new Map<string, JoinedPage>();
  for (const page of pages) {
    keep(byPath, pathIndexKey(page.document.language, page.path), page);
    keep(byFile, withoutEnding(`/${page.document.path.normalize('NFC')}`), page);
  }
  // a page's own path counts before the path that another one's file name gives
  for (const page of pages)
    keep(byPath, pathIndexKey(page.document.language, pathOfFile(page.document, collections)), page);
  // on GitHub and in Hugo these stand for their folder
  for (const page of pages) {
    const { language, collection, stem } = page.document;
    if (/^(?:readme|_index)$/i.test(stem))
      keep(byPath, pathIndexKey(language, pagePath(collection, 'index', collections)), page);
  }
  return {
    byPath: (path, language) => byPath.get(pathIndexKey(language, path)),
    byFile: (path) => byFile.get(withoutEnding(path)),
    ids: new Map([...byPath].map(([key, { id }]) => [key, id])),
  };
}

function keep(index: Map<string, JoinedPage>, key: string, page: JoinedPage): void {
  if (!index.has(key)) index.set(key, page);
}

const pathOfFile = (
  { collection, stem }: Document,
  collections: Readonly<Record<string, { readonly url: string }>>,
): string => pagePath(collection, stem, collections);

const withoutEnding = (path: string): string => path.replace(/\.(?:md|markdown)$/i, '');
