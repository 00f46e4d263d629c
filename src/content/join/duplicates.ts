import { createDiagnostic, type Diagnostic } from '../diagnostic.ts';
import { type Document, placeOfKey } from '../document.ts';
import { groupBy } from '../group-by.ts';
import { collectionKey } from './identity.ts';
import type { JoinedPage } from './joined-page.ts';
import { pathIndexKey } from './page-finder.ts';

/** Documents of one language and collection that have the same slug, but for the first by file. */
export function duplicateSlugs(documents: readonly Document[]): Diagnostic[] {
  return [...groupBy(documents, collectionKey).values()].flatMap(([first, ...others]) =>
    others.map((document) =>
      duplicate(
        document,
        `expected a slug of its own, but "${document.slug}" (${document.language}) is that of ${first?.path}, too: look-ups find only that page`,
      ),
    ),
  );
}

/** Pages of one language that have the same path by other slugs: `docs.md` and `docs/index.md`. */
export function duplicatePaths(pages: readonly JoinedPage[]): Diagnostic[] {
  const groups = groupBy(pages, ({ place }) => pathIndexKey(place.language, place.path));
  return [...groups.values()].flatMap(([first, ...others]) =>
    others
      .filter(({ document }) => first !== undefined && collectionKey(document) !== collectionKey(first.document))
      .map(({ document, place }) =>
        duplicate(
          document,
          `expected a path of its own, but "${place.path}" (${document.language}) is that of ${first?.document.path}, too: look-ups by path find only that page`,
        ),
      ),
  );
}

/**
 * Documents of one language that declare the same key: only the first by file is tied to other languages by it.
 *
 * @param documents - ordered by path
 */
export function repeatedTranslationKeys(documents: readonly Document[]): Diagnostic[] {
  const keyed = documents.filter(({ translationKey }) => translationKey !== null);
  return [...groupBy(keyed, ({ language, translationKey }) => `${language}\0${translationKey}`).values()].flatMap(
    ([first, ...others]) =>
      others.map((document) =>
        createDiagnostic({
          code: 'translation-key-repeated',
          path: document.path,
          message: `expected a translation key of its own, but "${document.translationKey}" (${document.language}) is that of ${first?.path}, too: only that page is tied to other languages`,
          hint: 'Give each page in one language another "translationKey".',
          at: placeOfKey(document, 'translationKey'),
        }),
      ),
  );
}

function duplicate(document: Document, message: string): Diagnostic {
  return createDiagnostic({
    code: 'slug-duplicate',
    path: document.path,
    message,
    hint: 'Give one of them another "slug" in its frontmatter.',
    at: placeOfKey(document, 'slug'),
  });
}
