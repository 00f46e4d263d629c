import fc from 'fast-check';
import { expect, it } from 'vitest';
import { apiOf } from '../support/api.ts';
import type { Files } from '../support/content.ts';
import { badInput, problemsOf } from './problems.ts';

const files: Files = {
  'en/tea.md': '---\ntitle: Tea\ndate: 2024-02-29\ntemplate: plain\n---\n',
  'en/milk.md': '---\ntitle: Milk\ndate: 2026-11-23\ndescription: Cold\n---\n',
  'de/tea.md': '---\ntitle: Tee\n---\n',
  'de/news/rum.md': '---\ntitle: Rum\ndate: 2026-11-23\n---\n',
  'en/shop.md': `# Shop

## Partners

- [Kettle Ltd](https://kettle.example), boils
- [Cup](https://cup.example)

## Goals

- Pour
- Stir
- Sip [slowly](mailto:sip@tea.example)

See [tea](/tea), [nothing](/nothing) and [this](#goals).
`,
};

const api = apiOf(files);

/** What a filter of pages gives, as language and path. */
async function pages(filter: unknown): Promise<readonly string[]> {
  const query = 'query ($filter: PageFilter) { pages(filter: $filter, first: 200) { nodes { language path } } }';
  const { data } = await api.query<{ pages: { nodes: { language: string; path: string }[] } }>(query, { filter });
  return data?.pages.nodes.map(({ language, path }) => `${language} ${path}`) ?? ['no answer'];
}

const everything = ['de /news/rum', 'en /milk', 'en /shop', 'de /tea', 'en /tea'];
const inOrder = everything.toSorted((a, b) => (a.slice(3) + a < b.slice(3) + b ? -1 : 1));

it.each<[unknown, readonly string[]]>([
  [null, inOrder],
  [{}, inOrder],
  [{ title: null }, inOrder],
  [{ title: { eq: null, in: null } }, inOrder],
  [{ and: null, or: null, not: null }, inOrder],
  [{ and: [] }, inOrder],
  [{ or: [] }, []],
  [{ title: { eq: 'Tea' } }, ['en /tea']],
  [{ title: { eq: 'tea' } }, []],
  [{ title: { ne: 'Tea' } }, inOrder.filter((name) => name !== 'en /tea')],
  [{ title: { in: ['Tea', 'Tee'] } }, ['de /tea', 'en /tea']],
  [{ title: { in: 'Tea' } }, ['en /tea']],
  [{ title: { in: [] } }, []],
  [{ title: { contains: 'e', startsWith: 'T' } }, ['de /tea', 'en /tea']],
  [{ slug: { startsWith: 't' }, language: { eq: 'de' } }, ['de /tea']],
  [{ collection: { eq: 'news' } }, ['de /news/rum']],
  [{ path: { startsWith: '/news/' } }, ['de /news/rum']],
  [{ template: { exists: true } }, ['en /tea']],
  [{ template: { notIn: ['plain'] } }, inOrder.filter((name) => name !== 'en /tea')],
  [{ description: { exists: false }, language: { eq: 'en' } }, ['en /shop', 'en /tea']],
  [{ date: { eq: '2026-11-23' } }, ['en /milk', 'de /news/rum']],
  [{ date: { lt: '2026-11-23' } }, ['en /tea']],
  [{ date: { gte: '2024-02-29', lte: '2026-11-22' } }, ['en /tea']],
  [{ date: { gt: '2024-02-29' } }, ['en /milk', 'de /news/rum']],
  [{ date: { exists: false } }, ['en /shop', 'de /tea']],
  [{ date: { ne: '2026-11-23' } }, ['en /shop', 'de /tea', 'en /tea']],
  [{ or: [{ title: { eq: 'Rum' } }, { title: { eq: 'Tee' } }] }, ['de /news/rum', 'de /tea']],
  [{ or: [{ title: { eq: 'Rum' } }, { title: { eq: 'Tee' } }], slug: { eq: 'tea' } }, ['de /tea']],
  [{ and: [{ language: { eq: 'en' } }, { not: { date: { exists: true } } }] }, ['en /shop']],
  [{ not: {} }, []],
])('gives for the filter %j the pages %j', async (filter, expected) => {
  expect(await pages(filter)).toEqual(expected);
});

