/** The small words of a language around a heading's phrase. */
export interface HeadingWords {
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

/** By primary language; a language that is not here knows exact phrases only. */
export const headingWords: Readonly<Partial<Record<string, HeadingWords>>> = {
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
