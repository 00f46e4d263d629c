import { get } from 'node:http';
import { describe, expect, test } from 'vitest';
import { apiOf } from '../support/api.ts';
import { serveFiles } from '../support/server.ts';

const files = { 'en/about.md': '---\ntitle: About\n---\nText.\n' };
const json = { 'Content-Type': 'application/json' };
const body = JSON.stringify({ query: '{ page(slug: "about") { title } }' });

async function errorOf(response: Response): Promise<{ status: number; code: unknown; message: unknown }> {
  const { errors } = (await response.json()) as { errors: { message: string; extensions: { code: string } }[] };
  return { status: response.status, code: errors[0]?.extensions.code, message: errors[0]?.message };
}

describe('what a request may look like', () => {
  test('a POST with JSON is answered', async () => {
    const response = await apiOf(files).fetch('/graphql', { method: 'POST', headers: json, body });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ data: { page: { title: 'About' } } });
  });

  test('a GET with a query is answered', async () => {
    const response = await apiOf(files).fetch('/graphql?query=%7Bcontent%7BdocumentCount%7D%7D');
    expect(await response.json()).toEqual({ data: { content: { documentCount: 1 } } });
  });

  test.each([
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/graphql',
    'text/plain',
    'application/json-patch+json',
    'application/json; charset=latin1',
  ])('a body of type %s is refused', async (type) => {
    const response = await apiOf(files).fetch('/graphql', { method: 'POST', headers: { 'Content-Type': type }, body });
    expect(await errorOf(response)).toEqual({
      status: 415,
      code: 'UNSUPPORTED_MEDIA_TYPE',
      message: `Expected a body of type application/json in UTF-8, but got: ${type}.`,
    });
  });

  test('a batch is refused', async () => {
    const response = await apiOf(files).fetch('/graphql', { method: 'POST', headers: json, body: `[${body}]` });
    expect(await errorOf(response)).toEqual({
      status: 400,
      code: 'BAD_REQUEST',
      message: 'Expected one JSON object as the body, but got: an array (batches are not supported).',
    });
  });

  test('a body that is no JSON is refused', async () => {
    const response = await apiOf(files).fetch('/graphql', { method: 'POST', headers: json, body: '{"query"' });
    expect(await errorOf(response)).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
  });

  test('variables that are no JSON are refused in a GET, too', async () => {
    const response = await apiOf(files).fetch('/graphql?query=%7B__typename%7D&variables=%7B');
    expect(await errorOf(response)).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
  });

  test('other methods are refused', async () => {
    const response = await apiOf(files).fetch('/graphql', { method: 'PUT', headers: json, body });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD, POST, OPTIONS');
  });
});

describe('the size of a body, over a socket', () => {
  const padded = (size: number): string => body.padEnd(size, ' ');
  const chunked = (text: string): RequestInit => ({ body: new Blob([text]).stream(), duplex: 'half' }) as RequestInit;
  const forms: readonly [string, (text: string) => RequestInit][] = [
    ['with its length declared', (text) => ({ body: text })],
    ['in chunks', chunked],
  ];

  test.each(forms)('100,000 bytes %s are answered', async (_name, form) => {
    const url = `${await serveFiles(files)}/graphql`;
    const response = await fetch(url, { method: 'POST', headers: json, ...form(padded(100_000)) });
    expect(await response.json()).toEqual({ data: { page: { title: 'About' } } });
  });

  test.each(forms)('one byte more %s is refused', async (_name, form) => {
    const url = `${await serveFiles(files)}/graphql`;
    const response = await fetch(url, { method: 'POST', headers: json, ...form(padded(100_001)) });
    expect(await errorOf(response)).toEqual({
      status: 413,
      code: 'PAYLOAD_TOO_LARGE',
      message: 'Expected a body of at most 100000 bytes, but got more.',
    });
  });
});

describe('a request that makes no URL', () => {
  test('is answered with 400, and tells nothing of the server', async () => {
    const { hostname, port } = new URL(await serveFiles(files));
    const response = await new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
      const request = get({ hostname, port, path: '/graphql', headers: { Host: 'a b' } }, (message) => {
        let body = '';
        message.setEncoding('utf8').on('data', (text: string) => {
          body += text;
        });
        message.on('end', () => resolve({ status: message.statusCode, body }));
      });
      request.on('error', reject);
    });
    expect(response.status).toBe(400);
    expect(JSON.parse(response.body)).toEqual({
      errors: [
        {
          message: 'Expected a request target and a Host header that make a URL, but they make none.',
          extensions: { code: 'BAD_REQUEST' },
        },
      ],
    });
  });

  test('a compressed body is refused', async () => {
    const headers = { ...json, 'Content-Encoding': 'gzip' };
    const response = await apiOf(files).fetch('/graphql', { method: 'POST', headers, body });
    expect(await errorOf(response)).toMatchObject({ status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' });
  });

  test('a body longer than it declares is refused', async () => {
    const headers = { ...json, 'Content-Length': '5' };
    const response = await apiOf(files).fetch('/graphql', { method: 'POST', headers, body: body.padEnd(100_001) });
    expect(await errorOf(response)).toMatchObject({ status: 413, code: 'PAYLOAD_TOO_LARGE' });
  });
});