it.each([
  ['partners(filter: { name: { startsWith: "K" } }) { nodes { name } }', { nodes: [{ name: 'Kettle Ltd' }] }],
  ['partners(filter: { url: { contains: "cup" } }) { nodes { name } }', { nodes: [{ name: 'Cup' }] }],
  ['partners(filter: { description: { exists: false } }) { nodes { name } }', { nodes: [{ name: 'Cup' }] }],
  ['goals(filter: { position: { gt: 1, lt: 3 } }) { nodes { text } }', { nodes: [{ text: 'Stir' }] }],
  ['goals(filter: { position: { in: [1, 7] } }) { nodes { text } }', { nodes: [{ text: 'Pour' }] }],
  ['goals(filter: { text: { contains: "slowly" } }) { totalCount }', { totalCount: 1 }],
  ['links(filter: { kind: { eq: EMAIL } }) { nodes { url } }', { nodes: [{ url: 'mailto:sip@tea.example' }] }],
  ['links(filter: { kind: { notIn: [EXTERNAL, EMAIL, INTERNAL] } }) { nodes { url } }', { nodes: [{ url: '#goals' }] }],
  ['links(filter: { broken: { eq: true } }) { nodes { url } }', { nodes: [{ url: '/nothing' }] }],
  ['links(filter: { host: { eq: "cup.example" } }) { nodes { text } }', { nodes: [{ text: 'Cup' }] }],
  ['links(language: "de", filter: { broken: { eq: false } }) { totalCount }', { totalCount: 0 }],
])('answers %s', async (field, expected) => {
  const answer = await api.query(`{ ${field} }`);
  expect(answer).toEqual({ data: { [field.slice(0, field.indexOf('('))]: expected } });
});

it('filters what the fallback gives, and counts that', async () => {
  const answer = await api.query(`{
    pages(language: "de", fallback: true, filter: { language: { eq: "en" } }, first: 1) {
      totalCount nodes { path } pageInfo { hasNextPage }
    }
  }`);
  expect(answer).toEqual({
    data: { pages: { totalCount: 2, nodes: [{ path: '/milk' }], pageInfo: { hasNextPage: true } } },
  });
});

interface Row {
  readonly title: string;
  readonly slug: string;
  readonly template: string | null;
  readonly date: string | null;
}

const fieldNames = ['title', 'slug', 'template', 'date'] as const;
const texts = ['Tea', 'Tee', 'Rum', 'tea', 'e', '', 'plain'];
const days = ['2024-02-29', '2025-01-01', '2026-11-23'];

/** One operator or two, some of them with a value that is left out. */
const conditionsOf = (values: readonly string[], operators: readonly string[]) => {
  const one = fc.constantFrom(...values);
  const condition = fc.oneof(
    fc.tuple(fc.constantFrom(...operators), fc.option(one)),
    fc.tuple(fc.constantFrom('in', 'notIn'), fc.option(fc.subarray([...values]))),
    fc.tuple(fc.constant('exists'), fc.option(fc.boolean())),
  );
  return fc.array(condition, { maxLength: 2 }).map((entries): RandomFilter => Object.fromEntries(entries));
};

const randomField = fc.oneof(
  fc.tuple(fc.constantFrom('title', 'slug', 'template'), conditionsOf(texts, ['eq', 'ne', 'contains', 'startsWith'])),
  fc.tuple(fc.constant('date'), conditionsOf(days, ['eq', 'ne', 'gt', 'gte', 'lt', 'lte'])),
);

interface RandomFilter {
  readonly [key: string]: unknown;
}

const { filter: randomFilter } = fc.letrec<{ filter: RandomFilter; part: readonly [string, unknown] }>((tie) => ({
  filter: fc.array(tie('part'), { maxLength: 2 }).map((parts) => Object.fromEntries(parts)),
  part: fc.oneof(
    { maxDepth: 2 },
    randomField,
    fc.tuple(fc.constantFrom('and', 'or'), fc.array(tie('filter'), { maxLength: 2 })),
    fc.tuple(fc.constant('not'), tie('filter')),
    fc.tuple(fc.constantFrom('and', 'or', 'not', 'title', 'date'), fc.constant(null)),
  ),
}));

it('gives for every filter what a plain filter of an array gives', async () => {
  const query = 'query ($filter: PageFilter) { pages(filter: $filter) { nodes { title slug template date } } }';
  const read = async (filter: RandomFilter | null) => {
    const answer = await api.query<{ pages: { nodes: Row[] } }>(query, { filter });
    expect(answer.errors).toBeUndefined();
    return answer.data?.pages.nodes ?? [];
  };
  const all = await read(null);
  await fc.assert(
    fc.asyncProperty(randomFilter, async (filter) => {
      expect(await read(filter)).toEqual(all.filter((row) => holds(filter, row)));
    }),
    { numRuns: 200 },
  );
});

function holds(filter: RandomFilter, row: Row): boolean {
  const list = (value: unknown): readonly RandomFilter[] | null => (Array.isArray(value) ? value : null);
  const and = list(filter['and'])?.every((part) => holds(part, row)) ?? true;
  const or = list(filter['or'])?.some((part) => holds(part, row)) ?? true;
  const [negated] = [filter['not']].filter(isRecord);
  const not = negated === undefined || !holds(negated, row);
  return and && or && not && fieldNames.every((name) => holdsForField(filter[name], row[name]));
}

