import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { type Asked, createAsk, village } from '../server/operations/support.ts';
import { snapshotOf } from '../support/content.ts';

const store = createMemoryStore(snapshotOf(village));

interface Answer {
  readonly data?: unknown;
  readonly errors: readonly {
    readonly message: string;
    readonly locations?: unknown;
    readonly extensions: { readonly code: string };
  }[];
}

const longTag = `de-x-${Array.from({ length: 10_000 }, (_, index) => String(index).padStart(6, '0')).join('-')}`;
const ids = async (): Promise<readonly string[]> => {
  const { body } = await createAsk(store, 'short')({ query: '{ pages { nodes { id } } }' }, 'application/json');
  return JSON.parse(body).data.pages.nodes.map(({ id }: { readonly id: string }) => id);
};

describe.each(['short', 'long'] as const)('by the %s way', (way) => {
  const ask = createAsk(store, way);
  const answerTo = async (asked: Asked): Promise<Answer> => JSON.parse((await ask(asked, 'application/json')).body);

  test.each([
    ['a look-up', 'query ($tag: Language!) { page(slug: "village", language: $tag) { title } }'],
    ['a list', 'query ($tag: Language!) { pages(language: $tag, orderBy: { field: TITLE }) { totalCount } }'],
  ])('a language tag of 70,000 characters is none for %s', async (_what, query) => {
    const { data, errors } = await answerTo({ query, variables: { tag: longTag } });
    expect(data).toBeUndefined();
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });

  test('what is wrong with a variable is told without all of what was sent', async () => {
    const fields = Object.fromEntries(Array.from({ length: 49 }, (_, index) => [`x${index}`, 'A'.repeat(1900)]));
    const { errors } = await answerTo({
      query: 'query ($filter: PageFilter) { pages(filter: $filter) { totalCount } }',
      variables: { filter: fields },
    });
    expect(errors).toHaveLength(49);
    expect(Math.max(...errors.map(({ message }) => message.length))).toBe(1001);
  });

  test.each([
    ['of ours', 'headings(maxLevel: 9) { level }', {}],
    ['of graphql-js', 'section(anchor: $anchor) { level }', { anchor: null }],
  ])('errors %s below a long name have no more bytes than an answer may', async (_whose, field, variables) => {
    const [id] = await ids();
    const { data, errors } = await answerTo({
      query: `query ($ids: [ID!]!, $anchor: String = "") { ${'A'.repeat(60_000)}: nodes(ids: $ids) { ... on Page { a: section(anchor: $anchor) { level } ${field} } } }`,
      variables: { anchor: '', ids: Array.from({ length: 300 }, () => id), ...variables },
    });
    expect(data).toBeUndefined();
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['RESPONSE_TOO_LARGE']);
  });

  test('errors of a run tell their places in a short text alone, those of validation always', async () => {
    const lines = '\n'.repeat(1000);
    const run = '{ pages(first: -1) { totalCount } }';
    const placesOf = async (query: string) => (await answerTo({ query })).errors.map(({ locations }) => locations);
    expect(await placesOf(run)).toEqual([[{ line: 1, column: 3 }]]);
    expect(await placesOf(lines + run)).toEqual([undefined]);
    expect(await placesOf(`${lines}{ pags }`)).toEqual([[{ line: 1001, column: 3 }]]);
  });
});
