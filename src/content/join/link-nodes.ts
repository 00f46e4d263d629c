import type { LinkNode, LinkProblem } from '../nodes.ts';
import type { JoinedPage } from './joined-page.ts';
import { linkTranslations } from './link-translations.ts';
import { linkReferences } from './page-references.ts';

/** What a sought link leads to. */
export interface LinkEnd {
  readonly targetId: string | null;
  readonly problem: LinkProblem | null;
}

const elsewhere: LinkEnd = Object.freeze({ targetId: null, problem: null });

/**
 * The links of a page.
 *
 * @param ends - by the link's index, of those that stay on the site
 */
export function linkNodes(
  page: JoinedPage,
  translations: readonly JoinedPage[],
  ends: ReadonlyMap<number, LinkEnd>,
): readonly LinkNode[] {
  const { place, extraction } = page;
  const { links } = extraction;
  if (links.length === 0) return [];
  const references = linkReferences(page);
  const translationsOf = linkTranslations(links.length, translations.map(linkReferences));
  return links.map(({ text, url, kind, host, source, column }, index) => {
    const { targetId, problem } = ends.get(index) ?? elsewhere;
    return Object.freeze({
      type: 'Link',
      id: references[index]?.id ?? '',
      language: place.language,
      text,
      url,
      kind,
      host,
      targetId,
      problem,
      column,
      position: index + 1,
      pageId: place.id,
      translationIds: translationsOf(index),
      source,
    });
  });
}
