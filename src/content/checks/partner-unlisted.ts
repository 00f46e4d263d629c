import type { NameList } from '../extract/extraction.ts';
import type { SiteCheck } from './check.ts';
import { isNameOf, type PartnerNames, partnerNames } from './partner-name-sets.ts';
import { createSuggester } from './suggester.ts';

/** A name in a list of names most of which are partners, although no list of partners has it. */
export const partnerUnlisted: SiteCheck = {
  code: 'partner-unlisted',
  run(site, report) {
    const byLanguage = partnerNames(site);
    const suggest = createSuggester();
    for (const { document, extraction } of site.pages) {
      const names = byLanguage.get(document.language);
      if (names === undefined) continue;
      for (const { text, line, column } of extraction.nameLists.flatMap((list) => strangersIn(list, names))) {
        const suggestion = suggest(text, names.written);
        report({
          path: document.path,
          message: `expected a partner, like most names beside it, but found "${text}", which is in no list of partners`,
          hint: `${suggestion === null ? '' : `Did you mean "${suggestion}"? `}Add it to the list, or declare it as another name of a partner under "partners.aliases" in the configuration.`,
          at: { line, column },
        });
      }
    }
  },
};

function strangersIn({ items }: NameList, { own, known }: PartnerNames): NameList['items'] {
  return areMostlyPartners(items, own) ? items.filter(({ text }) => !isNameOf(text, known)) : [];
}

/** More than half, so at least two of three; in most lists the first half tells that it is not so. */
function areMostlyPartners(items: NameList['items'], own: PartnerNames['own']): boolean {
  let others = 0;
  for (const { text } of items) {
    if (!isNameOf(text, own)) others++;
    if (others * 2 >= items.length) return false;
  }
  return true;
}
