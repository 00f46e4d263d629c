import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { apiOf } from '../../support/api.ts';
import { snapshotOf } from '../../support/content.ts';

const files = { 'en/about.md': '---\ntitle: About\n---\nText.\n' };
const query = '/graphql?query=%7Bpages%7Bnodes%7Btitle%7D%7D%7D';
const bearing = (token: string, scheme = 'Bearer'): RequestInit => ({
  headers: { Authorization: `${scheme} ${token}` },
});

describe('with access tokens', () => {
  const api = apiOf(files, { tokens: ['one', 'two'] });

  test.each(['one', 'two'])('%s opens the API', async (token) => {
    const response = await api.fetch(query, bearing(token));
    expect(await response.json()).toEqual({ data: { pages: { nodes: [{ title: 'About' }] } } });
  });

  test('answers are not for caches that others ask, too', async () => {
    const response = await api.fetch(query, bearing('one'));
    expect(response.headers.get('cache-control')).toBe('private, max-age=0, must-revalidate');
  });

  test.each(['/schema.graphql', '/graphql/graphiql.css'])('%s is not for them either', async (path) => {
    const response = await api.fetch(path, bearing('one'));
    expect([response.status, response.headers.get('cache-control')]).toEqual([
      200,
      expect.stringMatching(/^private, /),
    ]);
  });

  test.each([
    ['max-age=60, must-revalidate', 'private, max-age=60, must-revalidate'],
    ['s-maxage=60', 'private, s-maxage=60'],
    ['Public, max-age=5', 'private, max-age=5'],
    ['private="x-a", max-age=5', 'private, private="x-a", max-age=5'],
    ['private, max-age=5', 'private, max-age=5'],
    ['no-store', 'no-store'],
  ])('answers that are to be kept by %s are kept by %s', async (cacheControl, expected) => {
    const { fetch } = apiOf(files, { tokens: ['one'], responses: { cacheControl } });
    expect((await fetch(query, bearing('one'))).headers.get('cache-control')).toBe(expected);
  });

  test.each([
    ['GET', '/nowhere'],
    ['DELETE', '/graphql'],
    ['POST', '/schema.graphql'],
  ])('without a token nobody learns what %s %s would give', async (method, path) => {
    expect((await api.fetch(path, { method })).status).toBe(401);
  });

  test.each([
    ['none', {}],
    ['a wrong one', bearing('three')],
    ['a part of one', bearing('on')],
    ['one in another scheme', bearing('one', 'Basic')],
    ['an empty one', bearing('')],
    ['two of them', bearing('one two')],
  ])('%s is refused', async (_name, init) => {
    const response = await api.fetch(query, init);
    expect([response.status, response.headers.get('www-authenticate'), response.headers.get('cache-control')]).toEqual([
      401,
      'Bearer',
      'no-store',
    ]);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  test.each(['/graphql', '/schema.graphql', '/', '/graphql/graphiql.js', '/metrics'])('%s is closed', async (path) => {
    const expose = async () => ({ contentType: 'text/plain', text: 'figures' });
    const closed = apiOf(files, { tokens: ['one'], expose });
    const answers = await Promise.all(
      [{}, { headers: { Accept: 'text/html' } }].map((init) => closed.fetch(path, init)),
    );
    expect(answers.map(({ status }) => status)).toEqual([401, 401]);
  });

  test.each(['/livez', '/readyz'])('%s is open', async (path) => {
    expect((await api.fetch(path)).status).toBe(200);
  });

  test('a preflight, which can bear none, is answered', async () => {
    expect((await api.fetch('/graphql', { method: 'OPTIONS', headers: { Origin: 'https://x.example' } })).status).toBe(
      204,
    );
  });
});

describe('with a preview token', () => {
  const preview = {
    store: createMemoryStore(snapshotOf({ ...files, 'en/draft.md': '---\ntitle: Draft\n---\nText.\n' })),
    token: 'secret',
  };
  const titlesOf = async (response: Response) => {
    const { data } = (await response.json()) as { data: { pages: { nodes: { title: string }[] } } };
    return data.pages.nodes.map(({ title }) => title);
  };
  const api = apiOf(files, { preview });

  test('drafts are shown to those who bear it, in the middle of others, marked and never kept', async () => {
    const rounds = [];
    for (let round = 0; round < 3; round++) {
      const drafts = await api.fetch(query, bearing('secret'));
      const open = await api.fetch(query);
      const { headers } = drafts;
      rounds.push([
        await titlesOf(drafts),
        headers.get('cache-control'),
        headers.get('foliograph-preview'),
        headers.get('x-robots-tag'),
        await titlesOf(open),
        open.headers.get('foliograph-preview'),
      ]);
    }
    const expected = [['About', 'Draft'], 'private, no-store', 'true', 'noindex', ['About'], null];
    expect(rounds).toEqual([expected, expected, expected]);
  });

  test('caches that others ask tell the two apart', async () => {
    expect((await api.fetch(query)).headers.get('vary')).toBe('Accept, Accept-Encoding, Authorization');
  });

  test('a token that is wrong is refused, so that nobody takes what is public for a preview', async () => {
    expect((await api.fetch(query, bearing('secre'))).status).toBe(401);
  });

  test('it is an access token, too', async () => {
    const closed = apiOf(files, { preview, tokens: ['one'] });
    expect(await titlesOf(await closed.fetch(query, bearing('secret')))).toEqual(['About', 'Draft']);
    expect(await titlesOf(await closed.fetch(query, bearing('one')))).toEqual(['About']);
    expect((await closed.fetch(query)).status).toBe(401);
  });
});

test('without any token nobody looks at what others send', async () => {
  expect((await apiOf(files).fetch(query, bearing('anything'))).status).toBe(200);
});
