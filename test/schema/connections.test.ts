import { expect, it } from 'vitest';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { apiOf, apiOfStore } from '../support/api.ts';
import { type Files, snapshotOf } from '../support/content.ts';
import { badInput, problemsOf, tooLong } from './problems.ts';

interface Connection {
  readonly nodes: readonly { readonly slug: string }[];
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly slug: string } }[];
  readonly pageInfo: Readonly<Record<'startCursor' | 'endCursor', string | null>>;
}

const shelf = (count: number): Files =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`en/${slugAt(index + 1)}.md`, '# Book\n']));

const slugAt = (number: number): string => `book-${String(number).padStart(3, '0')}`;

/** `slugs(3, 5)`: of the third to the fifth book. */
const slugs = (first: number, last: number): readonly { slug: string }[] =>
  Array.from({ length: last - first + 1 }, (_, index) => ({ slug: slugAt(first + index) }));

const listing = 'nodes { slug } edges { cursor node { slug } } pageInfo { startCursor endCursor }';

/** Cursors of the books, in their order. */
async function cursorsOf(api: ReturnType<typeof apiOf>): Promise<readonly string[]> {
  const { data } = await api.query<{ pages: Connection }>(`{ pages(first: 200) { ${listing} } }`);
  return data?.pages.edges.map(({ cursor }) => cursor) ?? [];
}

it('gives the first 50 when it is not told how many', async () => {
  const api = apiOf(shelf(60));
  const answer = await api.query('{ pages { totalCount nodes { slug } pageInfo { hasNextPage hasPreviousPage } } }');
  expect(answer).toEqual({
    data: { pages: { totalCount: 60, nodes: slugs(1, 50), pageInfo: { hasNextPage: true, hasPreviousPage: false } } },
  });
});

it.each([
  ['first: 0', []],
  ['first: 2', slugs(1, 2)],
  ['last: 2', slugs(59, 60)],
  ['first: 200', slugs(1, 60)],
  ['last: 200', slugs(1, 60)],
  ['first: null, last: null', slugs(1, 50)],
  ['first: null, last: 1', slugs(60, 60)],
  ['first: 5, last: 2', slugs(4, 5)],
])('gives for pages(%s) the books %o', async (args, nodes) => {
  const answer = await apiOf(shelf(60)).query(`{ pages(${args}) { totalCount nodes { slug } } }`);
  expect(answer).toEqual({ data: { pages: { totalCount: 60, nodes } } });
});

it('has edges with the same nodes, and page info with the outer cursors', async () => {
  const { data } = await apiOf(shelf(5)).query<{ pages: Connection }>(`{ pages(last: 3) { ${listing} } }`);
  const cursors = data?.pages.edges.map(({ cursor }) => cursor) ?? [];
  expect(data?.pages.nodes).toEqual(slugs(3, 5));
  expect(data?.pages.edges.map(({ node }) => node)).toEqual(slugs(3, 5));
  expect(new Set(cursors).size).toBe(3);
  expect(data?.pages.pageInfo).toEqual({ startCursor: cursors[0], endCursor: cursors[2] });
});

it.each(['first: 0', 'last: 0', 'language: "fr"'])('has no cursors on the empty page of pages(%s)', async (args) => {
  const { data } = await apiOf(shelf(2)).query<{ pages: Connection }>(`{ pages(${args}) { ${listing} } }`);
  expect(data?.pages).toEqual({ nodes: [], edges: [], pageInfo: { startCursor: null, endCursor: null } });
});

