import type { PartnerOptions } from '../build-options.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { NodeReference, PartnerNode } from '../nodes.ts';
import type { JoinedPage } from './joined-page.ts';
import { type LocalPartner, localPartners, naming, type PartnersOfIdentity } from './local-partners.ts';
import { createMentionFinder } from './mentions.ts';
import { partnerEntries } from './partner-entries.ts';
import { identifyPartners, type PartnerEntry, type PartnerIdentity } from './partner-identity.ts';
import { repeatedPartners } from './repeated-partners.ts';

export interface JoinedPartners {
  /** In the order in which the pages list them. */
  readonly nodes: readonly PartnerNode[];
  /** What a page lists, by the page's id. */
  readonly byPage: ReadonlyMap<string, readonly NodeReference[]>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * One node for each partner of a language, however many pages list it. Its own file, where it has one, tells its name,
 * URL and description, otherwise the first listing does.
 *
 * @param pages - by path and language
 * @param targetOf - id of the page that a page's link leads to, by its index among the page's links
 */
export function joinPartners(
  pages: readonly JoinedPage[],
  options: PartnerOptions,
  targetOf: (page: JoinedPage, linkIndex: number) => string | null,
): JoinedPartners {
  const found: Diagnostic[] = [];
  const entries = partnerEntries(pages, options, (diagnostic) => found.push(diagnostic));
  const identities = identifyPartners(entries, options);
  const diagnostics = [...found, ...identities.flatMap(repeatedPartners)];
  const partners = localPartners(identities);
  const byPage = listPartners(entries, partners);
  findMentions(pages, identities, partners, targetOf);
  return { nodes: nodesOf(pages, partners), byPage, diagnostics };
}

/** What each page lists, by its id; the pages are noted with the partners. */
function listPartners(
  entries: readonly PartnerEntry[],
  partners: PartnersOfIdentity,
): Map<string, readonly NodeReference[]> {
  const byEntry = new Map<PartnerEntry, LocalPartner>();
  for (const byLanguage of partners.values()) {
    for (const partner of byLanguage.values()) for (const entry of partner.entries) byEntry.set(entry, partner);
  }
  const byPage = new Map<string, NodeReference[]>();
  for (const entry of entries) {
    const partner = byEntry.get(entry);
    if (partner === undefined || entry.position === 0) continue;
    partner.pageIds.add(entry.page.id);
    const references = byPage.get(entry.page.id) ?? [];
    references.push(Object.freeze({ id: partner.id, line: entry.source.startLine }));
    byPage.set(entry.page.id, references);
  }
  return byPage;
}

/** Notes every mention with the partner of the page's language. */
function findMentions(
  pages: readonly JoinedPage[],
  identities: readonly PartnerIdentity[],
  partners: PartnersOfIdentity,
  targetOf: (page: JoinedPage, linkIndex: number) => string | null,
): void {
  const mentionsOf = createMentionFinder(identities);
  for (const page of pages) {
    for (const { identity, mention } of mentionsOf(page, (index) => targetOf(page, index))) {
      const partner = partners.get(identity)?.get(page.document.language);
      partner?.mentions.push(Object.freeze(mention));
      partner?.pageIds.add(page.id);
    }
  }
}

/** In the order of the places that list them. */
function nodesOf(pages: readonly JoinedPage[], partners: PartnersOfIdentity): readonly PartnerNode[] {
  const indexOf = new Map(pages.map((page, index) => [page.id, index]));
  const placed = [...partners.values()].flatMap((byLanguage) =>
    [...byLanguage.values()].map((partner) => ({ partner, place: placeOf(partner), others: [...byLanguage.values()] })),
  );
  const pageIndex = ({ place }: { place: PartnerEntry }): number => indexOf.get(place.page.id) ?? 0;
  return placed
    .toSorted((a, b) => pageIndex(a) - pageIndex(b) || a.place.position - b.place.position)
    .map(({ partner, place, others }) => partnerNode(partner, place, others, indexOf));
}

const placeOf = ({ entries }: LocalPartner): PartnerEntry =>
  entries.find(({ position }) => position > 0) ?? naming(entries);

function partnerNode(
  { id, slug, name, language, entries, mentions, pageIds }: LocalPartner,
  place: PartnerEntry,
  others: readonly LocalPartner[],
  indexOf: ReadonlyMap<string, number>,
): PartnerNode {
  const { source, frontmatter } = naming(entries);
  const first = <Key extends 'url' | 'description'>(key: Key) =>
    naming(entries)[key] ?? entries.find((entry) => entry[key] !== null)?.[key] ?? null;
  const order = (pageId: string): number => indexOf.get(pageId) ?? 0;
  return Object.freeze({
    type: 'Partner',
    id,
    slug,
    language,
    name,
    url: first('url'),
    description: first('description'),
    frontmatter,
    pageIds: Object.freeze([...pageIds].sort((a, b) => order(a) - order(b))),
    mentions: Object.freeze(mentions),
    placeId: place.page.id,
    position: place.position,
    translationIds: Object.freeze(others.filter((other) => other.id !== id).map((other) => other.id)),
    source,
  });
}
