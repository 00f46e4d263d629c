import { describe, expect, test } from 'vitest';
import { apiOf } from '../../support/api.ts';

const files = { 'en/about.md': '---\ntitle: About\n---\nText.\n' };
const query = '/graphql?query=%7Bpage(slug:%22about%22)%7Btitle%7D%7D';
const paths = [query, '/graphql?query=%7B', '/graphql', '/schema.graphql', '/livez', '/nowhere'];

describe('X-Request-Id', () => {
  test.each(['one', '7b6a7761-7ab6-4127-85bb-98bcfdf0d207', 'a/b+c=d@e:f.g_h'])('%s stays', async (id) => {
    const response = await apiOf(files).fetch(query, { headers: { 'X-Request-Id': id } });
    expect(response.headers.get('x-request-id')).toBe(id);
  });

  test.each(['two words', '"quoted"', '<b>', 'x'.repeat(129), '\u00fc'])('%s is replaced', async (id) => {
    const response = await apiOf(files).fetch(query, { headers: { 'X-Request-Id': id } });
    expect(response.headers.get('x-request-id')).toMatch(/^[\da-f]{8}-[\da-f-]{27}$/);
  });

  test('is another one for each request, also out of the cache', async () => {
    const { fetch } = apiOf(files);
    const ids = [];
    for (let round = 0; round < 4; round++) ids.push((await fetch(query)).headers.get('x-request-id'));
    expect(new Set(ids).size).toBe(4);
  });
});

describe('security headers', () => {
  test.each(paths)('of %s', async (path) => {
    const { headers } = await apiOf(files).fetch(path);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
    });
  });

  test('of GraphiQL let only scripts run that have the nonce of this page', async () => {
    const { fetch } = apiOf(files);
    const nonces = [];
    for (let round = 0; round < 2; round++) {
      const response = await fetch('/graphql', { headers: { Accept: 'text/html' } });
      const policy = response.headers.get('content-security-policy') ?? '';
      const [, nonce = ''] = /script-src 'nonce-([\w-]{22})';/.exec(policy) ?? [];
      const page = await response.text();
      expect(policy).not.toMatch(/script-src[^;]*unsafe/);
      expect(page.match(/<script\b[^>]*>/g)).toEqual([
        expect.stringContaining(`<script nonce="${nonce}" src="/graphql/graphiql.js?`),
        `<script nonce="${nonce}">`,
      ]);
      nonces.push(nonce);
    }
    expect(new Set(nonces).size).toBe(2);
  });

  test('nothing that a page of the site is called ends the script of GraphiQL', async () => {
    const named = { 'en/a.md': '---\ntitle: A\nslug: "</script><script>alert(1)</script>"\n---\nText.\n' };
    const response = await apiOf(named).fetch('/graphql', { headers: { Accept: 'text/html' } });
    expect((await response.text()).match(/<\/script>/g)).toHaveLength(2);
  });

  test('the script of GraphiQL is kept for good, and compressed', async () => {
    const { fetch } = apiOf(files);
    const page = await (await fetch('/graphql', { headers: { Accept: 'text/html' } })).text();
    const [, path = ''] = /src="([^"]+)"/.exec(page) ?? [];
    const response = await fetch(path, { headers: { 'Accept-Encoding': 'gzip' } });
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'content-encoding': 'gzip',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    const again = await fetch(path, {
      headers: { 'Accept-Encoding': 'gzip', 'If-None-Match': response.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });
});

describe('with a list of origins', () => {
  const cors = ['https://site.example', 'https://other.example'];
  const ask = (origin: string | null, init: RequestInit = {}) =>
    apiOf(files, { cors }).fetch(query, { ...init, headers: origin === null ? {} : { Origin: origin } });

  test.each(cors)('%s may read answers', async (origin) => {
    const { headers } = await ask(origin);
    expect(headers.get('access-control-allow-origin')).toBe(origin);
    expect(headers.get('vary')).toBe('Accept, Accept-Encoding, Origin');
  });

  test.each(['https://site.example.evil.example', 'http://site.example', 'null', null])(
    '%s may not',
    async (origin) => {
      const { status, headers } = await ask(origin);
      expect([status, headers.get('access-control-allow-origin')]).toEqual([200, null]);
      expect(headers.get('vary')).toBe('Accept, Accept-Encoding, Origin');
    },
  );

  test('a preflight tells only those of the list', async () => {
    const allowed = await ask('https://site.example', { method: 'OPTIONS' });
    const denied = await ask('https://evil.example', { method: 'OPTIONS' });
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://site.example');
    expect(denied.headers.get('access-control-allow-origin')).toBeNull();
  });
});
