import { createDiagnostic, type Diagnostic } from './diagnostic.ts';
import type { ExtractedPartner } from './extract/extraction.ts';
import { groupBy } from './group-by.ts';
import { nodeId, partnerSlug } from './identity.ts';
import type { JoinedPage } from './joined-page.ts';
import type { NodeReference, PartnerNode } from './nodes.ts';

export interface JoinedPartners {
  /** In the order in which the pages list them. */
  readonly nodes: readonly PartnerNode[];
  /** What a page lists, by the page's id. */
  readonly byPage: ReadonlyMap<string, readonly NodeReference[]>;
  readonly diagnostics: readonly Diagnostic[];
}

/** One partner in one language, and where it is listed. */
interface Identity {
  readonly id: string;
  readonly slug: string;
  readonly language: string;
  readonly first: { readonly partner: ExtractedPartner; readonly position: number };
  readonly pageIds: Set<string>;
}

/** One node for each partner of a language, however many pages list it; the first listing tells its name and URL. */
export function joinPartners(pages: readonly JoinedPage[]): JoinedPartners {
  const identities = new Map<string, Identity>();
  const byPage = new Map<string, readonly NodeReference[]>();
  for (const { id: pageId, document, extraction } of pages) {
    const references = extraction.partners.map((partner, index) => {
      const slug = partnerSlug(partner.name);
      const id = nodeId('Partner', document.language, slug);
      const identity = identities.get(id) ?? {
        id,
        slug,
        language: document.language,
        first: { partner, position: index + 1 },
        pageIds: new Set(),
      };
      identities.set(id, identity);
      identity.pageIds.add(pageId);
      return Object.freeze({ id, line: partner.source.startLine });
    });
    if (references.length > 0) byPage.set(pageId, Object.freeze(references));
  }

  const bySlug = groupBy([...identities.values()], ({ slug }) => slug);
  const nodes = [...identities.values()].map((identity) => partnerNode(identity, bySlug.get(identity.slug) ?? []));
  return { nodes, byPage, diagnostics: pages.flatMap(repeatedPartners) };
}

/** Items of one page that have the same name but for case and punctuation, and lead to different places. */
function repeatedPartners({ extraction }: JoinedPage): Diagnostic[] {
  return [...groupBy(extraction.partners, ({ name }) => partnerSlug(name)).values()].flatMap(([first, ...others]) =>
    others
      .filter(({ url }) => url !== first?.url)
      .map(({ name, source }) =>
        createDiagnostic({
          code: 'partner-repeated',
          path: source.path,
          message: `expected a name of its own, but "${name}" is that of line ${first?.source.startLine}, too: both are one partner`,
          hint: 'Tell them apart by more than punctuation, or delete one.',
          at: { line: source.startLine, column: 1 },
        }),
      ),
  );
}

function partnerNode({ id, slug, language, first, pageIds }: Identity, sameSlug: readonly Identity[]): PartnerNode {
  const { name, url, description, source } = first.partner;
  const others = sameSlug.filter((other) => other.id !== id).toSorted((a, b) => (a.language < b.language ? -1 : 1));
  return Object.freeze({
    type: 'Partner',
    id,
    slug,
    language,
    name,
    url,
    description,
    pageIds: Object.freeze([...pageIds]),
    position: first.position,
    translationIds: Object.freeze(others.map((other) => other.id)),
    source,
  });
}
