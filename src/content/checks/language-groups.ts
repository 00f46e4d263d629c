import { languageChain } from '../language-chain.ts';
import type { PageNode, PartnerNode } from '../nodes.ts';
import type { Site, SitePage } from './site.ts';

/** One thing in all its languages: the default language or what stands in for it first, the others by tag. */
export type LanguageGroup<Thing> = readonly [Thing, ...Thing[]];

/** Every page of the site, each group once. */
export function pageGroups(site: Site): readonly LanguageGroup<SitePage>[] {
  const nodes = site.pages.map(({ node }) => node);
  return languageGroups(nodes, site).map(([first, ...others]) => {
    const [page, ...rest] = [first, ...others].flatMap(({ id }) => site.pageOf(id) ?? []);
    if (page === undefined) throw new Error(`expected every page to have a document, but got none for: ${first.id}`);
    return [page, ...rest];
  });
}

/** Every partner of the site, each group once. */
export const partnerGroups = (site: Site): readonly LanguageGroup<PartnerNode>[] => languageGroups(site.partners, site);

function languageGroups<Node extends PageNode | PartnerNode>(
  nodes: readonly Node[],
  { options, defaultLanguage }: Site,
): readonly LanguageGroup<Node>[] {
  const chain = languageChain(defaultLanguage, { fallbacks: options.fallbacks, defaultLanguage });
  const rank = ({ language }: Node): number => chain.indexOf(language) + 1 || chain.length + 1;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const seen = new Set<string>();
  return nodes.flatMap((node): LanguageGroup<Node>[] => {
    if (seen.has(node.id)) return [];
    const others = node.translationIds.flatMap((id) => byId.get(id) ?? []);
    for (const { id } of others) seen.add(id);
    const [first = node, ...rest] = [node, ...others].sort(
      (a, b) => rank(a) - rank(b) || (a.language < b.language ? -1 : 1),
    );
    return [[first, ...rest]];
  });
}
