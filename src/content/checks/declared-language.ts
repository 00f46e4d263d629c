import type { Document } from '../document.ts';
import { canonicalLanguage, isKnownLanguage } from '../language-tag.ts';

/** Whether a document says in which language it is: by folder, file name or frontmatter. */
export const declaresLanguage = ({ nameLanguage, frontmatter }: Document): boolean =>
  nameLanguage !== null || languageIn(frontmatter['language']) !== null || languageIn(frontmatter['locale']) !== null;

/** The language in a value of the frontmatter. What is no language is reported where the frontmatter is read. */
export function languageIn(value: unknown): string | null {
  const tag = typeof value === 'string' ? canonicalLanguage(value.trim()) : null;
  return tag !== null && isKnownLanguage(tag) ? tag : null;
}
