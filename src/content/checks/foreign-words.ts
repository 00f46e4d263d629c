import { commonWords, wordsOfNames } from './common-words.ts';
import { normalized } from '../normalized.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A word of a title or a sentence. */
export interface TitleWord {
  /** In small letters. */
  readonly word: string;
  /** In a title, names and in many languages nouns are not. */
  readonly isSmall: boolean;
}

/** A language and what its other texts say. */
export interface LanguageTexts {
  readonly language: string;
  readonly vocabulary: Vocabulary;
}

/**
 * The words of a title that tell of its language; not those with digits (`R5`), in capitals (`SCS`) or with capitals
 * within (`openDesk`), nor those of addresses (`scs.community`) and compounds (`Know-how`).
 */
export function titleWordsOf(text: string): readonly TitleWord[] {
  const written = normalized(text)
    .split(/\s+/)
    .filter((chunk) => !/[\p{L}\p{N}][-.@_][\p{L}\p{N}]/u.test(chunk))
    .flatMap((chunk) => chunk.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
  return written
    .filter((word) => /^\p{L}[\p{Ll}\p{Lm}\p{Lo}\p{M}]+$/u.test(word))
    .map((word) => ({ word: word.toLowerCase(), isSmall: word === word.toLowerCase() }));
}

/** Words of a text that are not of its language. */
export interface ForeignWords {
  /** Each once, those that tell most first. */
  readonly words: readonly string[];
  /** How much they tell: 2 for each common word of the other language, 1 for each other one and those of names. */
  readonly weight: number;
}

/**
 * Those words of a text that are not of its language, as far as there is evidence: no other text of the language has
 * them, and the other language has them among its common words or, if they are small, in its texts. Names are in both, or
 * in neither.
 */
export function foreignWords(words: readonly TitleWord[], own: LanguageTexts, other: LanguageTexts): ForeignWords {
  const [ownCommon, otherCommon] = [commonWords(own.language), commonWords(other.language)];
  const weights = new Map<string, number>();
  for (const { word, isSmall } of words) {
    if (ownCommon.has(word) || own.vocabulary.has(word) || weights.has(word)) continue;
    if (otherCommon.has(word)) weights.set(word, wordsOfNames.has(word) ? 1 : 2);
    else if (isSmall && other.vocabulary.has(word)) weights.set(word, 1);
  }
  const found = [...weights].sort(([, a], [, b]) => b - a);
  return { words: found.map(([word]) => word), weight: found.reduce((sum, [, weight]) => sum + weight, 0) };
}
