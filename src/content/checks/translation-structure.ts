import type { SiteCheck } from './check.ts';
import { enumeration } from './enumeration.ts';
import { expectedIn } from './expected-languages.ts';
import { pageGroups } from './language-groups.ts';
import type { SitePage } from './site.ts';

/** A page that is not built like its translation in the default language, or the first that there is. */
export const translationStructure: SiteCheck = {
  code: 'translation-structure',
  *run(site, report) {
    const isExpected = expectedIn(site);
    for (const group of pageGroups(site)) {
      const [original, ...translations] = group.filter(({ node }) => isExpected(node.language));
      yield;
      if (original === undefined) continue;
      for (const translation of translations) {
        const finding = withoutText(original, translation) ?? differentlyBuilt(original, translation);
        if (finding !== null) report(finding);
      }
    }
  },
};

type Finding = Parameters<Parameters<SiteCheck['run']>[1]>[0];

/** One of the two has no text, although the same template shows both. */
function withoutText(original: SitePage, translation: SitePage): Finding | null {
  const isEmpty = ({ document }: SitePage): boolean => document.body.trim() === '';
  if (isEmpty(original) === isEmpty(translation)) return null;
  const [empty, full] = isEmpty(original) ? [original, translation] : [translation, original];
  return {
    path: empty.document.path,
    message: `expected text as on ${full.document.path}, but found none`,
    hint: 'Write it; where a template shows other things than the text, delete the text of the other page.',
  };
}

function differentlyBuilt(original: SitePage, translation: SitePage): Finding | null {
  const differing = counts.flatMap(({ name, one, of }) => {
    const [expected, found] = [of(original), of(translation)];
    return expected === found ? [] : [{ name, text: `${found} instead of ${expected} ${expected === 1 ? one : name}` }];
  });
  if (differing.length === 0) return null;
  return {
    path: translation.document.path,
    message: `expected as many ${enumeration(differing.map(({ name }) => name))} as on ${original.document.path}, but found ${enumeration(differing.map(({ text }) => text))}`,
    hint: 'Compare the two pages, and mend the one that is behind.',
  };
}

interface Count {
  readonly name: string;
  readonly one: string;
  readonly of: (page: SitePage) => number;
}

const counts: readonly Count[] = [
  { name: 'headings', one: 'heading', of: ({ node }) => node.headings.length },
  { name: 'partners', one: 'partner', of: ({ node }) => node.partners.length },
  { name: 'goals', one: 'goal', of: ({ node }) => node.goals.length },
  { name: 'links', one: 'link', of: ({ linkCount }) => linkCount },
];
