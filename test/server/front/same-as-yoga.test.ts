import { describe, expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../../../src/content/live/clock.ts';
import { createRenderer } from '../../../src/content/renderer.ts';
import { createSchema } from '../../../src/schema/index.ts';
import { createApp } from '../../../src/server/app.ts';
import { anyDocument, createDocuments } from '../../../src/server/documents/documents.ts';
import { listen } from '../../../src/server/listen.ts';
import { createLongWay } from '../../../src/server/long-way.ts';
import { createDocumentStore } from '../../../src/server/operations/document-store.ts';
import { defaultQueryLimits } from '../../../src/server/query-limits.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { snapshotOf } from '../../support/content.ts';

const store = createMemoryStore(snapshotOf({ 'en/about.md': '---\ntitle: Über\n---\n# One\n\nText.\n' }));
const log = { error: () => {} };
const renderer = createRenderer();
const schema = createSchema();
const rules = { schema, limits: defaultQueryLimits, introspection: true };
const yoga = createLongWay({
  ...{ ...rules, store, renderer, log },
  graphqlPath: '/graphql',
  documents: createDocuments(anyDocument),
  preparedDocuments: createDocumentStore(rules),
  clock: systemClock,
});

interface Odd {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

const query = '{ page(slug: "about") { title } }';
const posted = (value: unknown): Odd => ({ body: JSON.stringify(value) });
const accepting = (accept: string): Odd => ({ ...posted({ query: '{ nothing }' }), headers: { Accept: accept } });
const asked = (parameters: Readonly<Record<string, string>>, headers = {}): Odd => ({
  method: 'GET',
  path: `/graphql?${new URLSearchParams(parameters)}`,
  headers,
});
const nested = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));

const odds: Readonly<Record<string, Odd>> = {
  'a query': posted({ query }),
  'a query with null for everything else': posted({ query, variables: null, operationName: null, extensions: null }),
  'a query with extensions': posted({ query, extensions: { clientLibrary: { name: 'x' } } }),
  'a query with extensions that are a list': posted({ query, extensions: [] }),
  'a query with variables': posted({
    query: 'query ($s: String!) { page(slug: $s) { title } }',
    variables: { s: 'about' },
  }),
  'a query with wrong variables': posted({
    query: 'query ($s: String!) { page(slug: $s) { title } }',
    variables: { s: 1 },
  }),
  'variables that are a list': posted({ query, variables: [] }),
  'variables that are a text': posted({ query, variables: '{}' }),
  'variables of 100 levels': posted({ query, variables: { a: nested(98) } }),
  'variables of 101 levels': posted({ query, variables: { a: nested(99) } }),
  'an operation of several': posted({
    query: 'query A { a: __typename } query B { b: __typename }',
    operationName: 'B',
  }),
  'none of several operations': posted({ query: 'query A { a: __typename } query B { b: __typename }' }),
  'an empty operation name': posted({ query, operationName: '' }),
  'an operation name that is a number': posted({ query, operationName: 5 }),
  'an unknown parameter': posted({ query, id: 1 }),
  'an unknown parameter that is null': posted({ query, id: null }),
  'a parameter called __proto__': { body: `{"query":${JSON.stringify(query)},"__proto__":1}` },
  'no query': posted({ variables: {} }),
  'an empty query': posted({ query: '' }),
  'a query that is a number': posted({ query: 1 }),
  'a query that cannot be parsed': posted({ query: '{ page(' }),
  'a query of too many tokens': posted({ query: `{ ${'a '.repeat(3000)} }` }),
  'a field that is not there': posted({ query: '{ pags { totalCount } }' }),
  'a mutation': posted({ query: 'mutation { a }' }),
  'a mutation by GET': asked({ query: 'mutation { a }' }),
  'a subscription': posted({ query: 'subscription { a }' }),
  'a wrong argument': posted({ query: '{ pages(first: -1) { totalCount } }' }),
  'a list as the body': posted([{ query }]),
  'null as the body': posted(null),
  'half of a body': { body: '{"query"' },
  'an empty body': { body: '' },
  'no body': {},
  'a body with a byte order mark': { body: `\ufeff${JSON.stringify({ query })}` },
  'a body that is no UTF-8': {
    body: new Uint8Array(Buffer.from('{"query":"{ page(slug: \\"\xff\\") { title } }"}', 'latin1')),
  },
  'a body with two queries': { body: '{"query":"{ a }","query":"{ __typename }"}' },
  'a body over the limit': { body: JSON.stringify({ query }).padEnd(100_001) },
  'a body of another type': { ...posted({ query }), headers: { 'Content-Type': 'text/plain' } },
  'a body of a type with parameters': {
    ...posted({ query }),
    headers: { 'Content-Type': 'Application/JSON; charset="UTF-8"' },
  },
  'a body in latin1': { ...posted({ query }), headers: { 'Content-Type': 'application/json; charset=latin1' } },
  'a body that says it is compressed': { ...posted({ query }), headers: { 'Content-Encoding': 'br' } },
  'a body that says it is not compressed': { ...posted({ query }), headers: { 'Content-Encoding': 'identity' } },
  'a GET': asked({ query }),
  'a GET with variables': asked({
    query: 'query ($s: String!) { page(slug: $s) { title } }',
    variables: '{"s":"about"}',
  }),
  'a GET with variables that are no JSON': asked({ query, variables: '{' }),
  'a GET with variables that are null': asked({ query, variables: 'null' }),
  'a GET with variables that are a list': asked({ query, variables: '[]' }),
  'a GET with extensions that are a number': asked({ query, extensions: '5' }),
  'a GET with empty parameters': asked({ query, variables: '', operationName: '', extensions: '' }),
  'a GET with other parameters': asked({ query, x: '/health' }),
  'a GET with two queries': { method: 'GET', path: '/graphql?query=%7B__typename%7D&query=%7Bnothing%7D' },
  'a GET with plus signs': { method: 'GET', path: '/graphql?query=%7B+__typename+%7D' },
  'a GET without a query': { method: 'GET', path: '/graphql' },
  'a GET with an empty query string': { method: 'GET', path: '/graphql?' },
  'a GET with a type that is no JSON': asked({ query }, { Accept: 'image/png' }),
  'a POST with a query string': { ...posted({ query }), path: '/graphql?query=%7Bnothing%7D' },
  ...Object.fromEntries(
    [
      '*/*',
      'application/*',
      'application/json',
      'application/graphql-response+json',
      'application/graphql-response+json, application/json;q=0.9',
      'application/json;q=0.1, application/graphql-response+json',
      'text/event-stream, application/json',
      'multipart/mixed;deferSpec=20220824, application/json',
      'multipart/mixed, */*;q=0.1',
      'text/html, application/json',
      'application/json; charset=latin1, application/graphql-response+json',
      'application/json; charset=latin1',
      'APPLICATION/JSON',
      '*/json',
      'application',
      'image/png',
      '',
    ].map((accept) => [`the types ${accept}`, accepting(accept)]),
  ),
};

