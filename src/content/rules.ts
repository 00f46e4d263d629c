import { primaryLanguage } from './language-tag.ts';

/**
 * How typed nodes are read out of prose: in plain words, no regular expressions. A heading names a rule's thing when it
 * consists of an optional lead ("our", "the", a number), one of the rule's phrases, and nothing more, or a qualifier
 * ("of the forum", "im Netzwerk"). A heading that merely contains the word does not.
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

/** The small words of a language around a heading's phrase. */
interface HeadingWords {
  /** Before it: "our partners". */
  readonly leads: readonly string[];
  /** After it, whatever follows: "goals of the forum". */
  readonly genitives: readonly string[];
  /** After it, when one of the surroundings follows: "partners in the network", but not "partners in the press". */
  readonly locatives: readonly string[];
  readonly surroundings: readonly string[];
  /** After it, when a number follows: "goals for 2026". */
  readonly spans: readonly string[];
}

const headingWords: Readonly<Record<string, HeadingWords>> = {
  de: {
    leads: ['alle', 'die', 'der', 'das', 'unsere', 'unser'],
    genitives: ['der', 'des', 'unserer', 'unseres', 'vom', 'von'],
    locatives: ['im', 'in'],
    surroundings: [
      'netzwerk',
      'forum',
      'projekt',
      'verband',
      'verbund',
      'verein',
      'bündnis',
      'konsortium',
      'ökosystem',
      'allianz',
      'gemeinschaft',
      'community',
      'initiative',
      'organisation',
      'stiftung',
      'gruppe',
    ],
    spans: ['für', 'bis', 'im', 'in'],
  },
  en: {
    leads: ['all', 'our', 'the'],
    genitives: ['of'],
    locatives: ['in', 'within'],
    surroundings: [
      'network',
      'forum',
      'project',
      'association',
      'alliance',
      'consortium',
      'ecosystem',
      'community',
      'initiative',
      'organisation',
      'organization',
      'foundation',
      'group',
    ],
    spans: ['for', 'until', 'in'],
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
        'Projektpartner',
        'Technologiepartner',
        'Gründungspartner',
        'strategische Partner',
        'Partner:innen',
      ],
      en: [
        'partners',
        'partner companies',
        'partner organisations',
        'partner organizations',
        'network partners',
        'project partners',
        'technology partners',
        'founding partners',
        'strategic partners',
      ],
    },
    item: 'linked-item',
    expected: null,
  },
  {
    name: 'goal-list',
    type: 'Goal',
    pages: null,
    headings: {
      de: ['Ziele', 'Zielsetzung', 'Zielsetzungen', 'Ziele und Aufgaben', 'Projektziele', 'strategische Ziele'],
      en: [
        'goals',
        'aims',
        'objectives',
        'goals and objectives',
        'aims and objectives',
        'project goals',
        'strategic goals',
      ],
    },
    item: 'item',
    expected: null,
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
  const isLead = (word: string): boolean => words?.leads.includes(word) === true || isNumber(word);
  let start = 0;
  while (start < heading.length - phrase.length && isLead(heading[start] ?? '')) start++;
  if (!phrase.every((word, index) => heading[start + index] === word)) return false;
  return isQualifier(heading.slice(start + phrase.length), words);
}

/** What may stand behind a phrase: nothing, a year, or a word that ties it to what surrounds it. */
function isQualifier([first, ...rest]: readonly string[], words: HeadingWords | undefined): boolean {
  if (first === undefined || (isNumber(first) && rest.length === 0)) return true;
  if (words === undefined) return false;
  return (
    words.genitives.includes(first) ||
    (words.locatives.includes(first) && rest.some((word) => words.surroundings.includes(word))) ||
    (words.spans.includes(first) && isNumber(rest[0] ?? ''))
  );
}

const isNumber = (word: string): boolean => /^\d+$/.test(word);

/** Lower-case words, without the punctuation around and between them; what stands in brackets at the end is left out. */
function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\([^()]*\)[\s:.]*$/, '');
  return plain.match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu) ?? [];
}
