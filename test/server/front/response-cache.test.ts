import { describe, expect, test } from 'vitest';
import type { AppOptions } from '../../../src/server/app.ts';
import { prepareAnswer } from '../../../src/server/http/prepared-answer.ts';
import { anyDocument, createDocuments } from '../../../src/server/documents/documents.ts';
import { createRequestMemo } from '../../../src/server/front/request-memo.ts';
import { createResponseCache } from '../../../src/server/front/response-cache.ts';
import type { ContentStore } from '../../../src/store/contract.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { apiOfStore } from '../../support/api.ts';
import { snapshotOf } from '../../support/content.ts';

const snapshot = snapshotOf({ 'en/a.md': '---\ntitle: A\n---\n', 'en/b.md': '---\ntitle: B\n---\n' });
const query = 'query Find($slug: String!) { page(slug: $slug) { title } }';

/** An API that tells which look-ups its store was asked for. */
function watchedApi(options: Partial<AppOptions> = {}) {
  const store = createMemoryStore(snapshot);
  const lookUps: string[] = [];
  const watched: ContentStore = {
    ...store,
    current() {
      const reader = store.current();
      return {
        ...reader,
        pageBySlug(slug, languages) {
          lookUps.push(slug);
          return reader.pageBySlug(slug, languages);
        },
      };
    },
  };
  const { fetch } = apiOfStore(watched, options);
  const post = async (body: string, headers = {}): Promise<string> => {
    const init = { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body };
    return (await fetch('/graphql', init)).text();
  };
  return { store, lookUps, fetch, post, find: (slug: string) => post(JSON.stringify({ query, variables: { slug } })) };
}

describe.each([
  ['the short way', true],
  ['the long way', false],
])('by %s', (_way, shortWay) => {
  test('an answer that was asked for before is kept for one revision', async () => {
    const { store, lookUps, find } = watchedApi({ shortWay });
    const answers = [await find('a'), await find('a'), await find('b'), await find('a'), await find('b')];
    expect(answers).toEqual(['A', 'A', 'B', 'A', 'B'].map((title) => JSON.stringify({ data: { page: { title } } })));
    expect(lookUps).toEqual(['a', 'a', 'b', 'b']);
    expect(await find('b')).toBe(answers[2]);
    expect(lookUps).toEqual(['a', 'a', 'b', 'b']);
    await store.publish(snapshotOf({ 'en/a.md': '---\ntitle: C\n---\n' }));
    const next = ['{"data":{"page":{"title":"C"}}}', '{"data":{"page":null}}'];
    expect([await find('a'), await find('b')]).toEqual(next);
    expect([await find('a'), await find('b')]).toEqual(next);
    expect(lookUps.slice(4)).toEqual(['a', 'b']);
  });

  test('other spellings of one request are one', async () => {
    const { lookUps, post } = watchedApi({ shortWay });
    await post(JSON.stringify({ query, variables: { slug: 'a' } }));
    await post(JSON.stringify({ query, variables: { slug: 'a' } }));
    await post(JSON.stringify({ variables: { slug: 'a' }, query, operationName: null }, null, 2));
    await post(JSON.stringify({ query, variables: { slug: 'a' }, extensions: {} }));
    await post(JSON.stringify({ query, variables: { slug: 'a' } }), { Accept: '*/*' });
    expect(lookUps).toEqual(['a', 'a']);
  });

  test('what differs in anything that counts is not', async () => {
    const { lookUps, post, fetch } = watchedApi({ shortWay });
    await post(JSON.stringify({ query, variables: { slug: 'a' } }));
    await post(JSON.stringify({ query, variables: { slug: 'A' } }));
    await post(JSON.stringify({ query: `${query} `, variables: { slug: 'a' } }));
    await post(JSON.stringify({ query, operationName: 'Find', variables: { slug: 'a' } }));
    const graphql = { Accept: 'application/graphql-response+json' };
    await post(JSON.stringify({ query, variables: { slug: 'a' } }), graphql);
    await fetch(`/graphql?${new URLSearchParams({ query, variables: '{"slug":"a"}' })}`);
    expect(lookUps).toEqual(['a', 'A', 'a', 'a', 'a', 'a']);
  });

  test('numbers that JSON cannot write are not taken for the null that it writes instead', async () => {
    const { post } = watchedApi({ shortWay });
    const counted = 'query Count($first: Int) { pages(first: $first) { totalCount } }';
    const withValue = (name: string, value: string) => post(`{"query":${JSON.stringify(counted)},"${name}":${value}}`);
    const wrong = [await withValue('variables', '{"first":1e999}'), await withValue('operationName', '1e999')];
    expect(wrong.map((answer) => JSON.parse(answer).errors[0].message)).toEqual([
      'Variable "$first" got invalid value Infinity; Int cannot represent non-integer value: Infinity',
      'Could not determine what operation to execute.',
    ]);
    const right = [await withValue('variables', '{"first":null}'), await withValue('operationName', 'null')];
    expect(right).toEqual(Array(2).fill('{"data":{"pages":{"totalCount":2}}}'));
  });

  test('a mistake in an argument is told once', async () => {
    const { post } = watchedApi({ shortWay });
    const body = JSON.stringify({ query: '{ pages(first: -1) { totalCount } }' });
    expect(await post(body)).toBe(await post(body));
  });

  test('nothing is kept without memory for it', async () => {
    const { lookUps, find } = watchedApi({ shortWay, responses: { cacheSize: 0 } });
    await find('a');
    await find('a');
    expect(lookUps).toEqual(['a', 'a']);
  });

  test('an unexpected error is not kept', async () => {
    const store = createMemoryStore(snapshot);
    let failures = 1;
    const failing: ContentStore = {
      ...store,
      current: () => ({
        ...store.current(),
        pageBySlug(slug, languages) {
          if (failures-- > 0) throw new Error('broken');
          return store.current().pageBySlug(slug, languages);
        },
      }),
    };
    // the short way asks twice: what failed is told by the long way
    if (shortWay) failures = 2;
    const { fetch, logged } = apiOfStore(failing, { shortWay });
    const ask = () => fetch(`/graphql?${new URLSearchParams({ query, variables: '{"slug":"a"}' })}`);
    const failed = await ask();
    expect([failed.headers.get('cache-control'), failed.headers.get('etag')]).toEqual(['no-store', null]);
    expect(await failed.json()).toMatchObject({ data: { page: null }, errors: [{ message: 'Unexpected error.' }] });
    expect(await (await ask()).json()).toEqual({ data: { page: { title: 'A' } } });
    expect(logged).toHaveLength(1);
  });
});

