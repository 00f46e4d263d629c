import { type HeadingWords, headingWords } from './heading-words.ts';
import { primaryLanguage } from './language-tag.ts';
import { normalized } from './normalized.ts';

/**
 * How typed nodes are read out of prose: in plain words, no regular expressions. A heading names a rule's thing when it
 * consists of an optional lead ("our", "the", a number), one of the rule's phrases, and nothing more, or a qualifier
 * ("of the forum", "im Netzwerk"). A heading that merely contains the word does not. Case, punctuation and markup do
 * not count.
 */
export interface ExtractionRule {
  readonly name: string;
  readonly type: 'Partner' | 'Goal';
  /** Slugs of the pages it looks at; `null` for every page. */
  readonly pages: readonly string[] | null;
  /** Heading phrases by primary language. */
  readonly headings: Readonly<Record<string, readonly string[]>>;
  readonly item: ItemShape;
  /** How many items each page that it matches has to have; `null` for any number. */
  readonly expected: number | null;
}

/**
 * How one item is written. `linked-item`: a list item led by a link to a web site; `item`: any list item;
 * `sub-heading`: a heading one level below the rule's, its first link as URL and its first paragraph as description;
 * `table-row`: a row of a table, its first cell as name, its first link as URL and its further cells as description.
 * Only items of the outermost lists count.
 */
export type ItemShape = 'linked-item' | 'item' | 'sub-heading' | 'table-row';

/** Rules that are ready to be asked: their phrases are taken apart once for all documents. */
export interface RuleBook {
  /** The first rule whose thing the heading names, for a document of this slug and language. */
  find(heading: string, slug: string, language: string): ExtractionRule | null;
  /** Whether any rule looks at documents of this language. */
  knows(language: string): boolean;
  /** Rules that name the page of this slug, as far as they have headings in the language. */
  namingPage(slug: string, language: string): readonly ExtractionRule[];
}

export function createRuleBook(rules: readonly ExtractionRule[]): RuleBook {
  const byLanguage = new Map<string, LanguageRules>();
  const compiledFor = (language: string): LanguageRules => {
    const primary = primaryLanguage(language);
    const compiled = byLanguage.get(primary) ?? compileAll(rules, primary);
    byLanguage.set(primary, compiled);
    return compiled;
  };
  const rulesOf = (language: string): readonly CompiledRule[] => compiledFor(language).rules;
  return {
    knows: (language) => rulesOf(language).length > 0,
    namingPage: (slug, language) =>
      rulesOf(language).flatMap(({ rule }) => (rule.pages?.includes(slug) === true ? [rule] : [])),
    find(heading, slug, language) {
      const { rules: compiled, firstWords } = compiledFor(language);
      const lower = lowerCase(heading);
      // most headings hold none of the words that a phrase begins with, and need not be taken apart
      if (!firstWords.some((word) => lower.includes(word))) return null;
      const words = wordsOf(heading);
      const small = headingWords[primaryLanguage(language)];
      const found = compiled.find(
        ({ rule, phrases }) =>
          (rule.pages === null || rule.pages.includes(slug)) && phrases.some((phrase) => isNamed(words, phrase, small)),
      );
      return found?.rule ?? null;
    },
  };
}

interface CompiledRule {
  readonly rule: ExtractionRule;
  /** The words of each phrase. */
  readonly phrases: readonly (readonly string[])[];
}

interface LanguageRules {
  readonly rules: readonly CompiledRule[];
  /** The first word of each phrase, once. */
  readonly firstWords: readonly string[];
}

function compileAll(rules: readonly ExtractionRule[], primary: string): LanguageRules {
  const compiled = rules.flatMap((rule) => compile(rule, primary));
  const phrases = compiled.flatMap((rule) => rule.phrases);
  return { rules: compiled, firstWords: [...new Set(phrases.flatMap(([first]) => first ?? []))] };
}

/** A phrase without words would name every heading. */
function compile(rule: ExtractionRule, primary: string): readonly CompiledRule[] {
  const phrases = (rule.headings[primary] ?? []).map(wordsOf).filter((words) => words.length > 0);
  return phrases.length === 0 ? [] : [{ rule, phrases }];
}

/** The phrase may begin with words that can lead it, too: "our partners" is named by "our partners". */
function isNamed(heading: readonly string[], phrase: readonly string[], words: HeadingWords | undefined): boolean {
  for (let start = 0; start + phrase.length <= heading.length; start++) {
    const isHere = phrase.every((word, index) => heading[start + index] === word);
    if (isHere && isQualifier(heading, start + phrase.length, words)) return true;
    const lead = heading[start] ?? '';
    if (!isNumber(lead) && words?.leads.includes(lead) !== true) return false;
  }
  return false;
}

/** What may stand behind a phrase: nothing, a year, or a word that ties it to what surrounds it. */
function isQualifier(heading: readonly string[], from: number, words: HeadingWords | undefined): boolean {
  const first = heading[from];
  const second = heading[from + 1];
  if (first === undefined || (isNumber(first) && second === undefined)) return true;
  if (words === undefined) return false;
  return (
    words.genitives.includes(first) ||
    (words.locatives.includes(first) && heading.slice(from + 1).some((word) => words.surroundings.includes(word))) ||
    (words.spans.includes(first) && isNumber(second ?? ''))
  );
}

const isNumber = (word: string): boolean => /^\d+$/.test(word);

const lowerCase = (text: string): string => normalized(text).toLowerCase();

/** Lower-case words, without the punctuation around and between them; what stands in brackets at the end is left out. */
function wordsOf(text: string): string[] {
  const plain = lowerCase(text).replace(/\([^()]*\)[\s:.]*$/, '');
  return plain.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’.-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu) ?? [];
}
