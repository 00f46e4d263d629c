import { posix } from 'node:path';
import { readSitePath, resolvePath } from '../join/site-path.ts';
import { languageChain } from '../language-chain.ts';
import type { LinkNode } from '../nodes.ts';
import type { closest } from '../suggest.ts';
import { createPathPool, type PathPool } from './path-pool.ts';
import type { Site } from './site.ts';
import { createSuggester } from './suggester.ts';

/**
 * Finds the address that somebody who wrote a link to no page is likely to have meant; `null` where nothing is alike. A
 * link to a Markdown file is answered by one, every other by a path on the site.
 *
 * @param url - without an origin of the site itself
 */
export type PathSuggester = (link: LinkNode, url: string) => string | null;

export function createPathSuggester(site: Site): PathSuggester {
  const suggest = createSuggester();
  const files = createPathPool(
    site.pages.map(({ document }) => `/${document.path}`),
    suggest,
  );
  const byLanguage = pathsByLanguage(site, suggest);

  /** @param text - a path on the site, with or without a language; the answer has one where it is another than the page's */
  function suggestPath(text: string, language: string): string | null {
    const { language: written, path } = readSitePath(text, (tag) => byLanguage.has(tag));
    for (const tag of languageChain(written ?? language, { ...site.options, defaultLanguage: site.defaultLanguage })) {
      const found = byLanguage.get(tag)?.closest(path) ?? null;
      if (found !== null) return written === null || written === language ? found : `/${written}${found}`;
    }
    return null;
  }

  return ({ source, pageId, language }, url) => {
    const [path = ''] = url.split(/[?#]/, 1);
    if (path.startsWith('/')) return suggestPath(path, language);
    const folder = posix.dirname(`/${source.path}`);
    const beside = resolvePath(folder, path);
    if (/\.(?:md|markdown)$/i.test(path)) {
      const file = beside === null ? null : files.closest(beside);
      return file === null ? null : posix.relative(folder, file);
    }
    const fromPage = resolvePath(posix.dirname(site.pageOf(pageId)?.node.path ?? '/'), path);
    for (const place of [beside, fromPage]) {
      const found = place === null ? null : suggestPath(place, language);
      if (found !== null) return found;
    }
    return null;
  };
}

function pathsByLanguage({ pages }: Site, suggest: typeof closest): ReadonlyMap<string, PathPool> {
  const paths = new Map<string, string[]>();
  for (const { node } of pages) {
    const known = paths.get(node.language);
    if (known === undefined) paths.set(node.language, [node.path]);
    else known.push(node.path);
  }
  return new Map([...paths].map(([language, own]) => [language, createPathPool(own, suggest)]));
}
