import { canonicalLanguage } from '../content/language-tag.ts';
import { shown } from './expecting.ts';

/** Language tags that stand for a language which another one before them stands for; what is no tag is left alone. */
export function repeatedTags(tags: readonly string[]) {
  const canonical = tags.map(canonicalLanguage);
  return tags.flatMap((tag, index) => {
    const own = canonicalLanguage(tag);
    if (own === null || canonical.indexOf(own) === index) return [];
    return [{ index, message: `expected each language once, but found ${shown(tag)} again` }];
  });
}
