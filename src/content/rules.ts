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

/** The rules of one language, ready to be asked about headings. */
export interface HeadingMatcher {
  readonly rule: ExtractionRule;
  readonly matches: (heading: string) => boolean;
}

/** What `rules` say for a document of this slug and language. */
export function matchersFor(rules: readonly ExtractionRule[], slug: string, language: string): HeadingMatcher[] {
  const primary = primaryLanguage(language);
  const words = headingWords[primary];
  return rules.flatMap((rule) => {
    const phrases = rule.headings[primary]?.map(wordsOf);
    if (phrases === undefined || (rule.pages !== null && !rule.pages.includes(slug))) return [];
    return [{ rule, matches: (heading: string) => phrases.some((phrase) => isNamed(wordsOf(heading), phrase, words)) }];
  });
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
