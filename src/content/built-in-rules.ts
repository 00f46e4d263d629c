import type { ExtractionRule } from './rules.ts';

/** Rules that hold without a configuration. */
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