test('Cache-Control is as configured', async () => {
  const cacheControl = 'public, max-age=60, stale-while-revalidate=600';
  const { fetch } = watchedApi({ responses: { cacheControl } });
  expect((await fetch('/graphql?query=%7B__typename%7D')).headers.get('cache-control')).toBe(cacheControl);
  expect((await fetch('/graphql?query=%7B')).headers.get('cache-control')).toBe(cacheControl);
  const strict = { headers: { Accept: 'application/graphql-response+json' } };
  expect((await fetch('/graphql?query=%7B', strict)).headers.get('cache-control')).toBe('no-store');
});

test('the same content that is read anew is told with its own time', async () => {
  const { store, post } = watchedApi();
  const body = JSON.stringify({ query: '{ content { builtAt } }' });
  await post(body);
  await store.publish({ ...snapshot, builtAt: '2026-01-01T00:00:00.000Z' });
  expect(await post(body)).toBe('{"data":{"content":{"builtAt":"2026-01-01T00:00:00.000Z"}}}');
});

test('two bodies of one checksum are told apart', async () => {
  const { post } = watchedApi();
  const bodyOf = (name: string) => JSON.stringify({ query: `{ ${name} }` });
  const names = ['aan28apq89vdq', 'aw6brww4d4fi5', 'aan28apq89vdq'];
  const answers = [];
  for (const name of names) answers.push(await post(bodyOf(name)));
  expect(answers.map((answer) => names.filter((name) => answer.includes(name)))).toEqual([
    ['aan28apq89vdq', 'aan28apq89vdq'],
    ['aw6brww4d4fi5'],
    ['aan28apq89vdq', 'aan28apq89vdq'],
  ]);
});

describe('memory is bounded', () => {
  const content = createMemoryStore(snapshot).current().info;
  const answerOf = (text: string) =>
    prepareAnswer(
      { status: 200, contentType: 'application/json', body: Buffer.from(text), headers: [], isFixed: true },
      { cacheControl: 'no-store', vary: 'Accept' },
    );

  test('for answers, of which those go that were asked for least recently', () => {
    const cache = createResponseCache(100_000);
    for (let number = 0; number < 10_000; number++) {
      cache.keep(`key ${number}`, content, answerOf(`answer ${number}`));
      cache.find('key 0', content);
    }
    expect(cache.size().bytes).toBeLessThanOrEqual(100_000);
    expect(cache.size().count).toBeGreaterThan(40);
    const found = ['key 0', 'key 5000', 'key 9999'].map((key) => cache.find(key, content) !== undefined);
    expect(found).toEqual([true, false, true]);
  });

  test('for one answer that is larger than all of it', () => {
    const cache = createResponseCache(100_000);
    cache.keep('small', content, answerOf('small'));
    const large = answerOf('x'.repeat(100_000));
    expect(cache.keep('large', content, large)).toBe(large);
    expect(cache.find('large', content)).toBeUndefined();
    expect(cache.find('small', content)).toBeDefined();
  });

  test('for requests that were read', () => {
    const memo = createRequestMemo({ maximumSize: 100_000, documents: createDocuments(anyDocument) });
    for (let number = 0; number < 10_000; number++) {
      const text = JSON.stringify({ query: `{ a${number} }` });
      const read = () => {
        const request = memo.ofBody(Buffer.from(text));
        return request !== null && 'operation' in request ? request : null;
      };
      expect([read(), read()].map((request) => [request?.operation.query, request?.isReturning])).toEqual([
        [`{ a${number} }`, false],
        [`{ a${number} }`, true],
      ]);
    }
    expect(memo.size().bytes).toBeLessThanOrEqual(100_000);
    expect(memo.size().count).toBeGreaterThan(20);
  });

  test('for requests that never come back, of which nothing is kept', () => {
    const memo = createRequestMemo({ maximumSize: 100_000, documents: createDocuments(anyDocument) });
    for (let number = 0; number < 10_000; number++) {
      memo.ofBody(Buffer.from(JSON.stringify({ query: `{ a${number} }` })));
      memo.ofQueryString(`query={a${number}}`);
    }
    expect(memo.size()).toEqual({ bytes: 0, count: 0 });
  });
});
