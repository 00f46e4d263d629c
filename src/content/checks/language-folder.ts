import { type Document, placeOfKey } from '../document.ts';
import { canonicalLanguage, primaryLanguage } from '../language-tag.ts';
import type { DocumentCheck } from './check.ts';
import { languageIn } from './declared-language.ts';

/** A language in the frontmatter that is not the one that the folder or the file-name suffix says. */
export const languageFolder: DocumentCheck = {
  code: 'language-folder',
  run({ document }, report) {
    const { path, nameLanguage, frontmatter } = document;
    if (nameLanguage === null) return;
    for (const key of ['language', 'locale']) {
      const tag = languageIn(frontmatter[key]);
      if (tag === null || canAgree(tag, nameLanguage)) continue;
      const { said, move } = isFolder(document, nameLanguage) ? byFolder(document, tag) : bySuffix(document, tag);
      report({
        path,
        message: `expected "${key}" to be "${nameLanguage}", as the ${said} says, but found "${tag}"`,
        hint: `${move}, or write "${key}: ${nameLanguage}".`,
        at: placeOfKey(document, key),
      });
      return;
    }
  },
};

/** Whether two tags can be of one text: `de-AT` and `de`, but neither `de` and `en` nor `de-AT` and `de-CH`. */
function canAgree(a: string, b: string): boolean {
  const [one, other] = [new Intl.Locale(a), new Intl.Locale(b)];
  const differs = (key: 'script' | 'region'): boolean =>
    one[key] !== undefined && other[key] !== undefined && one[key] !== other[key];
  return primaryLanguage(a) === primaryLanguage(b) && !differs('script') && !differs('region');
}

const isFolder = ({ path }: Document, language: string): boolean =>
  path.includes('/') && canonicalLanguage(path.slice(0, path.indexOf('/'))) === language;

interface Name {
  readonly said: string;
  /** How the name can say the language of the frontmatter. */
  readonly move: string;
}

const byFolder = ({ path }: Document, tag: string): Name => ({
  said: 'folder',
  move: `Move the file to "${tag}${path.slice(path.indexOf('/'))}"`,
});

const bySuffix = ({ path, stem }: Document, tag: string): Name => ({
  said: 'file name',
  move: `Name the file "${stem}.${tag}${path.slice(path.lastIndexOf('.'))}"`,
});