it('goes on after a cursor and back before one', async () => {
  const api = apiOf(shelf(6));
  const [, second, , fourth] = await cursorsOf(api);
  const query = `query ($second: String, $fourth: String) {
    after: pages(after: $second) { nodes { slug } }
    before: pages(before: $fourth) { nodes { slug } }
    next: pages(after: $second, first: 2) { nodes { slug } pageInfo { hasNextPage hasPreviousPage } }
    previous: pages(before: $fourth, last: 2) { nodes { slug } pageInfo { hasNextPage hasPreviousPage } }
    between: pages(after: $second, before: $fourth) { nodes { slug } }
  }`;
  const pageInfo = { hasNextPage: true, hasPreviousPage: true };
  expect(await api.query(query, { second, fourth })).toEqual({
    data: {
      after: { nodes: slugs(3, 6) },
      before: { nodes: slugs(1, 3) },
      next: { nodes: slugs(3, 4), pageInfo },
      previous: { nodes: slugs(2, 3), pageInfo },
      between: { nodes: slugs(3, 3) },
    },
  });
});

it('goes on after a cursor from before the content changed', async () => {
  const store = createMemoryStore(snapshotOf(shelf(5)));
  const api = apiOfStore(store);
  const [, , third] = await cursorsOf(api);
  const { [`en/${slugAt(3)}.md`]: _gone, ...others } = shelf(7);
  await store.publish(snapshotOf({ ...others, 'en/almanac.md': '# Almanac\n' }));
  const answer = await api.query('query ($third: String) { pages(after: $third) { totalCount nodes { slug } } }', {
    third,
  });
  expect(answer).toEqual({ data: { pages: { totalCount: 7, nodes: slugs(4, 7) } } });
});

it.each([
  ['pages', 'first', 201],
  ['pages', 'last', 201],
  ['partners', 'first', 201],
  ['goals', 'last', 2_147_483_647],
])('refuses the long %s(%s: %i)', async (list, argument, size) => {
  const answer = await apiOf(shelf(1)).query(`{ ${list}(${argument}: ${size}) { totalCount } }`);
  expect(answer.data).toBeNull();
  expect(problemsOf(answer)).toEqual([tooLong(argument, size)]);
});

it('has pages of lists as large as the server is configured to give', async () => {
  const api = apiOf(shelf(70), { limits: { listSize: 60 } });
  const lengths = await api.query(
    '{ whole: pages { nodes { slug } } largest: pages(first: 60) { nodes { slug } } one: pages(last: 1) { nodes { slug } } }',
  );
  expect(lengths.data).toMatchObject({
    whole: { nodes: { length: 50 } },
    largest: { nodes: { length: 60 } },
    one: { nodes: { length: 1 } },
  });
  for (const list of ['pages', 'links', 'diagnostics']) {
    expect(problemsOf(await api.query(`{ ${list}(first: 61) { totalCount } }`))).toEqual([tooLong('first', 61, 60)]);
  }
  const small = apiOf(shelf(70), { limits: { listSize: 20 } });
  expect(await small.query('{ pages { nodes { slug } } }')).toMatchObject({
    data: { pages: { nodes: { length: 20 } } },
  });
});

it.each([
  ['pages', 'first', -1],
  ['pages', 'last', -1],
  ['links', 'first', -2_147_483_648],
])('refuses %s(%s: %i)', async (list, argument, size) => {
  const answer = await apiOf(shelf(1)).query(`{ ${list}(${argument}: ${size}) { totalCount } }`);
  expect(answer.data).toBeNull();
  expect(problemsOf(answer)).toEqual([badInput(`Expected "${argument}" to be from 0 to 200, but got: ${size}.`)]);
});

it.each([
  ['pages', 'after', 'nonsense', 'PageConnection'],
  ['pages', 'before', '', 'PageConnection'],
  ['partners', 'after', '-1', 'PartnerConnection'],
  ['goals', 'before', 'YXJyYXk6MQ==', 'GoalConnection'],
  ['links', 'after', '"quoted"\n', 'LinkConnection'],
  ['links', 'after', 'ü'.normalize('NFD'), 'LinkConnection'],
])('refuses %s(%s: "%s")', async (list, argument, cursor, connection) => {
  const query = `query ($cursor: String) { ${list}(${argument}: $cursor) { totalCount } }`;
  const answer = await apiOf(shelf(1)).query(query, { cursor });
  expect(answer.data).toBeNull();
  expect(problemsOf(answer)).toEqual([
    badInput(
      `Expected "${argument}" to be a cursor from an earlier page of this ${connection}, but got: ${JSON.stringify(cursor)}.`,
    ),
  ]);
});

