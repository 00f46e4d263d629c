import type { Document } from '../document.ts';
import { groupBy } from '../group-by.ts';

/**
 * The documents that are one page in several languages. Ties, the strongest first: the same `translationKey` in the
 * frontmatter; the same collection and slug; the same collection and file name. A weaker tie adds to what a stronger one
 * holds together, but never a second document of a language.
 *
 * @param documents - ordered by path; of several candidates in one language the first counts
 * @returns for each document its group, itself included, ordered by language tag
 */
export function translationGroups(documents: readonly Document[]): ReadonlyMap<Document, readonly Document[]> {
  const groups = new Map<Document, readonly Document[]>(documents.map((document) => [document, [document]]));
  for (const tie of ties) {
    const tied = documents.filter((document) => tie(document) !== null);
    for (const candidates of groupBy(tied, (document) => tie(document) ?? '').values()) unite(candidates, groups);
  }
  return groups;
}

const ties: readonly ((document: Document) => string | null)[] = [
  ({ translationKey }) => translationKey,
  ({ translationKey, collection, slug }) => (translationKey === null ? `${collection}\0${slug}` : null),
  ({ translationKey, collection, stem }) => (translationKey === null ? `${collection}\0${stem}` : null),
];

function unite(candidates: readonly Document[], groups: Map<Document, readonly Document[]>): void {
  let united: readonly Document[] = [];
  for (const candidate of candidates) {
    const group = groups.get(candidate) ?? [candidate];
    const languages = new Set(united.map(({ language }) => language));
    if (group.some(({ language }) => languages.has(language))) continue;
    united = [...united, ...group].sort((a, b) => (a.language < b.language ? -1 : 1));
  }
  for (const document of united) groups.set(document, united);
}
