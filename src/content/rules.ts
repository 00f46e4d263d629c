import { primaryLanguage } from './language-tag.ts';
import type { NodeType } from './nodes.ts';

/**
 * How typed nodes are read out of prose: in plain words, no regular expressions. A heading names a rule's thing when it
 * consists of an optional lead ("our", "the", a number), one of the rule's phrases, and nothing more, or a qualifier
 * ("of the forum", "im Netzwerk"). A heading that merely contains the word does not.
 */
export interface ExtractionRule {
  readonly name: string;
  readonly type: Extract<NodeType, 'Partner' | 'Goal'>;
  /** Slugs of the pages it looks at; `null` for every page. */
  readonly pages: readonly string[] | null;
  /** Heading phrases by primary language. */
  readonly headings: Readonly<Record<string, readonly string[]>>;
  /** `linked-item`: a list item led by a link; `item`: any list item. Only items of the outermost lists count. */
  readonly item: 'linked-item' | 'item';
}

/** The small words of a language around a heading's phrase. */
interface HeadingWords {
  readonly leads: readonly string[];
  readonly qualifiers: readonly string[];
}

const headingWords: Readonly<Record<string, HeadingWords>> = {
  de: {
    leads: ['alle', 'die', 'der', 'das', 'unsere', 'unser'],
    qualifiers: [
      'am',
      'an',
      'auf',
      'aus',
      'bei',
      'beim',
      'der',
      'des',
      'für',
      'im',
      'in',
      'unserer',
      'unseres',
      'vom',
      'von',
    ],
  },
  en: {
    leads: ['all', 'our', 'the'],
    qualifiers: ['at', 'for', 'from', 'in', 'of', 'on', 'within'],
  },
};

export const builtInRules: readonly ExtractionRule[] = [
  {
    name: 'partner-list',
    type: 'Partner',
    pages: null,
    headings: {
      de: [
        'Partner',
        'Partnerinnen und Partner',
        'Partner und Partnerinnen',
        'Partnerunternehmen',
        'Partnerorganisationen',
        'Netzwerkpartner',
        'Kooperationspartner',
      ],
      en: ['partners', 'partner companies', 'partner organisations', 'partner organizations', 'network partners'],
    },
    item: 'linked-item',
  },
  {
    name: 'goal-list',
    type: 'Goal',
    pages: null,
    headings: {
      de: ['Ziele', 'Zielsetzung', 'Zielsetzungen', 'Ziele und Aufgaben'],
      en: ['goals', 'aims', 'objectives', 'goals and objectives', 'aims and objectives'],
    },
    item: 'item',
  },
];

/** Rules that are ready to be asked: their phrases are taken apart once for all documents. */
export interface RuleBook {
  /** The rule whose thing the heading names, for a document of this slug and language. */
  find(heading: string, slug: string, language: string): ExtractionRule | null;
  /** Whether any rule looks at documents of this language. */
  knows(language: string): boolean;
}

export function createRuleBook(rules: readonly ExtractionRule[]): RuleBook {
  const byLanguage = new Map<string, readonly CompiledRule[]>();
  const rulesOf = (language: string): readonly CompiledRule[] => {
    const primary = primaryLanguage(language);
    const compiled = byLanguage.get(primary) ?? rules.flatMap((rule) => compile(rule, primary));
    byLanguage.set(primary, compiled);
    return compiled;
  };
  return {
    knows: (language) => rulesOf(language).length > 0,
    find(heading, slug, language) {
      const words = wordsOf(heading);
      const small = headingWords[primaryLanguage(language)];
      const found = rulesOf(language).find(
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

function compile(rule: ExtractionRule, primary: string): readonly CompiledRule[] {
  const phrases = rule.headings[primary];
  return phrases === undefined ? [] : [{ rule, phrases: phrases.map(wordsOf) }];
}

function isNamed(heading: readonly string[], phrase: readonly string[], words: HeadingWords | undefined): boolean {
  const isLead = (word: string): boolean => words?.leads.includes(word) === true || /^\d+$/.test(word);
  let start = 0;
  while (start < heading.length - phrase.length && isLead(heading[start] ?? '')) start++;
  if (!phrase.every((word, index) => heading[start + index] === word)) return false;
  const next = heading[start + phrase.length];
  return next === undefined || words?.qualifiers.includes(next) === true;
}

/** Lower-case words, without the punctuation around and between them. */
function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu) ?? []
  );
}
