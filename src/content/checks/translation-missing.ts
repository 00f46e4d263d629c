import type { Document } from '../document.ts';
import { languageChain } from '../language-chain.ts';
import { canonicalLanguage } from '../language-tag.ts';
import type { SiteCheck } from './check.ts';
import { enumeration } from './enumeration.ts';
import { declaresLanguage } from './expected-languages.ts';
import { type LanguageGroup, pageGroups } from './language-groups.ts';
import { createRefusedFiles } from './refused-files.ts';
import type { Site, SitePage } from './site.ts';

/**
 * A page that is not there in every language of the site. A page in `de` serves readers of `de-AT`, too; a configured
 * fallback is no translation.
 */
export const translationMissing: SiteCheck = {
  code: 'translation-missing',
  run(site, report) {
    const refused = createRefusedFiles(site);
    const expected = site.languages.map((tag) => ({ tag, served: tagsThatServe(tag) }));
    for (const group of pageGroups(site).filter((pages) => isTranslated(pages, site))) {
      const { document } = group[0];
      const languages = group.map(({ node }) => node.language).sort();
      const missing = expected
        .filter(({ served }) => !languages.some((language) => served.includes(language)))
        .filter(({ tag }) => !group.some((page) => refused.hasTranslation(page.document, tag)))
        .map(({ tag }) => tag);
      if (missing.length === 0) continue;
      report({
        path: document.path,
        message: `expected this page in ${enumeration(missing)}, too, but found it only in ${enumeration(languages)}`,
        hint: `Write it with the same file name or slug${exampleOf(document, missing[0] ?? '')}, or tie another page to it by the same "translationKey".`,
      });
    }
  },
};

/** Not what is in no language that the site is meant to have, nor a partner's file that stands for all languages. */
function isTranslated(group: LanguageGroup<SitePage>, { languages, options }: Site): boolean {
  const [first, ...others] = group;
  const isPartner = first.document.collection === options.partners.folder && !declaresLanguage(first);
  return !(isPartner && others.length === 0) && group.some(({ node }) => languages.includes(node.language));
}

/** The tag and its shorter forms (RFC 4647, section 3.4). */
const tagsThatServe = (tag: string): readonly string[] => languageChain(tag, { fallbacks: {}, defaultLanguage: tag });

/** Where the file would lie, if paths tell languages. */
function exampleOf({ path, language, stem, nameLanguage }: Document, tag: string): string {
  if (nameLanguage !== language) return '';
  const slash = path.indexOf('/');
  if (slash !== -1 && canonicalLanguage(path.slice(0, slash)) === language)
    return `, for example as ${tag}${path.slice(slash)}`;
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return `, for example as ${folder}${stem}.${tag}${path.slice(path.lastIndexOf('.'))}`;
}
