import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { createPromisedStore } from '../../store/promised-store.ts';
import { snapshotOf } from '../../support/content.ts';
import { type Asked, createAsk, mediaTypes, village } from '../operations/support.ts';

const snapshot = snapshotOf(village);
const store = createMemoryStore(snapshot);
const ways = {
  short: createAsk(store, 'short'),
  long: createAsk(store, 'long'),
  promised: createAsk(createPromisedStore(snapshot), 'short'),
};
const limit = 11_000;

/** What a request is told to cost, by whichever way; several times, as operations are compiled when they come back. */
async function costOf(asked: Asked): Promise<unknown> {
  const found = new Set<string>();
  for (const ask of Object.values(ways)) {
    for (const _time of [1, 2, 3]) {
      const { body } = await ask({ ...asked, extensions: { cost: true } }, 'application/json');
      found.add(JSON.stringify(JSON.parse(body).extensions?.cost));
    }
  }
  expect(found.size).toBe(1);
  return JSON.parse([...found][0] ?? 'null');
}

const requested = async (query: string, variables: object = {}): Promise<unknown> => {
  const cost = await costOf({ query, variables });
  expect(cost).toEqual({ requested: expect.any(Number), limit });
  return Object(cost).requested;
};

describe('an operation costs', () => {
  test.each([
    ['a unit for each field', '{ content { revision builtAt } __typename }', 4],
    ['as many items as are there by default', '{ pages { nodes { title slug } } }', 2 + 50 * 2],
    ['as many items as are asked for', '{ pages(first: 7) { nodes { title slug } totalCount } }', 3 + 7 * 2],
    ['as many as are asked for from the end', '{ pages(last: 3) { edges { node { title } } } }', 2 + 3 * 2],
    ['the fewer of both', '{ pages(first: 9, last: 3) { nodes { title } } }', 2 + 3],
    ['no more items than there may be', '{ pages(first: 100000) { nodes { title } } }', 2 + 200],
    ['no fewer than none', '{ pages(first: -5) { nodes { title } } }', 2],
    ['both nodes and edges', '{ pages(first: 2) { nodes { title } edges { node { slug } } } }', 3 + 2 + 2 * 2],
    ['more for cursors', '{ pages(first: 2) { edges { cursor } } }', 2 + 2 * 10],
    ['the estimates of lists', '{ page(slug: "a") { translations { title } links { url } } }', 3 + 4 + 10],
    [
      'estimates within estimates',
      '{ page(slug: "a") { translations { translations { translations { title } } } } }',
      2 + 4 * (1 + 4 * (1 + 4)),
    ],
    ['more for what is rendered', '{ page(slug: "a") { html sections { html } } }', 2 + 30 + 8 * 20],
    ['as many nodes as there are ids', '{ nodes(ids: ["a", "b", "c"]) { id __typename } }', 1 + 3 * 2],
    ['one node for an id without a list', '{ nodes(ids: "a") { id } }', 2],
    ['aliases each', '{ a: content { revision } b: content { revision } }', 4],
    ['what is written twice twice', '{ content { revision revision } }', 3],
    ['what is left out', '{ content { revision @skip(if: true) builtAt @include(if: false) } }', 3],
    [
      'fragments where they are spread',
      '{ a: content { ...A } b: content { ...A } } fragment A on ContentInfo { revision builtAt }',
      6,
    ],
    ['every type of several', '{ node(id: "a") { ... on Page { title slug } ... on Partner { name } id } }', 5],
    [
      'fragments on connections by the size of each',
      '{ a: pages(first: 2) { ...A } b: pages(first: 5) { ...A } } fragment A on PageConnection { nodes { title } totalCount }',
      6 + 2 + 5,
    ],
    [
      'conditions of a filter, one by one',
      '{ pages(first: 0, filter: { title: { eq: "a", ne: "b" }, or: [{ slug: { in: ["x", "y"] } }, { not: { path: { exists: true } } }] }) { totalCount } }',
      2 + 4 * 100,
    ],
    ['introspection as its root only', '{ __schema { types { name fields { name } } } }', 1],
  ])('%s', async (_what, query, cost) => {
    expect(await requested(query)).toBe(cost);
  });

  test.each([
    ['a size', 'query ($n: Int) { pages(first: $n) { nodes { title } } }', { n: 7 }, 2 + 7],
    ['a size that is missing', 'query ($n: Int) { pages(first: $n) { nodes { title } } }', {}, 2 + 50],
    ['a size that is null', 'query ($n: Int) { pages(first: $n) { nodes { title } } }', { n: null }, 2 + 50],
    ['the default of a size', 'query ($n: Int = 3) { pages(first: $n) { nodes { title } } }', {}, 2 + 3],
    ['null in spite of a default', 'query ($n: Int = 3) { pages(first: $n) { nodes { title } } }', { n: null }, 2 + 50],
    ['ids', 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: ['a', 'b'] }, 1 + 2],
    ['an id within a list', 'query ($id: ID!) { nodes(ids: ["a", $id]) { id } }', { id: 'b' }, 1 + 2],
    [
      'a filter',
      'query ($f: PageFilter) { pages(first: 0, filter: $f) { totalCount } }',
      { f: { title: { eq: 'a', ne: null }, and: [{ slug: { eq: 'b' } }] } },
      2 + 2 * 100,
    ],
    [
      'a value within a filter',
      'query ($t: String) { pages(first: 0, filter: { title: { eq: $t }, slug: { ne: $t } }) { totalCount } }',
      { t: 'a' },
      2 + 2 * 100,
    ],
    [
      'conditions that are false',
      'query ($c: Boolean!) { content { revision @include(if: $c) builtAt @skip(if: $c) } }',
      { c: false },
      3,
    ],
  ])('by variables: %s', async (_what, query, variables, cost) => {
    expect(await requested(query, variables)).toBe(cost);
  });

  test('anew for the variables of each request', async () => {
    const query = 'query ($n: Int) { pages(first: $n) { nodes { html text excerpt } } }';
    for (const [n, code] of [
      [1, undefined],
      [2, undefined],
      [200, 'COMPLEXITY_LIMIT_EXCEEDED'],
      [2, undefined],
    ]) {
      const { body } = await ways.short({ query, variables: { n } }, 'application/json');
      expect(JSON.parse(body).errors?.[0].extensions.code).toBe(code);
    }
  });
});

