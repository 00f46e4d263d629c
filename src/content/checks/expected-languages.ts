import type { SitePage } from './site.ts';

/**
 * The languages that a site is meant to have where nobody configures them: those that a document declares by folder,
 * file name or frontmatter, and those of pages that are tied to such a document. A lone `README.md` beside `de/` makes no
 * site bilingual.
 *
 * @returns ordered by tag
 */
export function expectedLanguages(pages: readonly SitePage[]): readonly string[] {
  const declared = pages.filter((page) => declaresLanguage(page) || page.node.translationIds.length > 0);
  // a site that declares nothing has its one language
  const counted = declared.length === 0 ? pages : declared;
  return [...new Set(counted.map(({ node }) => node.language))].sort();
}

export function declaresLanguage({ document }: SitePage): boolean {
  const { nameLanguage, frontmatter } = document;
  return nameLanguage !== null || frontmatter['language'] !== undefined || frontmatter['locale'] !== undefined;
}
