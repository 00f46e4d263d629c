import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { type Asked, createAsk, mediaTypes, village } from '../server/operations/support.ts';
import { snapshotOf } from '../support/content.ts';

const store = createMemoryStore(snapshotOf(village));
const short = createAsk(store, 'short');
const long = createAsk(store, 'long');

const repeat = (count: number, piece: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => piece(index)).join(' ');
const page = (selections: string): string => `{ page(slug: "village") { ${selections} } }`;
/** Fragments of which each brings in the next one several times. */
const chain = (count: number, link: (next: string) => string): string =>
  `${page('...F0')} ${repeat(count, (index) => `fragment F${index} on Page { ${link(`...F${index + 1}`)} }`)} fragment F${count} on Page { title }`;

/** What is refused as a whole, before anything is run. */
const refused: readonly (readonly [what: string, asked: Asked, code: string])[] = [
  ['45,000 tokens', { query: `{ ${'a '.repeat(45_000)} }` }, 'TOKEN_LIMIT_EXCEEDED'],
  ['1,000 levels of braces', { query: '{a'.repeat(2000) }, 'TOKEN_LIMIT_EXCEEDED'],
  ['22 fragments that double', { query: chain(22, (next) => `${next} ${next}`) }, 'FRAGMENT_LIMIT_EXCEEDED'],
  ['150 fragments that double', { query: chain(150, (next) => `${next} ${next}`) }, 'FRAGMENT_LIMIT_EXCEEDED'],
  [
    'translations that double',
    { query: chain(9, (next) => `a: translations { ${next} } b: translations { ${next} }`) },
    'FRAGMENT_LIMIT_EXCEEDED',
  ],
  [
    '600 levels of fields',
    { query: page(`${'translations { '.repeat(300)} title ${'} '.repeat(300)}`) },
    'DEPTH_LIMIT_EXCEEDED',
  ],
  ['120 levels by fragments', { query: chain(120, (next) => `translations { ${next} }`) }, 'DEPTH_LIMIT_EXCEEDED'],
  [
    '190 aliases at the root',
    { query: `{ ${repeat(190, (index) => `a${index}: content { revision }`)} }` },
    'ALIAS_LIMIT_EXCEEDED',
  ],
  ['600 aliases of one field', { query: page(repeat(600, (index) => `a${index}: html`)) }, 'ALIAS_LIMIT_EXCEEDED'],
  [
    '64 aliases by fragments',
    { query: chain(6, (next) => `a: translations { title } ${next} ${next}`) },
    'ALIAS_LIMIT_EXCEEDED',
  ],
  ['980 directives', { query: `{ content ${'@skip '.repeat(980)} { revision } }` }, 'DIRECTIVE_LIMIT_EXCEEDED'],
  [
    '100 directives on as many fields',
    { query: page('title @include(if: true) '.repeat(100)) },
    'DIRECTIVE_LIMIT_EXCEEDED',
  ],
  [
    '490 variables',
    { query: `query (${repeat(490, (index) => `$v${index}: Int`)}) { __typename }` },
    'VARIABLE_LIMIT_EXCEEDED',
  ],
  [
    'introspection in a circle',
    { query: `{ __schema { types ${'{ fields { type '.repeat(10)} { name } ${'} }'.repeat(10)} } }` },
    'INTROSPECTION_LIMIT_EXCEEDED',
  ],
  [
    'introspection in a circle of fragments',
    {
      query:
        '{ __schema { types { ...A } } } fragment A on __Type { fields { type { ...B } } } fragment B on __Type { fields { type { ...C } } } fragment C on __Type { name }',
    },
    'INTROSPECTION_LIMIT_EXCEEDED',
  ],
  [
    'introspection by the dozen',
    { query: `{ ${'__schema { types { fields { name args { type { name } } } } } '.repeat(90)} }` },
    'INTROSPECTION_LIMIT_EXCEEDED',
  ],
  ['390 fields of the root', { query: `{ ${'content { revision } '.repeat(390)} }` }, 'ROOT_FIELD_LIMIT_EXCEEDED'],
  ['1,990 names of the root', { query: `{ ${'__typename '.repeat(1990)} }` }, 'ROOT_FIELD_LIMIT_EXCEEDED'],
  ['390 times the same field', { query: page('source { path } '.repeat(390)) }, 'MERGE_LIMIT_EXCEEDED'],
  [
    'the same fields in 20 fragments',
    {
      query: `${page(repeat(20, (index) => `...F${index}`))} ${repeat(20, (index) => `fragment F${index} on Page { ${'source { path } '.repeat(15)} }`)}`,
    },
    'MERGE_LIMIT_EXCEEDED',
  ],
  [
    'lists within lists',
    { query: '{ pages(first: 200) { nodes { links { target { links { url } } } } } }' },
    'COMPLEXITY_LIMIT_EXCEEDED',
  ],
  [
    'a list as long as a variable says',
    {
      query: 'query ($first: Int) { pages(first: $first) { nodes { html text excerpt } } }',
      variables: { first: 200 },
    },
    'COMPLEXITY_LIMIT_EXCEEDED',
  ],
  [
    '15,000 ids',
    {
      query: 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
      variables: { ids: Array.from({ length: 15_000 }, () => 'a') },
    },
    'COMPLEXITY_LIMIT_EXCEEDED',
  ],
  [
    'ids in the text, and much of each',
    { query: `{ nodes(ids: [${'"a" '.repeat(1000)}]) { ... on Page { html } } }` },
    'COMPLEXITY_LIMIT_EXCEEDED',
  ],
  [
    '4,000 conditions',
    {
      query: 'query ($filter: PageFilter) { pages(filter: $filter) { totalCount } }',
      variables: { filter: { or: Array.from({ length: 4000 }, () => ({ slug: { eq: 'a' } })) } },
    },
    'COMPLEXITY_LIMIT_EXCEEDED',
  ],
  [
    '99 empty filters for each of 20 lists',
    {
      query: `query ($filter: LinkFilter!) { ${repeat(20, (index) => `a${index}: links(filter: $filter) { totalCount }`)} }`,
      variables: { filter: { and: Array.from({ length: 99 }, () => ({})) } },
    },
    'COMPLEXITY_LIMIT_EXCEEDED',
  ],
  [
    'a filter of 30,000 parts that stands in another one 900 times',
    {
      query: `query ($filter: PageFilter!) { pages(filter: { and: [${repeat(900, () => '$filter')}] }) { totalCount } }`,
      variables: { filter: { and: Array.from({ length: 30_000 }, () => ({})) } },
    },
    'COMPLEXITY_LIMIT_EXCEEDED',
  ],
  [
    'a filter of 160 empty ones',
    { query: `{ pages(filter: { or: [${'{} '.repeat(160)}] }) { totalCount } }` },
    'COMPLEXITY_LIMIT_EXCEEDED',
  ],
  [
    '990 lists within each other',
    { query: `{ nodes(ids: ${'['.repeat(900)}${']'.repeat(900)}) { id } }` },
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['1,980 unknown fields', { query: page(repeat(1980, (index) => `titl${index}`)) }, 'GRAPHQL_VALIDATION_FAILED'],
  [
    'fragments in a circle',
    { query: `${page('...A')} fragment A on Page { translations { ...A } }` },
    'GRAPHQL_VALIDATION_FAILED',
  ],
];

/** What is refused where it is read: the rest of the answer may be there. */
const refusedWhereRead: readonly (readonly [what: string, query: string, code: string])[] = [
  ['a list of 200,000', '{ pages(first: 200000) { totalCount } }', 'LIST_SIZE_LIMIT_EXCEEDED'],
  ['a list of 200,000 from its end', '{ links(last: 200000) { totalCount } }', 'LIST_SIZE_LIMIT_EXCEEDED'],
  ['a list of fewer than none', '{ pages(first: -1) { totalCount } }', 'BAD_USER_INPUT'],
  ['a cursor that is nonsense', '{ pages(after: "nonsense") { totalCount } }', 'BAD_USER_INPUT'],
  ['a cursor of 90,000 characters', `{ pages(after: "${'A'.repeat(90_000)}") { totalCount } }`, 'BAD_USER_INPUT'],
  [
    'a cursor of another list',
    `{ pages(after: "${cursorOf(['Link', '', 'a', [], []])}") { totalCount } }`,
    'BAD_USER_INPUT',
  ],
  ['a cursor with a prototype', `{ pages(after: "${cursorOf({ __proto__: [] })}") { totalCount } }`, 'BAD_USER_INPUT'],
  [
    'a filter of 200 levels',
    `{ pages(filter: ${'{ not: '.repeat(200)}{}${' }'.repeat(200)}) { totalCount } }`,
    'FILTER_LIMIT_EXCEEDED',
  ],
];

function cursorOf(content: unknown): string {
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}

interface Answer {
  readonly data?: unknown;
  readonly errors: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

describe.each([
  ['short', short],
  ['long', long],
] as const)('by the %s way', (_way, ask) => {
  test.each(refused)('%s are refused, each time, and nothing is run', async (_what, asked, code) => {
    for (const mediaType of mediaTypes) {
      for (const _time of [1, 2, 3]) {
        const { status, body } = await ask(asked, mediaType);
        const answer: Answer = JSON.parse(body);
        expect(answer.errors[0]?.extensions.code).toBe(code);
        expect(answer.data).toBeUndefined();
        expect(status).toBe(mediaType === 'application/json' ? 200 : 400);
      }
    }
  });

  test.each(refusedWhereRead)('%s is refused, each time', async (_what, query, code) => {
    for (const _time of [1, 2, 3]) {
      const answer: Answer = JSON.parse((await ask({ query }, 'application/json')).body);
      expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual([code]);
    }
  });
});

test.each(refused)('of %s both ways tell the same', async (_what, asked) => {
  for (const mediaType of mediaTypes) expect(await short(asked, mediaType)).toEqual(await long(asked, mediaType));
});

test('a limit is told with what was found and what to do', async () => {
  const messages: string[] = [];
  for (const [, asked, code] of refused) {
    const answer: Answer = JSON.parse((await short(asked, 'application/json')).body);
    if (code.endsWith('_LIMIT_EXCEEDED')) messages.push(answer.errors[0]?.message ?? '');
  }
  expect(messages.length).toBeGreaterThan(20);
  for (const message of messages) expect(message).toMatch(/^Expected .+, but (?:got: .+|got more)\. [A-Z].+\.$/);
});
