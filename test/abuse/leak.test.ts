import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { describe, expect, test } from 'vitest';
import { defaultBuildOptions } from '../../src/content/build-options.ts';
import type { ContentView } from '../../src/content/publication.ts';
import type { Snapshot } from '../../src/content/snapshot.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { apiOfStore, type TestApi } from '../support/api.ts';
import { type Files, snapshotWith } from '../support/content.ts';
import { canary, hiddenFiles, testTime, visibleFiles } from './hidden-content.ts';
import { walkSchema } from './schema-walk.ts';

const token = 'only-for-editors';
const allFiles: Files = { ...hiddenFiles, ...visibleFiles };
const snapshotAt = (files: Files, view: ContentView): Snapshot =>
  snapshotWith(files, defaultBuildOptions, { now: () => testTime, view });
const published = snapshotAt(allFiles, 'published');
const everything = snapshotAt(allFiles, 'everything');
/** What is walked over is more than one client may ask for. */
const load = { delay: 1e9, executions: 1e9 };
const limits = { tokens: 100_000, aliases: 10_000, complexity: 1e9, bodySize: 1e6 };
const api = apiOfStore(createMemoryStore(published), {
  ...{ limits, load },
  preview: { store: createMemoryStore(everything), token },
});
/** The same without the hidden files. */
const reference = apiOfStore(createMemoryStore(snapshotAt(visibleFiles, 'everything')), { limits, load });

async function ask({ fetch }: TestApi, query: string, headers: Readonly<Record<string, string>> = {}): Promise<string> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  return response.text();
}
const askPreview = (query: string): Promise<string> => ask(api, query, { Authorization: `Bearer ${token}` });

describe('what is hidden', async () => {
  const { data } = await reference.query<IntrospectionQuery>(getIntrospectionQuery());
  if (data === undefined) throw new Error('expected the schema, but got none');
  const schema = buildClientSchema(data);
  const queries = walkSchema({ schema, probes: await probes(), depth: 3 });

  test('changes no answer of any field with any argument, and stands in none', { timeout: 240_000 }, async () => {
    const failures = { total: 0, first: '' };
    let answered = 0;
    for (const { text } of queries) {
      const [answer, expected] = await Promise.all([ask(api, text), ask(reference, text)]);
      // where an argument is quoted that cannot be used, it is the client's own
      const isAnswer = answer.startsWith('{"data"');
      if (isAnswer) answered++;
      const isLeak = answer !== expected || (answer.includes(canary) && isAnswer);
      if (isLeak && failures.total++ === 0) failures.first = `${text}\n${answer}\n${expected}`;
    }
    expect(failures).toEqual({ total: 0, first: '' });
    expect(answered).toBeGreaterThan(queries.length * 0.9);
  });

  test('is what a preview shows, at every field of the root', { timeout: 240_000 }, async () => {
    const told = new Set<string>();
    for (const { root, text } of queries) {
      if (told.has(root)) continue;
      const [answer, preview] = await Promise.all([ask(api, text), askPreview(text)]);
      const shows = root === 'content' || root === 'languages' ? answer !== preview : preview.includes(`${canary}`);
      if (shows && preview.startsWith('{"data"')) told.add(root);
    }
    expect([...told].sort()).toEqual([...new Set(queries.map(({ root }) => root))].sort());
  });

  test('is in no answer in another form: schema, probes and pages of the server', async () => {
    for (const path of ['/schema.graphql', '/livez', '/readyz', '/metrics', '/', `/${canary}`]) {
      const [found, expected] = await Promise.all([api.fetch(path), reference.fetch(path)]);
      expect([path, found.status]).toEqual([path, expected.status]);
      expect((await found.text()).includes(canary) && !path.includes(canary)).toBe(false);
    }
  });
});

/** What somebody would try who knows what is hidden: ids, cursors, slugs and words of it. */
async function probes() {
  const written = (values: Iterable<string>): readonly string[] =>
    [...new Set(values)].map((value) => JSON.stringify(value));
  const { Page, Partner, Goal, Link } = everything.indexes;
  const ids = [Page, Partner, Goal, Link].flatMap(({ all }) => {
    const isHidden = ({ id }: { readonly id: string }): boolean => !published.nodes.has(id);
    const some = [...all.filter(isHidden).slice(0, 8), ...all.filter((node) => !isHidden(node)).slice(0, 2)];
    return some.map(({ id }) => id);
  });
  const cursors = JSON.parse(
    await askPreview('{ pages(first: 2) { edges { cursor } } partners(first: 1) { edges { cursor } } }'),
  ) as { data: Record<string, { edges: readonly { cursor: string }[] }> };
  const given = Object.values(cursors.data).flatMap(({ edges }) => edges.map(({ cursor }) => cursor));
  const words = ['garden', canary, 'plans', '/plans', 'beta-works', ...given];
  return {
    String: written(words),
    ID: written(ids),
    Language: written(['en', 'de', 'fr', 'sw']),
    Date: written(['2026-03-03', '2026-01-01']),
    Int: ['2'],
    Boolean: ['true', 'false'],
  };
}
