import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { apiOfStore } from '../../support/api.ts';
import { snapshotOf } from '../../support/content.ts';

const about = { 'en/about.md': `---\ntitle: About\n---\n${'Words. '.repeat(300)}\n` };
const before = snapshotOf(about);
const changed = snapshotOf({ 'en/about.md': '---\ntitle: New\n---\n' });
const widened = snapshotOf({ ...about, 'en/more.md': 'More.\n' });

const query = '{ page(slug: "about") { title html } }';
const json = { 'Content-Type': 'application/json' };
const post = (headers = {}): [string, RequestInit] => [
  '/graphql',
  { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify({ query }) },
];
const get = (headers = {}): [string, RequestInit] => [`/graphql?query=${encodeURIComponent(query)}`, { headers }];
const head = (headers = {}): [string, RequestInit] => [get()[0], { method: 'HEAD', headers }];

async function tell(response: Response) {
  return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
}

const methods = [
  ['POST', post],
  ['GET', get],
  ['HEAD', head],
] as const;

describe.each(methods)('%s', (_method, ask) => {
  test('with the tag of the answer gives 304, with the headers of the 200 that tell of caching', async () => {
    const api = apiOfStore(createMemoryStore(before));
    const { headers } = await tell(await api.fetch(...ask()));
    expect(headers['etag']).toMatch(/^"[\w-]{22}"$/);
    const caching = {
      etag: headers['etag'],
      'cache-control': 'public, max-age=0, must-revalidate',
      vary: 'Accept, Accept-Encoding',
      'access-control-allow-origin': '*',
    };
    expect(headers).toMatchObject(caching);
    expect(await tell(await api.fetch(...ask({ 'If-None-Match': headers['etag'] })))).toMatchObject({
      status: 304,
      headers: caching,
      body: '',
    });
  });

  test('with an old tag gives 200 after a change, and with the new one 304', async () => {
    const store = createMemoryStore(before);
    const api = apiOfStore(store);
    const old = (await api.fetch(...ask())).headers.get('etag') ?? '';
    await store.publish(changed);
    const { status, headers } = await api.fetch(...ask({ 'If-None-Match': old }));
    expect([status, headers.get('etag') === old]).toEqual([200, false]);
    const again = await api.fetch(...ask({ 'If-None-Match': headers.get('etag') ?? '' }));
    expect(again.status).toBe(304);
  });

  test('with an old tag gives 304 after a change that this answer does not tell of', async () => {
    const store = createMemoryStore(before);
    const api = apiOfStore(store);
    const tag = (await api.fetch(...ask())).headers.get('etag') ?? '';
    await store.publish(widened);
    expect((await api.fetch(...ask({ 'If-None-Match': tag }))).status).toBe(304);
  });
});

describe('If-None-Match', () => {
  test.each([
    ['*', 304],
    [' * ', 304],
    ['"other", TAG', 304],
    ['W/TAG', 304],
    [', ,"a,b" , W/"x",TAG', 304],
    ['"other"', 200],
    ['W/"other", "*"', 200],
    ['UNQUOTED', 200],
    ['"x" UNQUOTED "y"', 200],
    ['', 200],
  ])('%s gives %i', async (pattern, status) => {
    const api = apiOfStore(createMemoryStore(before));
    const tag = (await api.fetch(...get())).headers.get('etag') ?? '';
    const header = pattern.replace('TAG', tag).replace('UNQUOTED', tag.replaceAll('"', ''));
    expect((await api.fetch(...get({ 'If-None-Match': header }))).status).toBe(status);
  });

  test('names one coding of the answer, and no other', async () => {
    const api = apiOfStore(createMemoryStore(before));
    const tagOf = async (coding: string) =>
      (await api.fetch(...get({ 'Accept-Encoding': coding }))).headers.get('etag');
    const tags = [await tagOf('identity'), await tagOf('gzip'), await tagOf('br')];
    expect(new Set(tags).size).toBe(3);
    const codings = ['identity', 'gzip', 'br'];
    const statuses = codings.map((coding) =>
      tags.map(async (tag) => {
        const headers = { 'Accept-Encoding': coding, 'If-None-Match': tag ?? '' };
        return (await api.fetch(...get(headers))).status;
      }),
    );
    expect(await Promise.all(statuses.map((row) => Promise.all(row)))).toEqual([
      [304, 200, 200],
      [200, 304, 200],
      [200, 200, 304],
    ]);
  });

  test('counts for nothing where there is no answer to the query', async () => {
    const api = apiOfStore(createMemoryStore(before));
    const init = { headers: { Accept: 'application/graphql-response+json', 'If-None-Match': '*' } };
    const response = await api.fetch('/graphql?query=%7Bnothing%7D', init);
    expect(await tell(response)).toMatchObject({ status: 400, headers: { 'cache-control': 'no-store' } });
    expect(response.headers.get('etag')).toBeNull();
  });
});

test('equal answers have one tag, whatever was asked and whoever answers', async () => {
  const tags = [createMemoryStore(before), createMemoryStore(widened)].flatMap((store) =>
    [post, get].map(async (ask) => (await apiOfStore(store).fetch(...ask())).headers.get('etag')),
  );
  expect(new Set(await Promise.all(tags)).size).toBe(1);
});

test('equal bytes of another media type have another tag', async () => {
  const { fetch } = apiOfStore(createMemoryStore(before));
  const answers = await Promise.all(
    ['application/json', 'application/graphql-response+json'].map((Accept) => fetch(...get({ Accept }))),
  );
  const [json, graphql] = answers.map(({ headers }) => headers.get('etag'));
  expect(await answers[0]?.text()).toBe(await answers[1]?.text());
  expect(graphql).toBe(json?.replace(/"$/, '-r"'));
  expect((await fetch(...get({ Accept: 'application/json', 'If-None-Match': graphql ?? '' }))).status).toBe(200);
});