function requestOf({ path = '/graphql', method = 'POST', headers = {}, body }: Odd, origin: string): Request {
  const withType = method === 'GET' ? headers : { 'Content-Type': 'application/json', ...headers };
  return new Request(`${origin}${path}`, { method, headers: withType, ...(body === undefined ? {} : { body }) });
}

async function told(response: Response): Promise<unknown> {
  const { status, headers } = response;
  return { status, type: headers.get('content-type'), allow: headers.get('allow'), body: await response.text() };
}

/** What Yoga says. */
async function expectedOf(odd: Odd): Promise<unknown> {
  const request = requestOf(odd, 'http://localhost');
  const headerOf = (name: string) => request.headers.get(name) ?? undefined;
  const { status, contentType, headers, body } = await yoga.ask(
    {
      method: request.method === 'GET' ? 'GET' : 'POST',
      query: new URL(request.url).search.slice(1),
      body: new Uint8Array(await request.arrayBuffer()),
      accept: headerOf('accept'),
      contentType: headerOf('content-type'),
      contentEncoding: headerOf('content-encoding'),
    },
    store.current(),
  );
  const allow = headers.findIndex((name, index) => index % 2 === 0 && name.toLowerCase() === 'allow');
  return {
    status,
    type: contentType,
    allow: allow === -1 ? null : headers[allow + 1],
    body: Buffer.from(body).toString(),
  };
}

describe.each([
  ['the short way', true],
  ['the long way', false],
])('by %s, the first time and the second', (_way, shortWay) => {
  const app = createApp({ store, log, renderer, shortWay, load: { delay: Infinity } });

  test.each(Object.entries(odds))('%s is answered to the byte as Yoga answers it', async (_name, odd) => {
    const expected = await expectedOf(odd);
    const answers = [
      await told(await app.fetch(requestOf(odd, 'http://localhost'))),
      await told(await app.fetch(requestOf(odd, 'http://localhost'))),
    ];
    expect(answers).toEqual([expected, expected]);
  });

  test('the same over a socket', async () => {
    const listening = await listen(app.listener, { host: '127.0.0.1', port: 0 });
    onTestFinished(() => listening.close());
    for (const odd of Object.values(odds)) {
      expect(await told(await fetch(requestOf(odd, listening.origin)))).toEqual(await expectedOf(odd));
    }
  });
});
