import { describe, expect, test } from 'vitest';
import { answered, documentsApi, errorOf, hashOf, notFound, persisted, query } from './support.ts';

const other = '{ page(slug: "b") { title } }';
const otherAnswered = '{"data":{"page":null}}';
const trusted = new Map([
  ['page-a', query],
  [hashOf(query), query],
]);
const only = { status: 403, code: 'PERSISTED_QUERY_ONLY' };
const notInList = { status: 200, code: 'PERSISTED_QUERY_NOT_IN_LIST' };
const mismatch = { status: 400, code: 'PERSISTED_QUERY_HASH_MISMATCH' };
const malformed = { status: 400, code: 'BAD_REQUEST' };

describe.each([
  ['the short way', { shortWay: true }, '/graphql'],
  ['the long way', { shortWay: false }, '/graphql'],
  ['Yoga alone', {}, '/graphql?odd'],
])('by %s', (_way, options, path) => {
  test.each([
    ['a text', { query: other }, only],
    ['a trusted text without its id', { query }, only],
    ['an empty text', { query: '' }, only],
    ['the introspection of a client', { query: '{ __schema { types { name } } }' }, only],
    ['its id', { documentId: 'page-a' }, answered],
    ['its hash as an id', { documentId: `sha256:${hashOf(query)}` }, answered],
    ['its hash', persisted(), answered],
    ['its id, as Apollo sends those of a manifest', persisted('page-a'), answered],
    ['its hash and its text', { query, ...persisted() }, answered],
    ['its id and its text', { query, documentId: 'page-a' }, answered],
    ['its id and another text', { query: other, documentId: 'page-a' }, mismatch],
    ['its hash and another text', { query: other, ...persisted() }, mismatch],
    ['another id', { documentId: 'page-b' }, notInList],
    ['another hash', persisted(hashOf(other)), notInList],
    ['another hash and its text', { query: other, ...persisted(hashOf(other)) }, notInList],
    ['names of objects', { documentId: '__proto__' }, notInList],
    ['a version that is not there yet', { extensions: { persistedQuery: { version: 2 } } }, malformed],
  ])('of trusted documents alone, %s gives what it should', async (_what, body, expected) => {
    const { post } = documentsApi({ ...options, documents: { trusted, onlyTrusted: true } });
    for (let times = 0; times < 3; times++) {
      const { status, text, cacheControl, tag } = await post(body, {}, path);
      if (typeof expected === 'string') expect({ status, text }).toEqual({ status: 200, text: expected });
      else {
        expect(errorOf({ status, text })).toMatchObject({ ...expected, count: 1, others: {} });
        expect({ cacheControl, tag }).toEqual({ cacheControl: 'no-store', tag: null });
      }
    }
  });

  test('nothing that a client sends makes a document trusted', async () => {
    const { post } = documentsApi({ ...options, documents: { trusted, onlyTrusted: true } });
    await post({ query: other, ...persisted(hashOf(other)) }, {}, path);
    expect(errorOf(await post(persisted(hashOf(other)), {}, path))).toMatchObject(notInList);
  });

  test('trusted documents are known beside those that clients register', async () => {
    const { post } = documentsApi({ ...options, documents: { trusted, onlyTrusted: false } });
    expect((await post({ documentId: 'page-a' }, {}, path)).text).toBe(answered);
    expect((await post({ query, documentId: 'page-a' }, {}, path)).text).toBe(answered);
    expect((await post({ query: other }, {}, path)).text).toBe(otherAnswered);
    expect(errorOf(await post({ query: other, documentId: 'page-a' }, {}, path))).toMatchObject(mismatch);
    expect(errorOf(await post(persisted(hashOf(other)), {}, path))).toEqual(notFound);
    await post({ query: other, ...persisted(hashOf(other)) }, {}, path);
    expect((await post(persisted(hashOf(other)), {}, path)).text).toBe(otherAnswered);
  });
});

test('of trusted documents alone, GET and HEAD give the same as POST', async () => {
  const { get } = documentsApi({ documents: { trusted, onlyTrusted: true } });
  expect((await get({ documentId: 'page-a' })).text).toBe(answered);
  expect((await get({ documentId: 'page-a' }, {}, 'HEAD')).status).toBe(200);
  expect(errorOf(await get({ query }))).toMatchObject(only);
  expect((await get({ query }, {}, 'HEAD')).status).toBe(403);
  expect(errorOf(await get({ documentId: 'page-b' }))).toMatchObject(notInList);
});

test('messages say what to do', async () => {
  const { post } = documentsApi({ documents: { trusted, onlyTrusted: true } });
  const told = [await post({ query }), await post({ documentId: 'page-b' })].map(({ text }) => JSON.parse(text));
  expect(told.map(({ errors }) => errors[0].message)).toEqual([
    'Expected the id of a trusted document, but got the text of a document. Send "documentId" or "extensions.persistedQuery".',
    'Expected the id of a trusted document, but got: "page-b". Add the document to those that the server is started with.',
  ]);
});
