import type { Prose } from '../extract/prose.ts';
import { createWordScanner, type WordScanner } from './word-scanner.ts';

/** A name that is looked for; a name of one word only as it is written, others in any case. */
export interface SoughtName<Value> {
  readonly words: readonly string[];
  /** Punctuation between the words: what stands between them in a text may be less, but nothing else. */
  readonly gaps: readonly string[];
  /** Punctuation behind the last word that is part of the name: the full stop of `s.r.o.`. */
  readonly tail: string;
  readonly value: Value;
}

/** Where a name stands in a text, in UTF-16 code units. */
export interface NameMatch<Value> {
  readonly value: Value;
  readonly start: number;
  readonly end: number;
}

export interface NameMatcher<Value> {
  /** Whole words that are a name, from left to right, none within another; of several at one place the longest. */
  find(text: string, prose: Prose): readonly NameMatch<Value>[];
}

interface TrieNode<Value> {
  readonly next: Map<string, TrieNode<Value>>;
  readonly names: SoughtName<Value>[];
}

/**
 * Looks for any number of names in one pass over a text: a trie over words (Fredkin 1960), whose first words are told
 * apart from most others by two characters and a length, before a string is made of them.
 */
export function createNameMatcher<Value>(names: readonly SoughtName<Value>[]): NameMatcher<Value> {
  const scanner = createWordScanner();
  const { isWordUnit, endOfWord } = scanner;
  const trie = trieOf(names);
  const firstWords = fingerprintsOf(trie.next.keys());
  return {
    find(text, prose) {
      const matches: NameMatch<Value>[] = [];
      let position = 0;
      for (let index = 0; index < prose.length; index += 2) {
        const limit = prose[index + 1] ?? 0;
        position = Math.max(position, prose[index] ?? 0);
        while (position < limit) {
          if (!isWordUnit(text.charCodeAt(position))) {
            position++;
            continue;
          }
          const end = endOfWord(text, position, limit);
          const isCandidate =
            firstWords[fingerprint(text.charCodeAt(position), text.charCodeAt(position + 1), end - position)];
          const match = isCandidate === 1 ? nameAt({ text, start: position, end, limit }, trie, scanner) : null;
          if (match !== null) matches.push(match);
          position = match?.end ?? end;
        }
      }
      return matches;
    },
  };
}

function trieOf<Value>(names: readonly SoughtName<Value>[]): TrieNode<Value> {
  const root: TrieNode<Value> = { next: new Map(), names: [] };
  for (const name of names) {
    let node = root;
    for (const word of name.words) {
      const key = word.toLowerCase();
      const next = node.next.get(key) ?? { next: new Map(), names: [] };
      node.next.set(key, next);
      node = next;
    }
    if (node !== root) node.names.push(name);
  }
  return root;
}

/** A word in a text, and where the block ends that it is in. */
interface WordInText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly limit: number;
}

/** The longest name that begins with a word. */
function nameAt<Value>(
  { text, start, end, limit }: WordInText,
  trie: TrieNode<Value>,
  { endOfWord, nextWord }: WordScanner,
): NameMatch<Value> | null {
  const gaps: string[] = [];
  let found: NameMatch<Value> | null = null;
  let node: TrieNode<Value> | undefined = trie;
  let from = start;
  let to = end;
  while (from !== -1) {
    const word: string = text.slice(from, to);
    node = node.next.get(word.toLowerCase());
    if (node === undefined) break;
    const name = node.names.find((sought) => isWritten(sought, word, gaps));
    if (name !== undefined)
      found = { value: name.value, start, end: text.startsWith(name.tail, to) ? to + name.tail.length : to };
    if (node.next.size === 0) break;
    from = nextWord(text, to, limit);
    gaps.push(text.slice(to, from));
    to = endOfWord(text, from, text.length);
  }
  return found;
}

/** A name of one word is found only as it is written; between several words stands no punctuation but the name's own. */
function isWritten({ words, gaps }: SoughtName<unknown>, word: string, found: readonly string[]): boolean {
  if (words.length === 1) return words[0] === word;
  return gaps.every((own, index) => [...punctuationOf(found[index] ?? '')].every((mark) => own.includes(mark)));
}

/** Without white space, hyphens and emphasis, which may stand in any name. */
export const punctuationOf = (gap: string): string => gap.replaceAll('&amp;', '&').replace(/[^&.,'’/+]/g, '');

/** Marks what a first word may begin with: its two first characters in small and in capital letters. */
function fingerprintsOf(words: Iterable<string>): Uint8Array {
  const marked = new Uint8Array(65_536);
  for (const word of words) {
    const forms = [word, word.toUpperCase()];
    for (const first of forms) {
      for (const second of forms) marked[fingerprint(first.charCodeAt(0), second.charCodeAt(1), word.length)] = 1;
    }
  }
  return marked;
}

/** A word of one character has no second one that counts. */
function fingerprint(first: number, second: number, length: number): number {
  return ((first * 31 + (length === 1 ? 0 : second)) * 31 + Math.min(length, 31)) & 0xffff;
}
