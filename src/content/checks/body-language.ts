import { commonWords } from './common-words.ts';
import type { SitePage } from './site.ts';

/** Common words that a text must have to tell its language. */
const enough = 3;
/** Different words in small letters without which a text is a list of names or an address. */
const prose = 20;

/**
 * Of two pages with the same text the one in whose language it is not; `null` where it belongs on both: an address, a list
 * of names, or one text in both languages.
 */
export function pageInOtherLanguage(first: SitePage, second: SitePage): SitePage | null {
  const words = wordsOf(first);
  const own = commonWords(first.node.language);
  const other = commonWords(second.node.language);
  const inFirst = words.filter((word) => own.has(word) && !other.has(word)).length;
  const inSecond = words.filter((word) => other.has(word) && !own.has(word)).length;
  if (inFirst >= enough && inFirst > 3 * inSecond) return second;
  if (inSecond >= enough && inSecond > 3 * inFirst) return first;
  const small = new Set(words.filter((word) => word === word.toLowerCase()));
  const isKnown = inFirst >= enough || inSecond >= enough || (own.size > 0 && other.size > 0);
  if (isKnown || small.size < prose) return null;
  return own.size > 0 ? first : second;
}

/** As written. */
function wordsOf({ document: { body }, extraction }: SitePage): readonly string[] {
  const words: string[] = [];
  const { prose: ranges } = extraction;
  for (let index = 0; index < ranges.length; index += 2) {
    for (const [word] of body.slice(ranges[index], ranges[index + 1]).matchAll(/[\p{L}\p{M}]{2,}/gu)) words.push(word);
  }
  return words;
}