it.each<[string, string, unknown]>([
  ['null', 'pages', null],
  ['an object', 'pages', { id: 'a' }],
  ['too little', 'pages', ['Page', '', 'id']],
  ['a short key', 'pages', ['Page', '', 'id', ['/a', 'en'], []]],
  ['a long key', 'pages', ['Page', '', 'id', ['/a', 'en', 'en/a.md', 1], []]],
  ['no key', 'pages', ['Page', '', 'id', '/a', []]],
  ['numbers', 'pages', ['Page', '', 1, [1, 2, 3], []]],
  ['nothing in the key', 'pages', ['Page', '', 'id', [null, 'en', 'en/a.md'], []]],
  ['too much', 'pages', ['Page', '', 'id', ['/a', 'en', 'en/a.md'], [], 'more']],
  ['no order', 'pages', ['Page', null, 'id', ['/a', 'en', 'en/a.md'], []]],
  ['a position that is no number', 'goals', ['Goal', '', 'id', ['/a', 'en', 'en/a.md', '1'], []]],
  ['too many that came before', 'goals', ['Goal', '', 'id', ['/a', 'en', 'en/a.md', 1], Array(17).fill('x')]],
  ['numbers that came before', 'goals', ['Goal', '', 'id', ['/a', 'en', 'en/a.md', 1], [1]]],
  ['a number in an order by text', 'pages(orderBy: { field: TITLE }, ', ['Page', 'title ASC (en)', 'id', [1], []]],
  ['no value for a key of the order', 'pages(orderBy: { field: TITLE }, ', ['Page', 'title ASC (en)', 'id', [], []]],
])('refuses a cursor that holds %s', async (_what, list, content) => {
  const cursor = Buffer.from(JSON.stringify(content)).toString('base64url');
  const [name = ''] = list.split('(');
  const field = list === name ? `${name}(` : list;
  const query = `query ($cursor: String) { ${field}after: $cursor) { totalCount } }`;
  const answer = await apiOf(shelf(1)).query(query, { cursor });
  const connection = name === 'goals' ? 'GoalConnection' : 'PageConnection';
  expect(problemsOf(answer)).toEqual([
    badInput(
      `Expected "after" to be a cursor from an earlier page of this ${connection}, but got: "${cursor.slice(0, 80)}".`,
    ),
  ]);
});

it('understands a cursor of the same form', async () => {
  const cursorOf = (content: unknown) => Buffer.from(JSON.stringify(content)).toString('base64url');
  const plain = cursorOf(['Page', '', 'id', ['/book-001', 'en', 'en/book-001.md'], []]);
  const titled = cursorOf(['Page', 'title ASC (en)', 'id', ['Book'], []]);
  const answer = await apiOf(shelf(2)).query(`{
    plain: pages(after: "${plain}") { nodes { slug } }
    titled: pages(orderBy: { field: TITLE }, before: "${titled}") { totalCount }
  }`);
  expect(answer).toEqual({ data: { plain: { nodes: slugs(2, 2) }, titled: { totalCount: 2 } } });
});

it('refuses the cursor of another type', async () => {
  const api = apiOf(shelf(1));
  const [cursor = ''] = await cursorsOf(api);
  const answer = await api.query('query ($cursor: String) { links(after: $cursor) { totalCount } }', { cursor });
  expect(problemsOf(answer)).toEqual([
    badInput(
      `Expected "after" to be a cursor from an earlier page of this LinkConnection, but got: "${cursor.slice(0, 80)}".`,
    ),
  ]);
});

it('shows of a long cursor only the beginning', async () => {
  const answer = await apiOf(shelf(1)).query(`{ pages(after: "${'x'.repeat(5000)}") { totalCount } }`);
  expect(problemsOf(answer)).toEqual([
    badInput(
      `Expected "after" to be a cursor from an earlier page of this PageConnection, but got: "${'x'.repeat(80)}".`,
    ),
  ]);
});