describe('the codes of errors', () => {
  test.each([
    ['{ page(slug: "about")', 'GRAPHQL_PARSE_FAILED'],
    ['{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ['query ($slug: String!) { page(slug: $slug) { title } }', 'BAD_USER_INPUT'],
    ['{ pages(first: -1) { totalCount } }', 'BAD_USER_INPUT'],
    ['{ pages(first: 1000) { totalCount } }', 'LIST_SIZE_LIMIT_EXCEEDED'],
  ])('%s gives %s', async (query, code) => {
    const { errors } = await apiOf(files).query(query);
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual([code]);
  });

  test('an operation that is not in the document has a code', async () => {
    const body = JSON.stringify({ query: 'query A { __typename }', operationName: 'B' });
    const response = await apiOf(files).fetch('/graphql', { method: 'POST', headers: json, body });
    expect(await errorOf(response)).toMatchObject({ status: 400, code: 'OPERATION_RESOLUTION_FAILURE' });
  });
});

describe('a document of too many levels', () => {
  const nested = (field: string, levels: number): string =>
    `{ page(slug: "about") { ${`${field} { `.repeat(levels)} title ${'} '.repeat(levels)} } }`;

  test('is refused before it is parsed to its end', async () => {
    const api = apiOf(files);
    const { errors } = await api.query(nested('translations', 4000));
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['TOKEN_LIMIT_EXCEEDED']);
    expect(api.logged).toEqual([]);
  });

  test('within the limit is answered', async () => {
    const api = apiOf(files);
    expect(await api.query(nested('translation(language: "de")', 10))).toEqual({
      data: { page: { translation: null } },
    });
    expect(api.logged).toEqual([]);
  });
});

describe('cross-origin requests', () => {
  test('any origin may ask, without credentials', async () => {
    const headers = { ...json, Origin: 'https://site.example' };
    const response = await apiOf(files).fetch('/graphql', { method: 'POST', headers, body });
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
  });

  test('a preflight is answered', async () => {
    const headers = { Origin: 'https://site.example', 'Access-Control-Request-Method': 'POST' };
    const response = await apiOf(files).fetch('/graphql', { method: 'OPTIONS', headers });
    expect(response.status).toBe(204);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      allow: 'GET, HEAD, POST, OPTIONS',
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD, POST, OPTIONS',
      'access-control-allow-headers': '*, Authorization',
      'access-control-max-age': '86400',
    });
  });
});

describe('paths', () => {
  test.each(['/x?y=/graphql', '//graphql', '/health', '/graphqlx', '/x/graphql'])('%s is not found', async (path) => {
    const response = await apiOf(files).fetch(path, { method: 'POST', headers: json, body });
    expect(await errorOf(response)).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });

  test.each(['/graphql/', '/graphql//'])('%s is the path without slashes', async (path) => {
    const response = await apiOf(files).fetch(path, { method: 'POST', headers: json, body });
    expect(await response.json()).toEqual({ data: { page: { title: 'About' } } });
  });

  test('a query that ends like a health check is answered as a query', async () => {
    const response = await apiOf(files).fetch('/graphql?query=%7B__typename%7D&x=/health');
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
  });

  test('the root leads to GraphiQL', async () => {
    const response = await apiOf(files).fetch('/');
    expect([response.status, response.headers.get('location')]).toEqual([302, '/graphql']);
  });

  test('the schema is served as SDL', async () => {
    const response = await apiOf(files).fetch('/schema.graphql');
    expect(response.headers.get('content-type')).toBe('application/graphql; charset=utf-8');
    expect(await response.text()).toMatch(/^type Query \{$/m);
  });

  test('a browser that opens a query gets GraphiQL, too', async () => {
    const headers = { Accept: 'text/html, application/json;q=0.9' };
    const response = await apiOf(files).fetch('/graphql?query=%7B__typename%7D', { headers });
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  test('a browser gets GraphiQL, whole and from here', async () => {
    const response = await apiOf(files).fetch('/graphql', { headers: { Accept: 'text/html' } });
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await response.text()).not.toMatch(/<(?:script|link)[^>]+(?:src|href)="?https?:/);
  });
});
