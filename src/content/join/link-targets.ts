import { isServedLanguage, languageChain } from '../language-chain.ts';
import type { JoinContext } from './join-context.ts';
import type { JoinedPage } from './joined-page.ts';
import { createLinkResolver, type LinkTarget } from './resolve-links.ts';
import type { SiteLayout } from './site-layout.ts';

/** Where the sought links of a page lead, in their order. */
export type PageTargets = readonly LinkTarget[];

const none: PageTargets = Object.freeze([]);

/** Makes what finds the targets of a page's links in one layout of the site. */
export function createTargetFinder(
  { places, finder }: SiteLayout,
  { options, defaultLanguage, assets }: JoinContext,
): (page: JoinedPage) => PageTargets {
  const languages = new Set([...places.map(({ language }) => language), ...(options.languages ?? [])]);
  const chains = new Map<string, readonly string[]>();
  const chainOf = (language: string): readonly string[] => {
    const chain = chains.get(language) ?? languageChain(language, { fallbacks: options.fallbacks, defaultLanguage });
    chains.set(language, chain);
    return chain;
  };
  const resolve = createLinkResolver({
    places,
    finder,
    chainOf,
    isLanguage: (tag) => isServedLanguage(tag, (known) => languages.has(known)),
    routes: options.routes,
    hasAsset: (url, file) => assets.has(url, file),
  });
  return ({ sought, place }) => (sought.length === 0 ? none : sought.map((link) => resolve(link, place)));
}

/** The targets of all links of a page, by their index; `undefined` for those that leave the site. */
export function targetsByLink({ sought }: JoinedPage, targets: PageTargets): ReadonlyMap<number, LinkTarget> {
  return new Map(
    sought.flatMap(({ index }, at) => {
      const target = targets[at];
      return target === undefined ? [] : [[index, target] as const];
    }),
  );
}
