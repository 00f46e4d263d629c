import { isServedLanguage, languageChain } from '../language-chain.ts';
import type { JoinContext } from './join-context.ts';
import type { JoinedPage } from './joined-page.ts';
import { createLinkResolver, type LinkContext, type LinkTarget } from './resolve-links.ts';

/** Where the links of each page lead, in their order. */
export type LinkTargets = ReadonlyMap<JoinedPage, readonly LinkTarget[]>;

export function targetsOfLinks(
  pages: readonly JoinedPage[],
  { options, defaultLanguage, assets }: JoinContext,
  links: Pick<LinkContext, 'finder' | 'translationsOf'>,
): LinkTargets {
  const languages = new Set([...pages.map(({ document }) => document.language), ...(options.languages ?? [])]);
  const chains = new Map<string, readonly string[]>();
  const chainOf = (language: string): readonly string[] => {
    const chain = chains.get(language) ?? languageChain(language, { fallbacks: options.fallbacks, defaultLanguage });
    chains.set(language, chain);
    return chain;
  };
  const resolve = createLinkResolver(pages, {
    ...links,
    chainOf,
    isLanguage: (tag) => isServedLanguage(tag, (known) => languages.has(known)),
    origins: options.origins,
    routes: options.routes,
    hasAsset: (url, { document }) => assets.has(url, document.path),
  });
  return new Map(pages.map((page) => [page, page.extraction.links.map((link) => resolve(link, page))]));
}

/** Ids of the links on other pages that lead to each page, by its id. */
export function backlinksOf(
  pages: readonly JoinedPage[],
  targets: LinkTargets,
): ReadonlyMap<string, readonly string[]> {
  const backlinks = new Map<string, string[]>();
  for (const page of pages) {
    targets.get(page)?.forEach(({ page: target }, index) => {
      const id = page.links[index]?.id;
      if (target === null || target === page || id === undefined) return;
      const known = backlinks.get(target.id);
      if (known === undefined) backlinks.set(target.id, [id]);
      else known.push(id);
    });
  }
  return backlinks;
}
