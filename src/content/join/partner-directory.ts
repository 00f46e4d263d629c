import type { PartnerOptions } from '../build-options.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { NodeReference } from '../nodes.ts';
import type { JoinedPage } from './joined-page.ts';
import { type LocalPartner, localPartners, type PartnersOfIdentity } from './local-partners.ts';
import { partnerEntries } from './partner-entries.ts';
import { identifyPartners, type PartnerEntry, type PartnerIdentity } from './partner-identity.ts';
import { repeatedPartners } from './repeated-partners.ts';

/** Who is a partner, by all places that declare one. */
export interface PartnerDirectory {
  readonly identities: readonly PartnerIdentity[];
  readonly partners: PartnersOfIdentity;
  /** What each page lists, by its slot; a partner that it lists twice is there twice. */
  readonly listed: ReadonlyMap<number, readonly NodeReference[]>;
  /** All that finding mentions depends on: equal for directories that find the same. */
  readonly mentionKey: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** @param pages - by slot */
export function createPartnerDirectory(pages: readonly JoinedPage[], options: PartnerOptions): PartnerDirectory {
  const found: Diagnostic[] = [];
  const entries = partnerEntries(pages, options, (diagnostic) => found.push(diagnostic));
  const identities = identifyPartners(entries, options);
  const partners = localPartners(identities);
  return {
    identities,
    partners,
    listed: listedPartners(entries, partners),
    mentionKey: mentionKeyOf(identities),
    diagnostics: [...found, ...identities.flatMap(repeatedPartners)],
  };
}

function listedPartners(
  entries: readonly PartnerEntry[],
  partners: PartnersOfIdentity,
): ReadonlyMap<number, readonly NodeReference[]> {
  const byEntry = new Map<PartnerEntry, LocalPartner>();
  for (const byLanguage of partners.values()) {
    for (const partner of byLanguage.values()) for (const entry of partner.entries) byEntry.set(entry, partner);
  }
  const listed = new Map<number, NodeReference[]>();
  for (const entry of entries) {
    const partner = byEntry.get(entry);
    if (partner === undefined || entry.position === 0) continue;
    const { slot } = entry.page.place;
    const references = listed.get(slot) ?? [];
    references.push(Object.freeze({ id: partner.id, line: entry.source.startLine }));
    listed.set(slot, references);
  }
  for (const references of listed.values()) Object.freeze(references);
  return listed;
}

/** Names, sites, and the pages of partners' own files, in their order. */
const mentionKeyOf = (identities: readonly PartnerIdentity[]): string =>
  JSON.stringify(
    identities.map(({ names, entries }) => [
      names,
      entries.map(({ url, position, page }) => [url, position === 0 ? page.place.id : null]),
    ]),
  );
