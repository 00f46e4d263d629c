import { createWordScanner } from '../join/word-scanner.ts';

/** Which of some words, in any letters, occur in the texts of a language. */
export type Vocabulary = ReadonlySet<string>;

export interface VocabularyBuilder {
  readonly words: Vocabulary;
  /** Reads a piece of a text, in UTF-16 code units. */
  add(text: string, start?: number, end?: number): void;
}

/**
 * Looks for given words only: most words of a large site need no string then.
 *
 * @param wanted - in small letters
 */
export function createVocabulary(wanted: ReadonlySet<string>): VocabularyBuilder {
  const scanner = createWordScanner();
  const beginnings = new Set<number>();
  for (const word of wanted) {
    beginnings.add(beginningOf(word.charCodeAt(0), word.length));
    beginnings.add(beginningOf(word.toUpperCase().charCodeAt(0), word.length));
  }
  const words = new Set<string>();

  function look(written: string): void {
    const word = written.toLowerCase();
    if (wanted.has(word)) words.add(word);
  }

  return {
    words,
    add(text, start = 0, end = text.length) {
      for (let from = start; from < end; from++) {
        const unit = text.charCodeAt(from);
        if (!scanner.isWordUnit(unit)) continue;
        const wordEnd = scanner.endOfWord(text, from, end);
        if (beginnings.has(beginningOf(unit, wordEnd - from))) look(text.slice(from, wordEnd));
        from = wordEnd;
      }
    },
  };
}

/** Tells most words apart: the first code unit and the length. */
const beginningOf = (unit: number, length: number): number => unit * 256 + Math.min(length, 255);
