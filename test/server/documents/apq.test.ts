import { describe, expect, test } from 'vitest';
import { snapshotOf } from '../../support/content.ts';
import { answered, documentsApi, errorOf, hashOf, notFound, persisted, query } from './support.ts';

const graphql = { Accept: 'application/graphql-response+json,application/json;q=0.9' };
/** Not plain, so that no one but Yoga reads it. */
const odd = '/graphql?odd';

describe.each([
  ['the short way', { shortWay: true }, '/graphql'],
  ['the long way', { shortWay: false }, '/graphql'],
  ['Yoga alone', {}, odd],
])('by %s', (_way, options, path) => {
  test('Apollo Client asks by hash, sends the text when that is not known, and asks by hash from then on', async () => {
    const { post } = documentsApi(options);
    const operation = { operationName: null, variables: {} };
    const first = await post({ ...operation, ...persisted() }, graphql, path);
    expect(errorOf(first)).toEqual({ ...notFound, status: 404 });
    expect((await post({ ...operation, query, ...persisted() }, graphql, path)).text).toBe(answered);
    for (let times = 0; times < 4; times++) {
      expect(await post({ ...operation, ...persisted() }, graphql, path)).toMatchObject({
        status: 200,
        text: answered,
      });
    }
  });

  test('clients that know JSON alone are told with 200, so that they look at the error', async () => {
    const { post } = documentsApi(options);
    expect(errorOf(await post(persisted(), { Accept: '*/*' }, path))).toEqual(notFound);
    expect(errorOf(await post(persisted(), {}, path))).toEqual(notFound);
  });

  test('a document that is not known holds for one moment', async () => {
    const { post } = documentsApi(options);
    const asked = () => post(persisted(), { 'If-None-Match': '*' }, path);
    const missing = { status: 200, tag: null, cacheControl: 'no-store' };
    expect([await asked(), await asked(), await asked()]).toMatchObject([missing, missing, missing]);
    await post({ query, ...persisted() }, {}, path);
    expect((await post(persisted(), {}, path)).text).toBe(answered);
  });

  test.each([
    ['another hash', persisted(hashOf('{ other }'))],
    ['a hash in capitals', persisted(hashOf(query).toUpperCase())],
    ['what is no hash', persisted('x')],
    ['another document id', { documentId: `sha256:${hashOf('{ other }')}` }],
    ['a document id of its own', { documentId: 'find-page' }],
  ])('a text with %s is refused, and registers nothing', async (_what, named) => {
    const { post } = documentsApi(options);
    expect(errorOf(await post({ query, ...named }, {}, path))).toEqual({
      status: 400,
      message: 'provided sha does not match query',
      code: 'PERSISTED_QUERY_HASH_MISMATCH',
      count: 1,
      others: {},
    });
    expect(errorOf(await post(named, {}, path))).toEqual(notFound);
    expect(errorOf(await post(persisted(), {}, path))).toEqual(notFound);
  });

  test('a text with half of a surrogate pair has no hash, as another one would have the same', async () => {
    const { post } = documentsApi(options);
    const [half, whole] = ['\ud83d', '\ufffd'].map((character) => `# ${character}\n${query}`);
    const named = persisted(hashOf(whole ?? ''));
    expect(errorOf(await post({ query: half, ...named }, {}, path))).toMatchObject({
      code: 'PERSISTED_QUERY_HASH_MISMATCH',
    });
    expect((await post({ query: whole, ...named }, {}, path)).text).toBe(answered);
  });

  test.each([
    [persisted(1), 'Expected a text as "extensions.persistedQuery.sha256Hash", but got: 1.'],
    [persisted(''), 'Expected a text as "extensions.persistedQuery.sha256Hash", but got: "".'],
    [persisted(hashOf(query), { version: 2 }), 'Expected version 1 of a persisted query, but got: 2.'],
    [
      { extensions: { persistedQuery: { sha256Hash: hashOf(query) } } },
      'Expected version 1 of a persisted query, but got: nothing.',
    ],
    [
      { extensions: { persistedQuery: 'x'.repeat(1000) } },
      `Expected an object as "extensions.persistedQuery", but got: "${'x'.repeat(99)}….`,
    ],
    [{ documentId: 7 }, 'Expected a document identifier as "documentId", but got: 7.'],
    [{ documentId: '' }, 'Expected a document identifier as "documentId", but got: "".'],
    [
      { documentId: 'sha256:ABC' },
      'Expected 64 hexadecimal digits in lower case behind "sha256:", but got: "sha256:ABC".',
    ],
    [
      { documentId: `sha256:${hashOf('x')}`, ...persisted() },
      'Expected "documentId" and "extensions.persistedQuery" to name one document, but they name two.',
    ],
  ])('%j is no well-formed request', async (named, message) => {
    const { post } = documentsApi(options);
    const refused = { status: 400, message, code: 'BAD_REQUEST', count: 1, others: {} };
    expect(errorOf(await post(named, {}, path))).toEqual(refused);
    expect(errorOf(await post({ query, ...named }, graphql, path))).toEqual(refused);
  });

  test.each([
    ['variables', { query, variables: [], ...persisted() }, /"variables" param/],
    ['a query', { query: 5, ...persisted() }, /"query" param/],
    ['a parameter', { query, id: 'x', ...persisted() }, /Unexpected parameter "id"/],
    ['neither text nor id', { documentId: null, extensions: { persistedQuery: null } }, /Must provide query string/],
  ])('what is wrong with %s is told as ever', async (_what, body, message) => {
    const { post } = documentsApi(options);
    expect(errorOf(await post(body, graphql, path))).toMatchObject({
      status: 400,
      message: expect.stringMatching(message),
    });
  });

  test('what is wrong with the text is told as for the text alone', async () => {
    const { post } = documentsApi(options);
    for (const broken of ['{ nothing }', '{']) {
      const alone = await post({ query: broken }, graphql, path);
      expect(alone.status).toBe(400);
      expect(await post({ query: broken, ...persisted(hashOf(broken)) }, graphql, path)).toEqual(alone);
      expect(await post(persisted(hashOf(broken)), graphql, path)).toEqual(alone);
    }
  });
});

