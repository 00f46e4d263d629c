import type { PagePlace } from './page-place.ts';
import { folderOf } from './site-path.ts';

/** Paths that are there without a document: the start, the folders of pages, where sites list them, and what the owner names. */
export function createRouteFinder(places: readonly PagePlace[], routes: readonly string[]): (path: string) => boolean {
  const folders = new Set(['/']);
  for (const { path } of places) {
    for (let folder = folderOf(path); folder !== '' && !folders.has(folder); folder = folderOf(folder))
      folders.add(folder);
  }
  return (path) => folders.has(path) || routes.some((route) => isMatch(path, route));
}

function isMatch(path: string, route: string): boolean {
  if (!route.endsWith('*')) return path === route.replace(/(?<=.)\/+$/, '');
  const start = route.slice(0, -1);
  return path.startsWith(start) || path === start.replace(/\/+$/, '');
}
