import { z } from 'zod';
import { createRuleBook } from '../content/rules.ts';
import { expecting, shown } from './expecting.ts';
import { repeatedTags } from './repeated-tags.ts';
import { choice, nonEmptyText, primaryTag, textThat } from './value-schemas.ts';

const goalShapes = ['item', 'sub-heading', 'table-row'] as const;
const partnerShapes = ['linked-item', ...goalShapes] as const;

const headings = z
  .record(
    primaryTag,
    z
      .array(
        textThat('the words of a heading such as "Our sponsors"', isPhrase).meta({ title: 'heading' }),
        expecting('a list of headings'),
      )
      .min(1, expecting('at least one heading')),
    expecting('a mapping of languages to lists of headings'),
  )
  .refine((byLanguage) => Object.keys(byLanguage).length > 0, {
    error: 'expected headings in at least one language, but found none',
  })
  .superRefine((byLanguage, { addIssue }) => {
    const keys = Object.keys(byLanguage);
    for (const { index, message } of repeatedTags(keys))
      addIssue({ code: 'custom', path: [keys[index] ?? ''], message });
  })
  .meta({
    description:
      'Words of the headings that the items stand below, by language without region. Small words around them ("our", "of the forum") need not be named in German and English, the only languages for which they are known; in others the words are those of the whole heading.',
    examples: [{ de: ['Unterstützer'], en: ['Supporters'] }],
  });

/** An extraction rule as its owner writes it. */
const ruleSchema = z
  .strictObject(
    {
      name: nonEmptyText('a name for the rule such as "supporters"').meta({
        description: 'Name of the rule, by which diagnostics call it. A built-in rule of the same name is replaced.',
        examples: ['supporters'],
      }),
      type: choice(['Partner', 'Goal']).meta({
        description: 'What the items become.',
        examples: ['Partner'],
      }),
      pages: z
        .array(
          nonEmptyText('the slug of a page such as "network"').meta({ title: 'slug' }),
          expecting('a list of slugs'),
        )
        .min(1, expecting('at least one slug'))
        .optional()
        .meta({
          description: 'Slugs of the pages that it looks at; every page when left out.',
          examples: [['network']],
        }),
      headings,
      item: choice(partnerShapes).meta({
        description:
          'How an item is written: `linked-item`, a list item led by a link to a web site (partners only); `item`, any list item; `sub-heading`, a heading one level below, with its first link and paragraph; `table-row`, a row of a table, led by the name.',
        examples: ['linked-item'],
      }),
      expected: z
        .int(expecting('a whole number from 0'))
        .min(0, expecting('a whole number from 0'))
        .optional()
        .meta({
          description:
            'How many items each page that it matches has to have; another count is reported. Any when left out.',
          examples: [17],
        }),
    },
    expecting('a mapping with name, type, headings and item'),
  )
  .superRefine(({ type, item }, { addIssue }) => {
    if (type !== 'Goal' || item !== 'linked-item') return;
    const shapes = goalShapes.map((shape) => JSON.stringify(shape));
    const message = `expected ${shapes.slice(0, -1).join(', ')} or ${shapes.at(-1)} for goals, but found "linked-item"`;
    addIssue({ code: 'custom', path: ['item'], message });
  });

/** Own rules, each with a name of its own. */
export const rulesSchema = z.array(ruleSchema, expecting('a list of rules')).superRefine((rules, { addIssue }) => {
  const seen = new Set<string>();
  rules.forEach(({ name }, index) => {
    if (seen.has(name))
      addIssue({
        code: 'custom',
        path: [index, 'name'],
        message: `expected each name once, but found ${shown(name)} again`,
      });
    seen.add(name);
  });
});

/** Whether there is a word in it that a rule can look for. */
function isPhrase(text: string): boolean {
  const rule = { name: '', type: 'Goal', pages: null, headings: { en: [text] }, item: 'item', expected: null } as const;
  return createRuleBook([rule]).knows('en');
}
