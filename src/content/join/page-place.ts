import type { Document } from '../document.ts';

/**
 * A page among the others: all that follows from what documents are called. It stays while texts change, so a snapshot takes
 * the places over from the one before it.
 */
export interface PagePlace {
  /** Its index in the default order of pages: by path, language and file. */
  readonly slot: number;
  /** Global id of the page's node. */
  readonly id: string;
  /** What tells the page from the others of its language, see `pageKeys`. */
  readonly key: string;
  /** The page's own path on a site. */
  readonly path: string;
  readonly language: string;
  readonly collection: string;
  readonly stem: string;
  /** Path of the file below the content root. */
  readonly file: string;
  /** The same page in other languages, ordered by language tag. */
  readonly translationSlots: readonly number[];
  /** Their ids, in the same order. */
  readonly translationIds: readonly string[];
}

/** Whether a document that takes the place of another keeps it, with everything that the places of others follow from. */
export function hasSamePlace(a: Document, b: Document): boolean {
  return (
    a.path === b.path &&
    a.language === b.language &&
    a.slug === b.slug &&
    a.collection === b.collection &&
    a.stem === b.stem &&
    a.translationKey === b.translationKey
  );
}
