import type { NodeReference, PartnerMention, PartnerNode } from '../nodes.ts';
import type { JoinedSite } from './joined-site.ts';
import { type LocalPartner, naming } from './local-partners.ts';
import type { PartnerEntry } from './partner-identity.ts';

/**
 * One node for each partner of a language, however many pages list it, in the order of the places that list them. Its own
 * file, where it has one, tells its name, URL and description, otherwise the first listing does.
 */
export function partnerNodes({ directory, pages, mentions }: JoinedSite): readonly PartnerNode[] {
  const { identities, partners } = directory;
  const said = new Map<LocalPartner, Said[]>();
  for (const [slot, onPage] of mentions.entries()) {
    for (const { identity, mention } of onPage) {
      const partner = localPartner(identity, pages[slot]?.place.language ?? '');
      if (partner === undefined) continue;
      const known = said.get(partner);
      if (known === undefined) said.set(partner, [{ slot, mention }]);
      else known.push({ slot, mention });
    }
  }
  return [...partners.values()]
    .flatMap((byLanguage) => {
      const others = [...byLanguage.values()];
      return others.map((partner) => ({ partner, others, place: placeOf(partner), said: said.get(partner) ?? [] }));
    })
    .sort((a, b) => a.place.page.place.slot - b.place.page.place.slot || a.place.position - b.place.position)
    .map(partnerNode);

  function localPartner(identity: number, language: string): LocalPartner | undefined {
    const known = identities[identity];
    return known === undefined ? undefined : partners.get(known)?.get(language);
  }
}

/** A mention and the slot of its page. */
interface Said {
  readonly slot: number;
  readonly mention: PartnerMention;
}

interface PlacedPartner {
  readonly partner: LocalPartner;
  /** The same in all languages. */
  readonly others: readonly LocalPartner[];
  readonly place: PartnerEntry;
  /** In the order of their pages. */
  readonly said: readonly Said[];
}

const placeOf = ({ entries }: LocalPartner): PartnerEntry =>
  entries.find(({ position }) => position > 0) ?? naming(entries);

function partnerNode({ partner, others, place, said }: PlacedPartner): PartnerNode {
  const { id, slug, name, language, entries } = partner;
  const { source, frontmatter } = naming(entries);
  const first = <Key extends 'url' | 'description'>(key: Key) =>
    naming(entries)[key] ?? entries.find((entry) => entry[key] !== null)?.[key] ?? null;
  return Object.freeze({
    type: 'Partner',
    id,
    slug,
    language,
    name,
    url: first('url'),
    description: first('description'),
    frontmatter,
    pageIds: Object.freeze(pageIdsOf(entries, said)),
    mentions: Object.freeze(said.map(({ mention }) => mention)),
    placeId: place.page.place.id,
    position: place.position,
    translationIds: Object.freeze(others.filter((other) => other.id !== id).map((other) => other.id)),
    source,
  });
}

/** Pages that list or mention it, in their order. */
function pageIdsOf(entries: readonly PartnerEntry[], said: readonly Said[]): NodeReference['id'][] {
  const slots = new Map<number, string>();
  for (const { page, position } of entries) if (position > 0) slots.set(page.place.slot, page.place.id);
  for (const { slot, mention } of said) slots.set(slot, mention.pageId);
  return [...slots].sort(([a], [b]) => a - b).map(([, id]) => id);
}
