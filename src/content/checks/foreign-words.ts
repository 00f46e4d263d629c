import { commonWords, wordsOfNames } from './common-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A word of a title or a sentence. */
export interface TitleWord {
  /** In small letters. */
  readonly word: string;
  /** Whether its letters tell that it is no name: it is small, or it begins the text and the next one is small. */
  readonly isPlain: boolean;
  readonly isSmall: boolean;
}

/** A language and what its other texts say. */
export interface LanguageTexts {
  readonly language: string;
  readonly vocabulary: Vocabulary;
}

/**
 * The words of a title that tell of its language; not those with digits (`R5`), in capitals (`SCS`) or with capitals
 * within (`openDesk`), nor addresses (`scs.community`).
 */
export function titleWordsOf(text: string): readonly TitleWord[] {
  const written = text
    .normalize('NFC')
    .split(/\s+/)
    .filter((chunk) => !/[\p{L}\p{N}][.@_][\p{L}\p{N}]/u.test(chunk))
    .flatMap((chunk) => chunk.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
  return written.flatMap((word, index) => {
    if (!/^\p{L}[\p{Ll}\p{Lm}\p{Lo}\p{M}]+$/u.test(word)) return [];
    const isSmall = word === word.toLowerCase();
    const beginsText = index === 0 && isSmallWord(written[1]);
    return { word: word.toLowerCase(), isPlain: isSmall || beginsText, isSmall };
  });
}

/**
 * Those words of a text that are not of its language, as far as there is evidence: no other text of the language has
 * them, and the other language has them among its common words or in its texts. Names are in both, or in neither.
 */
export function foreignWords(words: readonly TitleWord[], own: LanguageTexts, other: LanguageTexts): readonly string[] {
  const [ownCommon, otherCommon] = [commonWords(own.language), commonWords(other.language)];
  const foreign = words.filter(({ word, isPlain, isSmall }) => {
    if (ownCommon.has(word) || own.vocabulary.words.has(word) || wordsOfNames.has(word)) return false;
    if (otherCommon.has(word) || (isPlain && other.vocabulary.small.has(word))) return true;
    return isSmall && other.vocabulary.words.has(word);
  });
  return [...new Set(foreign.map(({ word }) => word))];
}

const isSmallWord = (word: string | undefined): boolean => word === undefined || word === word.toLowerCase();
