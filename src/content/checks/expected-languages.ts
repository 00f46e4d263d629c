import { languageChain } from '../language-chain.ts';
import { declaresLanguage } from './declared-language.ts';
import type { Site, SitePage } from './site.ts';

/**
 * The languages that a site is meant to have where nobody configures them: those that a document declares by folder,
 * file name or frontmatter, and those of pages that are tied to such a document. A lone `README.md` beside `de/` makes no
 * site bilingual.
 *
 * @returns ordered by tag
 */
export function expectedLanguages(pages: readonly SitePage[]): readonly string[] {
  const declared = pages.filter(({ document, node }) => declaresLanguage(document) || node.translationIds.length > 0);
  // a site that declares nothing has its one language
  const counted = declared.length === 0 ? pages : declared;
  return [...new Set(counted.map(({ node }) => node.language))].sort();
}

/** Tells the languages that a site is meant to have, or that serve readers of one of these (`de` those of `de-AT`). */
export function expectedIn({ languages }: Site): (language: string) => boolean {
  const served = new Set(languages.flatMap(tagsThatServe));
  return (language) => served.has(language);
}

/** The tag and its shorter forms (RFC 4647, section 3.4). */
export const tagsThatServe = (tag: string): readonly string[] =>
  languageChain(tag, { fallbacks: {}, defaultLanguage: tag });