test('urql asks by GET, and then sends the text with a note that it was missing', async () => {
  const { get, post } = documentsApi();
  expect(errorOf(await get(persisted()))).toEqual(notFound);
  expect((await post({ query, ...persisted(hashOf(query), { miss: true }) })).text).toBe(answered);
  expect((await get(persisted())).text).toBe(answered);
});

test('a document is registered by GET, too', async () => {
  const { get } = documentsApi();
  expect((await get({ query, ...persisted() })).text).toBe(answered);
  expect((await get({ ...persisted(), variables: {} })).text).toBe(answered);
});

test('the two ways to name a document lead to the same', async () => {
  const { get, post } = documentsApi();
  const documentId = `sha256:${hashOf(query)}`;
  expect(errorOf(await get({ documentId }))).toEqual(notFound);
  expect((await post({ query, documentId })).text).toBe(answered);
  for (const named of [{ documentId }, { documentId: hashOf(query) }, persisted(), { documentId, ...persisted() }]) {
    expect((await get(named)).text).toBe(answered);
    expect((await post(named)).text).toBe(answered);
    expect((await post({ query: null, ...named })).text).toBe(answered);
    expect((await post({ query: '', ...named })).text).toBe(answered);
  }
});

test('a GET that Yoga has to read names its document, too', async () => {
  const { get, post } = documentsApi();
  await post({ query, ...persisted() });
  const extensions = `{"odd":1e999}`;
  expect((await get({ documentId: hashOf(query), extensions })).text).toBe(answered);
  expect(errorOf(await get({ documentId: hashOf('x'), extensions }))).toEqual(notFound);
  const asked = { documentId: hashOf('x'), extensions };
  expect(await get(asked, { 'If-None-Match': '*' })).toMatchObject({ status: 200, tag: null });
});

test('HEAD has the status and the headers of GET', async () => {
  const { get, post } = documentsApi();
  const missing = await get(persisted(), graphql);
  expect(await get(persisted(), graphql, 'HEAD')).toEqual({ ...missing, text: '' });
  await post({ query, ...persisted() });
  const found = await get(persisted(), graphql);
  expect(await get(persisted(), graphql, 'HEAD')).toEqual({ ...found, text: '' });
});

test('an answer by hash is kept, tagged and asked for again like one by text', async () => {
  const { get, post, store } = documentsApi();
  const byText = await post({ query, ...persisted() });
  const byHash = await get(persisted());
  expect(byHash).toEqual({ ...byText, cacheControl: 'public, max-age=0, must-revalidate' });
  expect(byHash.tag).toMatch(/^".{22}"$/);
  expect(await get(persisted(), { 'If-None-Match': byHash.tag })).toMatchObject({ status: 304, text: '' });
  await store.publish(snapshotOf({ 'en/a.md': '---\ntitle: B\n---\n' }));
  const changed = await get(persisted(), { 'If-None-Match': byHash.tag });
  expect(changed).toMatchObject({ status: 200, text: '{"data":{"page":{"title":"B"}}}' });
});

describe('when a document is forgotten', () => {
  /** Registers others until nothing else is left. */
  async function pushOut(post: ReturnType<typeof documentsApi>['post']): Promise<void> {
    for (let number = 0; number < 150; number++) {
      const text = `{ __typename } # ${number} ${'x'.repeat(16_000)}`;
      await post({ query: text, ...persisted(hashOf(text)) });
    }
  }

  test('it can be registered again, by a request that came before', async () => {
    const { post } = documentsApi();
    const register = () => post({ query, ...persisted() });
    for (let times = 0; times < 4; times++) await register();
    await pushOut(post);
    expect(errorOf(await post(persisted()))).toEqual(notFound);
    await register();
    expect((await post(persisted())).text).toBe(answered);
  });

  test.each([true, false])('requests that are known go on being answered (short way: %s)', async (shortWay) => {
    const { post, store } = documentsApi({ shortWay });
    await post({ query, ...persisted() });
    for (let times = 0; times < 3; times++) await post(persisted());
    await pushOut(post);
    await store.publish(snapshotOf({ 'en/a.md': '---\ntitle: B\n---\n' }));
    const changed = '{"data":{"page":{"title":"B"}}}';
    expect((await post(persisted())).text).toBe(changed);
    for (let times = 0; times < 3; times++) expect((await post({ query })).text).toBe(changed);
    expect(errorOf(await post({ ...persisted(), variables: {} }))).toEqual(notFound);
  });
});
