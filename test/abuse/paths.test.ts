import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test, vi } from 'vitest';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { createAsk, village } from '../server/operations/support.ts';
import { snapshotOf } from '../support/content.ts';

const { calls, recorded } = vi.hoisted(() => {
  const calls: string[] = [];
  /** The same module, of which every call is noted. */
  const recorded = (module: object): object =>
    Object.fromEntries(Object.entries(module).map(([name, value]: [string, unknown]) => [name, noted(name, value)]));
  const noted = (name: string, value: unknown): unknown =>
    typeof value !== 'function' || /^[A-Z]/.test(name)
      ? value
      : (...args: unknown[]): unknown => {
          calls.push(name);
          return Reflect.apply(value, undefined, args);
        };
  return { calls, recorded };
});
vi.mock('node:fs', async (importOriginal) => recorded(await importOriginal<object>()));
vi.mock('node:fs/promises', async (importOriginal) => recorded(await importOriginal<object>()));

const store = createMemoryStore(snapshotOf(village));
const ways = [createAsk(store, 'short'), createAsk(store, 'long')];
const query = `query ($path: String!) {
  page(slug: $path) { id } pageByPath(path: $path) { id } partner(slug: $path) { id }
  diagnostics(path: $path) { totalCount } pages(filter: { path: { startsWith: $path } }) { totalCount }
}`;
const nothing = {
  page: null,
  pageByPath: null,
  partner: null,
  diagnostics: { totalCount: 0 },
  pages: { totalCount: 0 },
};

/** What is loaded when it is first needed. */
beforeAll(async () => {
  for (const ask of ways) await ask({ query: '{ pages { nodes { html } } }' }, 'application/json');
});

test.each([
  '../../etc/passwd',
  '/../../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  '..\\..\\etc\\passwd',
  '/etc/passwd',
  '/proc/self/environ',
  'file:///etc/passwd',
  'village.md\u0000.txt',
  '\u0000',
])('a page by the name %j is looked for in memory only', async (path) => {
  calls.length = 0;
  for (const ask of ways) {
    for (const _time of [1, 2, 3]) {
      const { body } = await ask({ query, variables: { path } }, 'application/json');
      expect(JSON.parse(body)).toEqual({ data: nothing });
    }
  }
  expect(calls).toEqual([]);
});

test('a call to the file system would be noticed', () => {
  readFileSync(fileURLToPath(import.meta.url));
  expect(calls).toContain('readFileSync');
});
