import type { PartnerOptions } from '../build-options.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { groupBy } from '../group-by.ts';
import type { NodeReference, PartnerMention, PartnerNode } from '../nodes.ts';
import { nodeId, partnerSlug } from './identity.ts';
import type { JoinedPage } from './joined-page.ts';
import { createMentionFinder } from './mentions.ts';
import { partnerEntries } from './partner-entries.ts';
import { identifyPartners, type PartnerEntry, type PartnerIdentity } from './partner-identity.ts';
import { nameKey } from './partner-names.ts';
import { repeatedPartners } from './repeated-partners.ts';

export interface JoinedPartners {
  /** In the order in which the pages list them. */
  readonly nodes: readonly PartnerNode[];
  /** What a page lists, by the page's id. */
  readonly byPage: ReadonlyMap<string, readonly NodeReference[]>;
  readonly diagnostics: readonly Diagnostic[];
}

/** One partner in one language, while its pages are gone through. */
interface LocalPartner {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly language: string;
  /** In the order of their pages. */
  readonly entries: readonly PartnerEntry[];
  readonly mentions: PartnerMention[];
  /** In the order of the pages. */
  readonly pageIds: Set<string>;
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

type PartnersOfIdentity = ReadonlyMap<PartnerIdentity, ReadonlyMap<string, LocalPartner>>;

/** Partners by identity and language. */
function localPartners(identities: readonly PartnerIdentity[]): PartnersOfIdentity {
  const drafts = identities.flatMap((identity) =>
    [...groupBy(identity.entries, ({ page }) => page.document.language)].map(([language, entries]) => {
      const { name, slug: declaredSlug } = naming(entries);
      return { identity, language, entries, name, declaredSlug };
    }),
  );
  const byDeclaredSlug = groupBy(drafts, ({ language, declaredSlug }) => `${language}\0${declaredSlug}`);
  const partners = new Map<PartnerIdentity, Map<string, LocalPartner>>();
  for (const { identity, language, entries, name, declaredSlug } of drafts) {
    const isOnlyOne = byDeclaredSlug.get(`${language}\0${declaredSlug}`)?.length === 1;
    const id = nodeId('Partner', language, ...partnerKey(declaredSlug, isOnlyOne, entries));
    const byLanguage = partners.get(identity) ?? new Map<string, LocalPartner>();
    const slug = declaredSlug ?? partnerSlug(name);
    byLanguage.set(language, { id, slug, name, language, entries, mentions: [], pageIds: new Set() });
    partners.set(identity, byLanguage);
  }
  return new Map([...partners].map(([identity, byLanguage]) => [identity, inOrderOfTags(byLanguage)]));
}

/**
 * What tells a partner from all others of its language, wherever its files are: the slug that its own file declares, otherwise
 * the first of its names by code unit; no other partner has one of its names.
 */
function partnerKey(declaredSlug: string | null, isOnlyOne: boolean, entries: readonly PartnerEntry[]): string[] {
  const [firstName = ''] = entries.map(({ name }) => nameKey(name)).sort();
  if (declaredSlug === null) return ['', firstName];
  return isOnlyOne ? [declaredSlug] : [declaredSlug, firstName];
}

const inOrderOfTags = (byLanguage: ReadonlyMap<string, LocalPartner>): ReadonlyMap<string, LocalPartner> =>
  new Map([...byLanguage].sort(([a], [b]) => (a < b ? -1 : 1)));

/** The entry that tells name and place: the partner's own file, otherwise the first list that has it. */
function naming(entries: readonly PartnerEntry[]): PartnerEntry {
  const entry = entries.find(({ position }) => position === 0) ?? entries[0];
  if (entry === undefined) throw new Error('expected an entry for every partner, but got none');
  return entry;
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
