import { languageChain } from '../language-chain.ts';
import type { PageNode, PartnerNode } from '../nodes.ts';
import type { SiteCheck } from './check.ts';
import { enumeration } from './enumeration.ts';
import { type LanguageGroup, partnerGroups } from './language-groups.ts';
import type { Site } from './site.ts';

/**
 * A partner that a list has in one language and that another language does not have. Where the page with the list is
 * missing in that language, `translation-missing` tells so.
 */
export const partnerMissing: SiteCheck = {
  code: 'partner-missing',
  run(site, report) {
    const listings = listingsOf(site);
    for (const group of partnerGroups(site)) {
      const gaps = site.languages.flatMap((tag) => gapIn(tag, group, listings, site) ?? []);
      const [first] = gaps;
      if (first === undefined) continue;
      const { partner, page, line } = first.listing;
      report({
        path: page.source.path,
        message: `expected "${partner.name}" among the partners in ${enumeration(gaps.map(({ tag }) => tag))}, too, but found it only in ${enumeration(group.map(({ language }) => language).sort())}`,
        hint: `Add it to ${enumeration([...new Set(gaps.map(({ missingOn }) => missingOn.source.path))])}; if it has another name there, declare that under "partners.aliases" in the configuration.`,
        at: { line, column: 1 },
      });
    }
  },
};

/** A place in a list of partners. */
interface Listing {
  readonly partner: PartnerNode;
  readonly page: PageNode;
  readonly line: number;
}

/** A language that lacks a partner, and the page on which it would be listed. */
interface Gap {
  readonly tag: string;
  readonly listing: Listing;
  readonly missingOn: PageNode;
}

/** By the partner's id. */
function listingsOf({ pages, nodes }: Site): ReadonlyMap<string, readonly Listing[]> {
  const listings = new Map<string, Listing[]>();
  for (const { node: page } of pages) {
    for (const { id, line } of page.partners) {
      const partner = nodes.get(id);
      if (partner?.type !== 'Partner') continue;
      const known = listings.get(id);
      if (known === undefined) listings.set(id, [{ partner, page, line }]);
      else known.push({ partner, page, line });
    }
  }
  return listings;
}

function gapIn(
  tag: string,
  group: LanguageGroup<PartnerNode>,
  listings: ReadonlyMap<string, readonly Listing[]>,
  { nodes }: Site,
): Gap | null {
  const served = languageChain(tag, { fallbacks: {}, defaultLanguage: tag });
  if (group.some(({ language }) => served.includes(language))) return null;
  for (const partner of group) {
    for (const listing of listings.get(partner.id) ?? []) {
      const missingOn = listing.page.translationIds
        .map((id) => nodes.get(id))
        .find((page) => page?.type === 'Page' && served.includes(page.language));
      if (missingOn?.type === 'Page') return { tag, listing, missingOn };
    }
  }
  return null;
}
