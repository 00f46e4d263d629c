import type { Document } from '../document.ts';
import { canonicalLanguage } from '../language-tag.ts';
import type { SiteCheck } from './check.ts';
import { declaresLanguage } from './declared-language.ts';
import { enumeration } from './enumeration.ts';
import { expectedIn, tagsThatServe } from './expected-languages.ts';
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
    const isExpected = expectedIn(site);
    for (const group of pageGroups(site)) {
      if (isOfPartner(group, site) || !group.some(({ node }) => isExpected(node.language))) continue;
      const { document } = group[0];
      const languages = group.map(({ node }) => node.language).sort();
      const missing = expected
        .filter(({ served }) => !languages.some((language) => served.includes(language)))
        .filter(
          ({ served }) =>
            !group.some((page) => served.some((language) => refused.hasTranslation(page.document, language))),
        )
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

/** A partner's own file that declares no language, and so stands for all. */
function isOfPartner([{ document }, ...others]: LanguageGroup<SitePage>, { options }: Site): boolean {
  return others.length === 0 && document.collection === options.partners.folder && !declaresLanguage(document);
}

/** Where the file would lie, if paths tell languages. */
function exampleOf({ path, language, stem, nameLanguage }: Document, tag: string): string {
  if (nameLanguage !== language) return '';
  const slash = path.indexOf('/');
  if (slash !== -1 && canonicalLanguage(path.slice(0, slash)) === language)
    return `, for example as ${tag}${path.slice(slash)}`;
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return `, for example as ${folder}${stem}.${tag}${path.slice(path.lastIndexOf('.'))}`;
}
