import type { Document } from './document.ts';
import { groupBy } from './identity.ts';

/**
 * The documents that are one page in several languages. Ties, the strongest first: the same `translationKey` in the
 * frontmatter; the same collection and slug; the same collection and file name, for those that no other tie holds.
 *
 * @param documents - ordered by path; of several candidates in one language the first counts
 * @returns for each document its group, itself included, ordered by language tag
 */
export function translationGroups(documents: readonly Document[]): ReadonlyMap<Document, readonly Document[]> {
  const groups = new Map<Document, readonly Document[]>();
  const ties: readonly ((document: Document) => string | null)[] = [
    (document) => document.translationKey,
    (document) => (document.translationKey === null ? `${document.collection}\0${document.slug}` : null),
    (document) => (document.translationKey === null ? `${document.collection}\0${document.stem}` : null),
  ];
  for (const tie of ties) {
    const free = documents.filter((document) => !groups.has(document) && tie(document) !== null);
    for (const candidates of groupBy(free, (document) => tie(document) ?? '').values()) {
      const group = firstOfEachLanguage(candidates);
      if (group.length > 1) for (const document of group) groups.set(document, group);
    }
  }
  for (const document of documents) if (!groups.has(document)) groups.set(document, [document]);
  return groups;
}

function firstOfEachLanguage(documents: readonly Document[]): readonly Document[] {
  const byLanguage = new Map<string, Document>();
  for (const document of documents) if (!byLanguage.has(document.language)) byLanguage.set(document.language, document);
  return [...byLanguage.values()].sort((a, b) => (a.language < b.language ? -1 : 1));
}