describe('the cost', () => {
  test('is not told to those who do not ask', async () => {
    for (const ask of Object.values(ways)) {
      for (const extensions of [undefined, {}, { cost: false }, { cost: 'true' }]) {
        const { body } = await ask({ query: '{ content { documentCount } }', extensions }, 'application/json');
        expect(body).toBe('{"data":{"content":{"documentCount":3}}}');
      }
    }
  });

  test('stands behind the data', async () => {
    for (const ask of Object.values(ways)) {
      for (const _time of [1, 2, 3]) {
        const { body } = await ask(
          { query: '{ content { documentCount } }', extensions: { cost: true } },
          'application/json',
        );
        expect(body).toBe(
          '{"data":{"content":{"documentCount":3}},"extensions":{"cost":{"requested":2,"limit":11000}}}',
        );
      }
    }
  });

  test.each([
    ['an error of a field', { query: '{ pages(first: -1) { totalCount } }' }, 2],
    ['a wrong variable', { query: 'query ($n: Int) { pages(first: $n) { totalCount } }', variables: { n: 'x' } }, 2],
    ['too much', { query: '{ pages(first: 200) { nodes { html text excerpt } } }' }, 12_002],
  ])('is told with %s, too', async (_what, asked, cost) => {
    expect(await costOf(asked)).toEqual({ requested: cost, limit });
    const expected = await ways.long({ ...asked, extensions: { cost: true } }, 'application/json');
    expect(await ways.short({ ...asked, extensions: { cost: true } }, 'application/json')).toEqual(expected);
  });

  test('is not told of what is not run', async () => {
    expect(await costOf({ query: '{ nothing }' })).toBeNull();
    expect(await costOf({ query: 'query A { content { revision } }', operationName: 'B' })).toBeNull();
  });

  test('stands in the error that it is the reason for', async () => {
    for (const mediaType of mediaTypes) {
      const { status, body } = await ways.short(
        { query: '{ pages(first: 200) { nodes { html text excerpt } } }' },
        mediaType,
      );
      expect(status).toBe(mediaType === 'application/json' ? 200 : 400);
      expect(JSON.parse(body)).toEqual({
        errors: [
          {
            message:
              'Expected an operation of a complexity of at most 11000, but got: 12002. Ask for fewer nodes at once (`first`), for fewer lists within lists, by a shorter filter, or by several requests.',
            extensions: { code: 'COMPLEXITY_LIMIT_EXCEEDED', cost: 12_002, limit },
          },
        ],
      });
    }
  });
});

test.each([
  [
    'every page of a site with its text',
    '{ pages(first: 200) { nodes { slug title language path date description html translations { slug language } } } }',
  ],
  [
    'every partner with its pages',
    '{ partners(first: 200) { nodes { name url description pages { title path } translations { language name } source { path } } } }',
  ],
  [
    'every link, and where it leads',
    '{ links(first: 200) { nodes { text url kind broken page { title path } target { title path language } source { path startLine } } } }',
  ],
  ['every page with its links', '{ pages(first: 200) { nodes { title path links { text url kind } } } }'],
  [
    'excerpts of every page',
    '{ pages(first: 200) { nodes { title path date excerpt(length: 300) translations { language path } } } }',
  ],
  [
    'a page with all that belongs to it',
    '{ page(slug: "a") { title html text excerpt wordCount headings { text anchor level } sections { heading html links { url } } links { url text target { title } } backlinks { page { title path } } translations { language title path } partners { name pages { title } mentions { text source { path } } } diagnostics { code line } } }',
  ],
  ['what each language lacks', '{ languages { tag name pageCount missing { title path language } } }'],
  [
    'a search',
    '{ pages(filter: { or: [{ title: { contains: "a" } }, { description: { contains: "a" } }, { slug: { contains: "a" } }] }, orderBy: [{ field: DATE }], first: 50) { totalCount edges { cursor node { title excerpt } } pageInfo { endCursor } } }',
  ],
  [
    'a menu of ten lists',
    `{ ${Array.from({ length: 10 }, (_, index) => `a${index}: pages(first: 50, filter: { collection: { eq: "${index}" } }) { nodes { title path } }`).join(' ')} }`,
  ],
])('what sites ask for may be asked for: %s', async (_what, query) => {
  const cost = await requested(query);
  expect(cost).toBeLessThanOrEqual(limit);
});
