import fc from 'fast-check';
import type { NodeType } from '../../../src/content/nodes.ts';
import type { Condition, FieldValue, Filter, LanguageChain, ListQuery, OrderKey } from '../../../src/store/contract.ts';
import type { Files } from '../../support/content.ts';

/** Few words, so that slugs, partners, goals and links often meet again; some that no two collations order alike. */
const words = ['oak', 'Ash', 'élan', 'Ärger', 'Zoo', 'öl', '10', '9', '林', '🌱', 'oak-2', 'Straße', 'strasse'];
const days = ['2024-02-29', '2024-03-01', '2026-11-23'];
const languages = ['en', 'de', 'de-AT', 'fr'];

const randomWord = fc.constantFrom(...words);
const randomDay = fc.constantFrom(...days);
const randomWords = fc.array(randomWord, { maxLength: 4 });
const randomFolder = fc.constantFrom('en', 'de', 'de-AT', 'en/news', 'de/news', 'fr', 'notes');

const randomFrontmatter = fc
  .record({ title: fc.option(randomWord), date: fc.option(randomDay), description: fc.option(randomWord) })
  .map((values) =>
    [
      '---',
      ...Object.entries(values).flatMap(([key, value]) => (value === null ? [] : `${key}: "${value}"`)),
      '---',
      '',
    ].join('\n'),
  );

const randomPage = fc
  .tuple(randomFrontmatter, randomWords, randomWords, randomWords)
  .map(([frontmatter, partners, goals, links]) =>
    [
      frontmatter,
      '## Partners\n',
      ...partners.map((word) => `- [${word}](https://${encodeURIComponent(word).toLowerCase()}.example/${word})`),
      '\n## Goals\n',
      ...goals.map((word) => `- ${word} [${word}](#${word})`),
      '\n## Partner\n',
      ...links.map((word) => `- [${word}](/${word})`),
      '\n## Ziele\n',
      ...goals.map((word) => `- ${word}`),
    ].join('\n'),
  );

/** Content with things of every type in several languages, one page of English at the least. */
export const randomFiles: fc.Arbitrary<Files> = fc
  .dictionary(
    fc.tuple(randomFolder, randomWord).map(([folder, word]) => `${folder}/${word}.md`),
    randomPage,
    { maxKeys: 10 },
  )
  .map((files) => ({ ...files, 'en/always.md': '# Always\n' }));

/** Sizes of the pages of a walk, taken in turn. */
export const randomSizes = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 });

export const randomChain: fc.Arbitrary<LanguageChain> = fc.uniqueArray(fc.constantFrom(...languages, 'es'), {
  minLength: 1,
});

type Query = Pick<ListQuery, 'languages' | 'filter' | 'order'>;

export const randomQuery = (type: NodeType): fc.Arbitrary<Query> =>
  fc.record({
    languages: fc.option(randomChain),
    filter: fc.option(randomFilter(type), { freq: 2 }),
    order: randomOrder(type),
  });

const orderFields = {
  Page: ['path', 'slug', 'title', 'date'],
  Partner: ['name', 'slug', 'url'],
  Goal: [],
  Link: [],
} satisfies Record<NodeType, readonly string[]>;

export const randomOrder = (type: NodeType): fc.Arbitrary<readonly OrderKey[]> => {
  const fields: readonly string[] = orderFields[type];
  if (fields.length === 0) return fc.constant([]);
  const direction = fc.constantFrom('ASC' as const, 'DESC' as const);
  return fc.array(fc.record({ field: fc.constantFrom(...fields), direction }), { maxLength: 3 });
};

const text = fc.constantFrom(...words, ...languages, '', 'a', '/oak', 'news', 'oak.example', '🌱'.slice(0, 1));
const number = fc.integer({ min: -1, max: 5 });
const truth = fc.boolean();
const linkKind = fc.constantFrom('INTERNAL', 'EXTERNAL', 'ANCHOR');

const filterFields: Readonly<Record<NodeType, Readonly<Record<string, fc.Arbitrary<FieldValue>>>>> = {
  Page: {
    language: text,
    slug: text,
    title: text,
    description: text,
    collection: text,
    template: text,
    path: text,
    date: randomDay,
  },
  Partner: { language: text, slug: text, name: text, url: text, description: text },
  Goal: { language: text, text, position: number },
  Link: { language: text, text, url: text, host: text, kind: linkKind, broken: truth },
};

/** Filters of every form. */
export function randomFilter(type: NodeType): fc.Arbitrary<Filter> {
  const conditions = Object.entries(filterFields[type]).map(([field, value]) => randomCondition(field, value));
  return fc.letrec<{ filter: Filter; condition: Condition }>((tie) => ({
    condition: fc.oneof(...conditions),
    filter: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      tie('condition'),
      fc.array(tie('filter'), { maxLength: 3 }).map((and) => ({ and })),
      fc.array(tie('filter'), { maxLength: 3 }).map((or) => ({ or })),
      tie('filter').map((not) => ({ not })),
    ),
  })).filter;
}

function randomCondition(field: string, value: fc.Arbitrary<FieldValue>): fc.Arbitrary<Condition> {
  const values = fc.array(value, { maxLength: 3 });
  const parts = value.filter((part) => typeof part === 'string');
  const comparable = value.filter((limit) => typeof limit !== 'boolean');
  const isText = value === text || value === randomDay;
  return fc.oneof(
    value.map((wanted): Condition => ({ field, operator: 'eq', value: wanted })),
    value.map((unwanted): Condition => ({ field, operator: 'ne', value: unwanted })),
    values.map((wanted): Condition => ({ field, operator: 'in', value: wanted })),
    values.map((unwanted): Condition => ({ field, operator: 'notIn', value: unwanted })),
    fc.boolean().map((exists): Condition => ({ field, operator: 'exists', value: exists })),
    ...(isText ? [parts.map((part): Condition => ({ field, operator: 'contains', value: part }))] : []),
    ...(isText ? [parts.map((part): Condition => ({ field, operator: 'startsWith', value: part }))] : []),
    ...(value === truth
      ? []
      : (['gt', 'gte', 'lt', 'lte'] as const).map((operator) =>
          comparable.map((limit): Condition => ({ field, operator, value: limit })),
        )),
  );
}
