import { describe, expect, test } from 'vitest';
import { createApp } from '../../../src/server/app.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { apiOf } from '../../support/api.ts';
import { snapshotOf } from '../../support/content.ts';

const files = { 'en/about.md': '---\ntitle: About\n---\nText.\n' };
const log = { error: () => {} };
const ask = async (app: ReturnType<typeof createApp>, path: string) => {
  const response = await app.fetch(new Request(`http://localhost${path}`));
  return [response.status, response.headers.get('cache-control'), await response.json()];
};

describe('probes', () => {
  test('tell that the server lives, and what it serves', async () => {
    const snapshot = snapshotOf(files);
    const app = createApp({ store: createMemoryStore(snapshot), log, degraded: () => ['one file is held back'] });
    const { revision, builtAt } = snapshot;
    expect(await ask(app, '/livez')).toEqual([200, 'no-store', { status: 'live' }]);
    expect(await ask(app, '/readyz')).toEqual([
      200,
      'no-store',
      { status: 'ready', revision, builtAt, degraded: ['one file is held back'] },
    ]);
  });

  test('tell when the server is about to end, while it goes on answering', async () => {
    const app = createApp({ store: createMemoryStore(snapshotOf(files)), log });
    app.drain();
    expect((await ask(app, '/livez'))[0]).toBe(200);
    expect((await ask(app, '/readyz')).slice(0, 2)).toEqual([503, 'no-store']);
    expect((await ask(app, '/graphql?query=%7B__typename%7D'))[0]).toBe(200);
  });

  test.each(['/graphql/livez', '/livez/x', '/x?y=/livez', '/healthz'])('%s is none', async (path) => {
    expect((await apiOf(files).fetch(path)).status).toBe(404);
  });
});

describe('without introspection', () => {
  const api = apiOf(files, { introspection: false });

  test.each(['/schema.graphql', '/', '/graphql/graphiql.js'])('%s is not there', async (path) => {
    expect((await api.fetch(path)).status).toBe(404);
  });

  test('browsers get no GraphiQL', async () => {
    const response = await api.fetch('/graphql', { headers: { Accept: 'text/html, */*;q=0.1' } });
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await response.json()).toMatchObject({ errors: [{ message: expect.stringContaining('query') }] });
  });
});

describe('metrics', () => {
  const expose = async () => ({ contentType: 'text/plain; version=0.0.4', text: 'figures 1\n' });

  test('are told', async () => {
    const response = await apiOf(files, { expose }).fetch('/metrics');
    expect([response.headers.get('content-type'), await response.text()]).toEqual([
      'text/plain; version=0.0.4',
      'figures 1\n',
    ]);
  });

  test('are not there where they are off', async () => {
    expect((await apiOf(files, { expose, metrics: false }).fetch('/metrics')).status).toBe(404);
  });
});