function holdsForField(conditions: unknown, found: string | null): boolean {
  if (!isRecord(conditions)) return true;
  return Object.entries(conditions).every(([operator, value]) => value === null || test(operator, found, value));
}

function test(operator: string, found: string | null, value: unknown): boolean {
  if (operator === 'exists') return value === (found !== null);
  if (operator === 'ne') return found !== value;
  if (Array.isArray(value)) return value.includes(found) === (operator === 'in');
  if (found === null || typeof value !== 'string') return false;
  const outcomes: Readonly<Record<string, boolean>> = {
    eq: found === value,
    contains: found.includes(value),
    startsWith: found.slice(0, value.length) === value,
    gt: found > value,
    gte: found >= value,
    lt: found < value,
    lte: found <= value,
  };
  return outcomes[operator] ?? false;
}

const isRecord = (value: unknown): value is RandomFilter => typeof value === 'object' && value !== null;

const nested = (levels: number): unknown => (levels === 1 ? { slug: { eq: 'tea' } } : { not: nested(levels - 1) });
const conditions = (count: number) => Array.from({ length: count }, () => ({ slug: { eq: 'tea' } }));

it.each<[string, unknown, readonly string[]]>([
  ['ten levels', nested(10), ['en /milk', 'de /news/rum', 'en /shop']],
  ['a hundred conditions', { or: conditions(100) }, ['de /tea', 'en /tea']],
  [
    'a thousand values',
    { slug: { in: Array.from({ length: 1000 }, (_, index) => `tea${index || ''}`) } },
    ['de /tea', 'en /tea'],
  ],
])('understands %s', async (_what, filter, expected) => {
  expect(await pages(filter)).toEqual(expected);
});

it.each<[string, unknown, string]>([
  ['eleven levels', nested(11), 'Expected "filter" to have at most 10 levels, but got more.'],
  ['ninety levels', nested(90), 'Expected "filter" to have at most 10 levels, but got more.'],
  ['101 conditions', { or: conditions(101) }, 'Expected "filter" to have at most 100 conditions, but got more.'],
  [
    '101 conditions in groups',
    { and: [{ or: conditions(50) }, { or: conditions(51) }] },
    'Expected "filter" to have at most 100 conditions, but got more.',
  ],
  ['101 empty filters', { or: Array(101).fill({}) }, 'Expected "filter" to have at most 100 conditions, but got more.'],
  [
    '101 empty groups',
    { or: Array(101).fill({ and: [] }) },
    'Expected "filter" to have at most 100 conditions, but got more.',
  ],
])('refuses %s', async (_what, filter, message) => {
  const answer = await api.query('query ($filter: PageFilter) { pages(filter: $filter) { totalCount } }', { filter });
  expect(answer.data).toBeNull();
  expect(problemsOf(answer)).toEqual([{ message, extensions: { code: 'FILTER_LIMIT_EXCEEDED' } }]);
});

it('refuses a filter of many levels in the document, too', async () => {
  const answer = await api.query(`{ pages(filter: ${'{ not: '.repeat(400)}{}${' }'.repeat(400)}) { totalCount } }`);
  const message = 'Expected "filter" to have at most 10 levels, but got more.';
  expect(problemsOf(answer)).toEqual([{ message, extensions: { code: 'FILTER_LIMIT_EXCEEDED' } }]);
});

const deep = `{"filter":${'{"not":'.repeat(5000)}{}${'}'.repeat(5000)}}`;
const query = 'query ($filter: PageFilter) { pages(filter: $filter) { totalCount } }';

it.each<[string, string, RequestInit]>([
  [
    'the body',
    '/graphql',
    {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: `{"query":${JSON.stringify(query)},"variables":${deep}}`,
    },
  ],
  ['the parameter "variables"', `/graphql?${new URLSearchParams({ query, variables: deep })}`, {}],
])('refuses a variable of 5,000 levels in %s before anything goes down them', async (what, path, init) => {
  const response = await api.fetch(path, init);
  const message = `Expected ${what} to have at most 100 levels, but got more.`;
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] });
  expect(api.logged).toEqual([]);
});

it.each(['2024-02-30', '2024-2-3', '2024-02-29T10:00', ' 2024-02-29', 'soon', '', '0'])(
  'refuses the day "%s"',
  async (day) => {
    const literal = await api.query(`{ pages(filter: { date: { eq: "${day}" } }) { totalCount } }`);
    const message = `Expected a day of the calendar such as "2026-11-23", but got: "${day}".`;
    expect(problemsOf(literal)).toEqual([badInput(message)]);
    const query = 'query ($day: Date) { pages(filter: { date: { eq: $day } }) { totalCount } }';
    const variable = await api.query(query, { day });
    expect(problemsOf(variable)).toEqual([badInput(`Variable "$day" got invalid value "${day}"; ${message}`)]);
  },
);
