import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createApp } from '../../../src/server/app.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { createPromisedStore } from '../../store/promised-store.ts';
import { apiOfStore } from '../../support/api.ts';
import { type Files, snapshotOf } from '../../support/content.ts';

const long = 'Words. '.repeat(200);
const contents: readonly Files[] = [
  { 'en/a.md': `# A\n\n${long}`, 'de/a.md': '# A\n' },
  { 'en/a.md': `# A\n\n${long}`, 'de/a.md': '# Ä\n' },
  { 'en/a.md': '# B\n', 'en/b.md': '# C\n' },
  { 'en/a.md': '# B\n', 'en/b.md': `# C\n\n${long}` },
];
/** Built at one moment, but for the last one, which has the content of the first. */
const snapshots = [...contents, contents[0] ?? {}].map((files, index) => ({
  ...snapshotOf(files),
  builtAt: `2026-01-01T00:00:0${index < contents.length ? 0 : 1}.000Z`,
}));
const queries = [
  '{ content { revision builtAt documentCount } }',
  '{ pages { totalCount nodes { title language html } } }',
  'query ($slug: String = "a") { page(slug: $slug) { title html translations { title } } }',
  '{ page(slug: "b") { html } }',
  '{ pages(first: 0) { totalCount } }',
  '{ nothing }',
];

interface Ask {
  readonly query: string;
  readonly method: string;
  readonly accept: string;
  readonly encoding: string;
  /** Asks with the tag of the latest answer, of whatever it was. */
  readonly isConditional: boolean;
}

const asks = fc.record<Ask>({
  query: fc.constantFrom(...queries),
  method: fc.constantFrom('GET', 'POST'),
  accept: fc.constantFrom('application/json', 'application/graphql-response+json'),
  encoding: fc.constantFrom('identity', 'gzip', 'br'),
  isConditional: fc.boolean(),
});
const steps = fc.array(
  fc.oneof({ weight: 1, arbitrary: fc.nat(snapshots.length - 1) }, { weight: 4, arbitrary: asks }),
  {
    maxLength: 60,
  },
);

function requestOf({ query, method, accept, encoding }: Ask, tag: string | null): Request {
  const headers = {
    Accept: accept,
    'Accept-Encoding': encoding,
    'Content-Type': 'application/json',
    ...(tag === null ? {} : { 'If-None-Match': tag }),
  };
  if (method === 'POST') {
    return new Request('http://localhost/graphql', { method, headers, body: JSON.stringify({ query }) });
  }
  return new Request(`http://localhost/graphql?query=${encodeURIComponent(query)}`, { headers });
}

async function told(response: Response) {
  const { status, headers } = response;
  const body = Buffer.from(await response.arrayBuffer()).toString('base64');
  return { status, tag: headers.get('etag'), type: headers.get('content-type'), body };
}

test('no answer is ever that of another revision, by the short way nor by the long one', async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.boolean(), async (played, shortWay) => {
      const first = snapshots[0] ?? snapshotOf({});
      const store = createMemoryStore(first);
      const log = { error: () => {} };
      const cached = createApp({ store, log, shortWay, responses: { cacheSize: 20_000 } });
      const uncached = createApp({ store, log, shortWay: false, responses: { cacheSize: 0 } });
      let latest: string | null = null;
      for (const step of played) {
        if (typeof step === 'number') {
          await store.publish(snapshots[step] ?? first);
          continue;
        }
        const expected = await told(await uncached.fetch(requestOf(step, null)));
        const tag: string | null = step.isConditional ? latest : null;
        const answer = await told(await cached.fetch(requestOf(step, tag)));
        latest = answer.tag;
        if (tag !== null && tag === expected.tag) expect(answer).toMatchObject({ status: 304, tag, body: '' });
        else expect(answer).toEqual(expected);
      }
    }),
    { numRuns: 40 },
  );
});

const whole = 'content { revision } page(slug: "a", language: "en") { title translations { title } }';

test.each([
  ['the short way', `{ ${whole} }`],
  ['the long way after the short one', `{ ${whole} wrong: page(slug: "a") { excerpt(length: -1) } }`],
])('while snapshots are swapped no answer of %s is torn, though each has to be waited for', async (_way, query) => {
  const versions = Array.from({ length: 20 }, (_, version) =>
    snapshotOf({ 'en/a.md': `---\ntitle: "${version}"\n---\n`, 'de/a.md': `---\ntitle: "${version}"\n---\n` }),
  );
  const titles = new Map(versions.map(({ revision }, version) => [revision, String(version)]));
  const store = createPromisedStore(versions[0] ?? snapshotOf({}));
  const api = apiOfStore(store);
  const ask = async () => {
    const { data } = await api.query<{ content: { revision: string } }>(query);
    const title = titles.get(data?.content.revision ?? '');
    expect(data).toMatchObject({ page: { title, translations: [{ title }] } });
    return data?.content.revision;
  };
  const asked = versions.flatMap((snapshot) =>
    Array.from({ length: 10 }, async (_, turn) => {
      for (let waits = 0; waits < turn; waits++) await null;
      if (turn === 5) await store.publish(snapshot);
      return ask();
    }),
  );
  expect(new Set(await Promise.all(asked)).size).toBeGreaterThan(5);
  for (const snapshot of versions) {
    await store.publish(snapshot);
    expect(await ask()).toBe(snapshot.revision);
  }
});
