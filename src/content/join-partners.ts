import GithubSlugger, { slug as slugOf } from 'github-slugger';
import type { ExtractedPartner } from './extract/extraction.ts';
import { nodeId, partnerKey } from './identity.ts';
import type { JoinedPage } from './joined-page.ts';
import type { NodeReference, PartnerNode } from './nodes.ts';

export interface JoinedPartners {
  /** In the order in which the pages list them. */
  readonly nodes: readonly PartnerNode[];
  /** What a page lists, by the page's id. */
  readonly byPage: ReadonlyMap<string, readonly NodeReference[]>;
}

interface Listing {
  readonly partner: ExtractedPartner;
  readonly page: JoinedPage;
  readonly position: number;
}

interface Identity {
  readonly id: string;
  readonly slug: string;
  readonly language: string;
  readonly key: string;
  readonly first: Listing;
  readonly pageIds: Set<string>;
}

/** One node for each partner of a language, however many pages list it; the first listing tells its name and URL. */
export function joinPartners(pages: readonly JoinedPage[]): JoinedPartners {
  const identities = new Map<string, Identity>();
  const sluggers = new Map<string, GithubSlugger>();
  const byPage = new Map<string, readonly NodeReference[]>();

  for (const page of pages) {
    const references = page.extraction.partners.map((partner, index) => {
      const { language } = page.document;
      const key = partnerKey(partner.name);
      const identity = identities.get(`${language}\0${key}`) ?? create({ partner, page, position: index + 1 }, key);
      identities.set(`${language}\0${key}`, identity);
      identity.pageIds.add(page.id);
      return Object.freeze({ id: identity.id, line: partner.source.startLine });
    });
    if (references.length > 0) byPage.set(page.id, Object.freeze(references));
  }

  function create(first: Listing, key: string): Identity {
    const { language } = first.page.document;
    const slugger = sluggers.get(language) ?? new GithubSlugger();
    sluggers.set(language, slugger);
    const slug = slugger.slug(slugOf(first.partner.name.normalize('NFC')) || 'partner');
    return { id: nodeId('Partner', language, slug), slug, language, key, first, pageIds: new Set() };
  }

  const sameKey = new Map<string, Identity[]>();
  for (const identity of identities.values()) {
    sameKey.set(identity.key, [...(sameKey.get(identity.key) ?? []), identity]);
  }
  return {
    nodes: [...identities.values()].map((identity) => partnerNode(identity, sameKey.get(identity.key) ?? [])),
    byPage,
  };
}

function partnerNode({ id, slug, language, first, pageIds }: Identity, sameName: readonly Identity[]): PartnerNode {
  const { partner, position } = first;
  const others = sameName.filter((other) => other.language !== language);
  return Object.freeze({
    type: 'Partner',
    id,
    slug,
    language,
    name: partner.name,
    url: partner.url,
    description: partner.description,
    pageIds: Object.freeze([...pageIds]),
    position,
    translationIds: Object.freeze(others.toSorted((a, b) => (a.language < b.language ? -1 : 1)).map(({ id }) => id)),
    source: partner.source,
  });
}
