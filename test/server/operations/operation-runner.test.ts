import { describe, expect, test } from 'vitest';
import type { ContentNode } from '../../../src/content/nodes.ts';
import type { ContentReader, ContentStore } from '../../../src/store/contract.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { createPromisedStore } from '../../store/promised-store.ts';
import { snapshotOf } from '../../support/content.ts';
import { askRunner, createRunner, village } from './support.ts';

const snapshot = snapshotOf(village);
const store = createMemoryStore(snapshot);
const titles = '{ pages(language: "de") { nodes { title translations { title } } } }';
const germanTitles = {
  data: { pages: { nodes: [{ title: 'Das Dorf', translations: [{ title: 'The "village" \\ its 👩‍🌾 people' }] }] } },
};

const parsed = (answer: { readonly body: string } | null): unknown => JSON.parse(answer?.body ?? 'null');

/** The same content in another revision, with some methods of its reader replaced. */
const changed = (changes: Partial<ContentReader>): ContentStore => ({
  ...store,
  current: () => ({ ...store.current(), info: { ...store.current().info, revision: 'changed' }, ...changes }),
});

describe('an operation is compiled', () => {
  test('when it comes back, not before', async () => {
    const runner = createRunner();
    const asked = { query: titles };
    expect(parsed(await askRunner(runner, store, asked))).toEqual(germanTitles);
    expect(runner.counts()).toEqual({ all: 1, compiled: 0 });
    expect(parsed(await askRunner(runner, store, asked))).toEqual(germanTitles);
    expect(parsed(await askRunner(runner, store, asked))).toEqual(germanTitles);
    expect(runner.counts()).toEqual({ all: 3, compiled: 2 });
  });

  test('once for each of the operations of a document', async () => {
    const runner = createRunner();
    const query = 'query A { content { documentCount } } query B { pages { totalCount } }';
    await askRunner(runner, store, { query, operationName: 'A' });
    for (const [operationName, data] of [
      ['A', { content: { documentCount: 3 } }],
      ['B', { pages: { totalCount: 3 } }],
    ]) {
      expect(parsed(await askRunner(runner, store, { query, operationName }))).toEqual({ data });
    }
    expect(runner.counts()).toEqual({ all: 3, compiled: 2 });
  });

  test('for up to 16 sets of true conditions, and left to graphql-js beyond them', async () => {
    const runner = createRunner();
    const names = ['a', 'b', 'c', 'd', 'e'];
    const fields = names.map((name) => `${name}: totalCount @include(if: $${name})`);
    const query = `query (${names.map((name) => `$${name}: Boolean!`)}) { pages { t: totalCount ${fields.join(' ')} } }`;
    const variablesOf = (bits: number) => Object.fromEntries(names.map((name, bit) => [name, (bits >> bit) % 2 === 1]));
    for (let bits = 0; bits < 32; bits++) {
      const wanted = ['t', ...names.filter((_name, bit) => (bits >> bit) % 2 === 1)];
      const answer = await askRunner(runner, store, { query, variables: variablesOf(bits) });
      expect(answer?.body).toBe(`{"data":{"pages":{${wanted.map((name) => `"${name}":3`)}}}}`);
    }
    expect(runner.counts()).toEqual({ all: 32, compiled: 16 });
  });

  test.each([
    ['introspection', '{ __schema { queryType { name } } }'],
    ['an operation of more fields than a plan may have', doubling(11)],
  ])('but for %s', async (_what, query) => {
    const runner = createRunner(unlimited);
    const first = await askRunner(runner, store, { query });
    expect(first?.body).toMatch(/^{"data"/);
    expect(await askRunner(runner, store, { query })).toEqual(first);
    expect(runner.counts().compiled).toBe(0);
  });
});

/** What fragments can bring in is bounded by limits of its own. */
const most = Number.POSITIVE_INFINITY;
const unlimited = { limits: { fragments: most, depth: most, aliases: most, complexity: most } };

/** Fragments of which each brings in the next one twice. */
function doubling(levels: number): string {
  const fragments = Array.from({ length: levels }, (_, level) => {
    const next = `translation(language: "xx") { ...F${level + 1} }`;
    return `fragment F${level} on Page { a: ${next} b: ${next} }`;
  });
  return `{ page(slug: "village") { ...F0 } } ${fragments.join(' ')} fragment F${levels} on Page { title }`;
}

describe('what is remembered', () => {
  test('stays bounded, whatever is asked for', async () => {
    const runner = createRunner();
    for (let index = 0; index < 10_000; index++) {
      const query = index % 3 === 0 ? `{ n${index} }` : `{ a${index}: content { documentCount } }`;
      await askRunner(runner, store, { query });
      if (index % 2 === 0) await askRunner(runner, store, { query });
    }
    const { documents, compiledDocuments, characters } = runner.sizes();
    expect(documents).toBeLessThanOrEqual(700);
    expect(compiledDocuments).toBeLessThanOrEqual(500);
    expect(characters).toBeLessThanOrEqual(200_000);
  });

  test('of an operation that comes back is not driven out by those that come once', async () => {
    const runner = createRunner();
    await askRunner(runner, store, { query: titles });
    await askRunner(runner, store, { query: titles });
    for (let index = 0; index < 2000; index++)
      await askRunner(runner, store, { query: `{ a${index}: content { revision } }` });
    expect(runner.counts().compiled).toBe(1);
    await askRunner(runner, store, { query: titles });
    expect(runner.counts().compiled).toBe(2);
  });

  test('counts the fields of plans, which can be many more than those of the text', async () => {
    const runner = createRunner(unlimited);
    for (let index = 0; index < 100; index++) {
      const query = `# ${index}\n${doubling(9)}`;
      for (const _time of [1, 2]) await askRunner(runner, store, { query });
    }
    expect(runner.counts().compiled).toBe(100);
    expect(runner.sizes().compiledDocuments).toBeLessThan(40);
    expect(runner.sizes().characters).toBeLessThanOrEqual(200_000);
  });

  test('is no long text', async () => {
    const runner = createRunner();
    const query = `${titles} # ${'x'.repeat(20_000)}`;
    for (const _time of [1, 2]) expect(parsed(await askRunner(runner, store, { query }))).toEqual(germanTitles);
    expect(runner.sizes()).toEqual({ documents: 0, compiledDocuments: 0, characters: 0, remembered: 0 });
  });

  test('of nodes is bounded', async () => {
    const runner = createRunner({ maximumRemembered: 1000 });
    for (let index = 0; index < 20; index++) {
      const query = `{ pages { nodes { a${index}: title text html } } }`;
      for (const _time of [1, 2, 3]) await askRunner(runner, store, { query });
    }
    expect(runner.counts().compiled).toBe(40);
    expect(runner.sizes().remembered).toBeGreaterThan(0);
    expect(runner.sizes().remembered).toBeLessThanOrEqual(1000);
  });

  test('of a node is forgotten with the revision, also when the next one has the very same node', async () => {
    const runner = createRunner();
    for (const _time of [1, 2, 3])
      expect(parsed(await askRunner(runner, store, { query: titles }))).toEqual(germanTitles);
    const anew = (id: string): ContentNode | null => {
      const node = snapshot.nodes.get(id) ?? null;
      return node?.type === 'Page' ? { ...node, title: 'Anew' } : node;
    };
    const translated = changed({ getMany: (ids) => ids.map(anew) });
    expect(parsed(await askRunner(runner, translated, { query: titles }))).toEqual({
      data: { pages: { nodes: [{ title: 'Das Dorf', translations: [{ title: 'Anew' }] }] } },
    });
    expect(parsed(await askRunner(runner, store, { query: titles }))).toEqual(germanTitles);
  });

  test('of a node is not given for other arguments', async () => {
    const runner = createRunner();
    const query =
      'query ($length: Int) { page(slug: "mill") { slug translation(language: "en") { excerpt(length: $length) } } }';
    const ask = (length: number) => askRunner(runner, store, { query, variables: { length } });
    await ask(8);
    expect([parsed(await ask(8)), parsed(await ask(12))]).toEqual([
      { data: { page: { slug: 'mill', translation: { excerpt: 'Back to…' } } } },
      { data: { page: { slug: 'mill', translation: { excerpt: 'Back to the…' } } } },
    ]);
    expect(runner.counts().compiled).toBe(2);
  });
});

describe('the long way is left', () => {
  const fail = () => Promise.reject(new Error('secret'));

  test.each<[string, ContentStore, string]>([
    ['what has to be waited for', createPromisedStore(snapshot), titles],
    [
      'what is waited for in vain',
      changed({ list: fail, pageBySlug: fail }),
      '{ a: page(slug: "a") { title } b: pages { totalCount } }',
    ],
    [
      'a list of what is waited for in vain',
      // @ts-expect-error a store that is wrong: promises in a list
      changed({ getMany: (ids) => ids.map(fail) }),
      '{ nodes(ids: ["a", "b"]) { id } }',
    ],
    ['an unexpected error', changed({ pageBySlug: () => JSON.parse('') }), '{ page(slug: "a") { title } }'],
    [
      'a value that should be there',
      changed({ getMany: (ids) => ids.map(() => null) }),
      '{ links { nodes { page { title } } } }',
    ],
    ['a wrong variable', store, 'query ($first: Int!) { pages(first: $first) { totalCount } }'],
  ])('%s, the first time and later', async (_what, of, query) => {
    const runner = createRunner();
    for (const _time of [1, 2, 3]) expect(await askRunner(runner, of, { query })).toBeNull();
    expect(runner.counts().compiled).toBe(0);
  });

  test.each([
    ['no query', {}],
    ['a query that is no text', { query: 5 }],
    ['variables that are a list', { query: titles, variables: [] }],
    ['a name that is a number', { query: titles, operationName: 5 }],
  ])('%s', async (_what, asked) => {
    expect(await askRunner(createRunner(), store, asked)).toBeNull();
  });
});

test('nothing is asked of a store that has to be waited for', async () => {
  const promised = createPromisedStore(snapshot);
  const runner = createRunner();
  for (const _time of [1, 2])
    expect(await askRunner(runner, promised, { query: '{ node(id: "a") { id } }' })).toBeNull();
  expect(promised.batches).toEqual([]);
  expect(runner.sizes().documents).toBe(0);
});

describe('the short way itself refuses', () => {
  test.each([
    ['a syntax error', { query: '{' }, 200, 400, 'GRAPHQL_PARSE_FAILED'],
    ['too many tokens', { query: `{ ${'a '.repeat(2000)}}` }, 200, 400, 'TOKEN_LIMIT_EXCEEDED'],
    ['an unknown field', { query: '{ pags }' }, 200, 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['an unknown operation', { query: titles, operationName: 'A' }, 400, 400, 'OPERATION_RESOLUTION_FAILURE'],
    ['a page of a list that cannot be', { query: '{ pages(first: -1) { totalCount } }' }, 200, 200, 'BAD_USER_INPUT'],
  ])('%s, the first time and later', async (_what, asked, status, strictStatus, code) => {
    const runner = createRunner();
    for (const _time of [1, 2]) {
      const answer = await askRunner(runner, store, asked);
      expect(answer).toMatchObject({ status, isCacheable: true });
      expect(parsed(answer)).toMatchObject({ errors: [{ extensions: { code } }] });
      expect((await askRunner(runner, store, asked, 'application/graphql-response+json'))?.status).toBe(strictStatus);
    }
  });
});
