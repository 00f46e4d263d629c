import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { codingFor } from '../../../src/server/http/content-coding.ts';
import { apiOf } from '../../support/api.ts';

const decoders = { br: brotliDecompressSync, gzip: gunzipSync, identity: (bytes: Uint8Array) => bytes } as const;
const ask = (size: number): string => `/graphql?query=${encodeURIComponent(`{ page(slug: "p${size}") { html } }`)}`;
const files = Object.fromEntries(
  [500, 3000, 60_000].map((size) => [`en/p${size}.md`, 'Ten bytes. '.repeat(size / 11)]),
);

describe('the coding for', () => {
  test.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip', 'gzip'],
    ['x-gzip', 'gzip'],
    ['GZIP', 'gzip'],
    ['br', 'br'],
    ['gzip, deflate, br', 'br'],
    ['gzip, deflate, br, zstd', 'br'],
    ['deflate', 'identity'],
    ['gzip;q=1.0, br;q=0.8', 'gzip'],
    ['gzip ; q = 0.5 , br ; q=0.6', 'br'],
    ['gzip;q=0', 'identity'],
    ['br;q=0, *', 'gzip'],
    ['*', 'br'],
    ['*;q=0', 'identity'],
    ['identity', 'identity'],
    ['identity, gzip;q=0.5', 'identity'],
    ['identity;q=0.5, gzip', 'gzip'],
    ['identity;q=0, br;q=0.001', 'br'],
    ['gzip;q=often', 'identity'],
    ['gzip;level=9', 'gzip'],
  ] as const)('%j is %s', (header, coding) => {
    expect(codingFor(header)).toBe(coding);
  });
});

describe.each([
  ['3 kB', 3000],
  ['60 kB', 60_000],
])('an answer of %s', (_size, size) => {
  test.each(['br', 'gzip', 'identity'] as const)('as %s is the same, the first time and the second', async (coding) => {
    const api = apiOf(files);
    const plain = await (await api.fetch(ask(size))).text();
    for (const _time of [1, 2]) {
      const response = await api.fetch(ask(size), { headers: { 'Accept-Encoding': coding } });
      const bytes = Buffer.from(await response.arrayBuffer());
      const { headers } = response;
      expect(headers.get('content-encoding')).toBe(coding === 'identity' ? null : coding);
      expect(headers.get('content-length')).toBe(String(bytes.byteLength));
      expect(headers.get('vary')).toBe('Accept, Accept-Encoding');
      expect(decoders[coding](bytes).toString()).toBe(plain);
    }
  });

  test('is asked for by many at once', async () => {
    const api = apiOf(files);
    const asked = Array.from({ length: 20 }, async () => {
      const response = await api.fetch(ask(size), { headers: { 'Accept-Encoding': 'gzip' } });
      return gunzipSync(Buffer.from(await response.arrayBuffer())).toString();
    });
    const plain = await (await api.fetch(ask(size))).text();
    expect(new Set(await Promise.all(asked))).toEqual(new Set([plain]));
  });
});

test('a small answer is sent as it is', async () => {
  const response = await apiOf(files).fetch(ask(500), { headers: { 'Accept-Encoding': 'br' } });
  expect(response.headers.get('content-encoding')).toBeNull();
  expect(await response.json()).toMatchObject({ data: { page: { html: expect.stringMatching('Ten bytes.') } } });
});

test('answers that another thread compresses count as operations that run', async () => {
  const { fetch } = apiOf(files, { load: { delay: Number.POSITIVE_INFINITY, executions: 1 } });
  const headers = { 'Accept-Encoding': 'gzip' };
  const both = await Promise.all([fetch(ask(60_000), { headers }), fetch(`${ask(60_000)}%20`, { headers })]);
  expect(both.map(({ status }) => status)).toEqual([200, 503]);
  expect((await fetch(ask(60_000), { headers })).status).toBe(200);
});

test('many who wait for one answer that is compressed count once', async () => {
  const { fetch } = apiOf(files, { load: { delay: Number.POSITIVE_INFINITY, executions: 2 } });
  // the third is the first that is kept
  for (const _time of [1, 2, 3]) await fetch(ask(60_000));
  const asked = Array.from({ length: 5 }, () => fetch(ask(60_000), { headers: { 'Accept-Encoding': 'gzip' } }));
  const all = await Promise.all([...asked, fetch(ask(500))]);
  expect(all.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
});
