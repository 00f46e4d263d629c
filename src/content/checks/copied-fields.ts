import { wordsOfName } from '../join/partner-names.ts';
import { hasCommonWords, wordsOfNames } from './common-words.ts';
import { foreignWords, type LanguageTexts, type TitleWord, titleWordsOf } from './foreign-words.ts';
import { readLanguageTexts } from './language-texts.ts';
import { type Field, fields, type PagePair, readField, sameField } from './same-texts.ts';
import type { Site, SitePage } from './site.ts';

/** A title or description that a page has from the page of another language. */
export interface CopiedField {
  readonly page: SitePage;
  readonly original: SitePage;
  readonly field: Field;
  readonly text: string;
  /** Its words that are not of the page's language. */
  readonly foreign: readonly string[];
}

/**
 * Equal titles and descriptions that are foreign to the language of one of the pages.
 *
 * @param copies - pages whose body is not in their language
 */
export function copiedFields(
  site: Site,
  pairs: readonly PagePair[],
  copies: readonly SitePage[],
): readonly CopiedField[] {
  const equal = pairs.flatMap((pair) => fields.flatMap((field) => equalField(pair, field) ?? []));
  if (equal.length === 0) return [];
  const textsOf = readLanguageTexts(site, {
    wanted: new Set(equal.flatMap(({ words }) => words.map(({ word }) => word))),
    languages: new Set(equal.flatMap(({ pair }) => pair.map(({ node }) => node.language))),
    // what two languages have in common tells of neither
    doubtful: new Set(equal.flatMap(({ pair, field }) => pair.map((page) => readField(page, field) ?? ''))),
    copies: new Set(copies),
  });
  const names = new Set(site.partners.flatMap(({ name }) => wordsOfName(name)).map((word) => word.toLowerCase()));
  return equal.flatMap((each) => copied(each, textsOf, names) ?? []);
}

interface EqualField {
  readonly pair: PagePair;
  readonly field: Field;
  readonly text: string;
  readonly words: readonly TitleWord[];
}

/** Fewer words than these are no description, but a name. */
const fewestWords = { title: 1, description: 4 } satisfies Record<Field, number>;

function equalField(pair: PagePair, field: Field): EqualField | null {
  const text = sameField(pair, field);
  if (text === null || wordsOfName(text).length < fewestWords[field]) return null;
  return { pair, field, text, words: titleWordsOf(text) };
}

/**
 * Words that weigh less are no evidence: every language has loan words, and a description can be a name with a motto. A
 * title is found by one common word of the other language, or by two other words.
 */
const leastWeight = { title: 2, description: 3 } satisfies Record<Field, number>;

/** The page for whose language more is foreign; where that is even, the one that is not in the default language. */
function copied(
  { pair: [first, second], field, text, words }: EqualField,
  textsOf: (language: string) => LanguageTexts,
  names: ReadonlySet<string>,
): CopiedField | null {
  const telling = words.filter(({ word }) => !names.has(word) && !(field === 'title' && wordsOfNames.has(word)));
  const [own, other] = [textsOf(first.node.language), textsOf(second.node.language)];
  const inFirst = foreignWords(telling, own, other);
  const inSecond = foreignWords(telling, other, own);
  const [page, original, foreign] =
    inFirst.weight > inSecond.weight ? [first, second, inFirst] : [second, first, inSecond];
  // of a language without a list of common words less is known
  const least = leastWeight[field] * (hasCommonWords(page.node.language) ? 1 : 2);
  return foreign.weight < least ? null : { page, original, field, text, foreign: foreign.words };
}
