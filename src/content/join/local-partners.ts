import { groupBy } from '../group-by.ts';
import { nodeId, partnerSlug } from './identity.ts';
import type { PartnerEntry, PartnerIdentity } from './partner-identity.ts';
import { nameKey } from './partner-names.ts';

/** One partner in one language. */
export interface LocalPartner {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly language: string;
  /** In the order of their pages. */
  readonly entries: readonly PartnerEntry[];
}

export type PartnersOfIdentity = ReadonlyMap<PartnerIdentity, ReadonlyMap<string, LocalPartner>>;

/** Partners by identity and language. */
export function localPartners(identities: readonly PartnerIdentity[]): PartnersOfIdentity {
  const drafts = identities.flatMap((identity) =>
    [...groupBy(identity.entries, ({ page }) => page.place.language)].map(([language, entries]) => {
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
    byLanguage.set(language, { id, slug, name, language, entries });
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
export function naming(entries: readonly PartnerEntry[]): PartnerEntry {
  const entry = entries.find(({ position }) => position === 0) ?? entries[0];
  if (entry === undefined) throw new Error('expected an entry for every partner, but got none');
  return entry;
}
