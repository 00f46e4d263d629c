import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildSnapshot } from '../../../src/content/build-snapshot.ts';
import { diagnosticCodes, isRefusal } from '../../../src/content/diagnostic.ts';
import type { Snapshot } from '../../../src/content/snapshot.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { apiOf, apiOfStore } from '../../support/api.ts';
import { snapshotOf } from '../../support/content.ts';
import { canary } from './hostile-file.ts';
import {
  expectedProblems,
  goodFiles,
  hostileFiles,
  hostileOptions,
  makeHostileFolder,
  toldProblems,
} from './hostile-folder.ts';
import { secret, specialFiles } from './special-files.ts';

const goodQuery = `{
  content { documentCount }
  german: page(slug: "first", language: "de") { title html partners { name url } translations { language title } }
  first: page(slug: "first", language: "en") { title html partners { name url } backlinks { page { slug } } }
  last: page(slug: "last", language: "en") { title text goals { text html } backlinks { page { slug } } }
  between: page(slug: "between", language: "en") { html links { url broken target { slug title } } }
}`;

let built: Promise<Snapshot> | undefined;

/** What such a folder gives; it takes seconds, so that it is made once. */
function buildHostile(): Promise<Snapshot> {
  built ??= makeHostileFolder().then((root) => buildSnapshot(root, hostileOptions, { view: 'everything' }));
  return built;
}

describe('a folder full of hostile files', () => {
  test('holds more than 60 kinds', () => {
    expect(hostileFiles.length + specialFiles.length).toBeGreaterThan(60);
    expect(new Set(hostileFiles.map(({ path }) => path)).size).toBe(hostileFiles.length);
  });

  test('has a diagnostic for each bad file, at its place, and no other one', async () => {
    expect(toldProblems((await buildHostile()).diagnostics)).toEqual(expectedProblems);
  });

  test('is served but for the files that are refused', async () => {
    const { indexes } = await buildHostile();
    const isServed = ({ problems }: { readonly problems: readonly string[] }) => !problems.some(isRefused);
    const expected = [...hostileFiles.filter(isServed).map(({ path }) => path), ...Object.keys(goodFiles)];
    expect(indexes.Page.all.map(({ source }) => source.path).sort()).toEqual(expected.sort());
  });

  test('answers for its good files what it answers without the others', async () => {
    const hostile = apiOfStore(createMemoryStore(await buildHostile()));
    const { data, errors } = await hostile.query<Record<string, unknown>>(goodQuery);
    const alone = await apiOf(goodFiles).query<Record<string, unknown>>(goodQuery);
    expect(errors).toBeUndefined();
    expect({ ...data, content: null }).toEqual({ ...alone.data, content: null });
    expect(alone.data).toMatchObject({
      content: { documentCount: 5 },
      first: { title: 'First', partners: [{ name: 'Seed Bank' }], backlinks: [{ page: { slug: 'between' } }] },
      last: { goals: [{ text: 'More water.' }] },
    });
  });

  test('answers for every page that it serves', async () => {
    const snapshot = await buildHostile();
    const api = apiOfStore(createMemoryStore(snapshot));
    for (const { id, source } of snapshot.indexes.Page.all) {
      const { data, errors } = await api.query<{ node: { source: { path: string }; html: string } }>(
        'query ($id: ID!) { node(id: $id) { ... on Page { title slug frontmatter html excerpt source { path } } } }',
        { id },
      );
      expect([errors, data?.node.source.path]).toEqual([undefined, source.path]);
      expect(data?.node.html).not.toContain(secret);
    }
    expect(api.logged).toEqual([]);
  });

  test('runs no code and changes no prototype', async () => {
    await buildHostile();
    expect([existsSync(canary), Reflect.has(globalThis, canary)]).toEqual([false, false]);
    expect([Reflect.has({}, 'polluted'), Reflect.has([], 'polluted'), Reflect.has(() => {}, 'polluted')]).toEqual([
      false,
      false,
      false,
    ]);
    expect(Object.keys(Object.getPrototypeOf({}))).toEqual([]);
  });

  test('gives the same revision when it is read again', async () => {
    const root = await makeHostileFolder();
    expect(buildSnapshot(root).revision).toBe(buildSnapshot(root).revision);
  });
});

describe('what a hostile frontmatter says', () => {
  const frontmatterOf = (name: string): unknown => {
    const file = hostileFiles.find(({ path }) => path === `en/${name}.md`);
    if (file === undefined) throw new Error(`expected a file ${name}, but found none`);
    return snapshotOf({ [file.path]: file.content }).indexes.Page.all.map(({ frontmatter }) => frontmatter)[0];
  };

  test('is data, whatever its keys are called', () => {
    const own = (name: string): readonly string[] => Object.keys(Object(frontmatterOf(name)));
    expect(own('frontmatter/proto')).toEqual(['__proto__', 'title']);
    expect(JSON.stringify(frontmatterOf('frontmatter/proto-deep'))).toBe(
      '{"a":{"__proto__":{"polluted":true}},"b":[{"constructor":{"prototype":{"polluted":true}}}]}',
    );
    expect(JSON.stringify(frontmatterOf('frontmatter/proto-by-alias'))).toBe(
      '{"a":{"polluted":true},"__proto__":{"polluted":true}}',
    );
    expect(own('frontmatter/merge-key')).toEqual(['a', 'b']);
  });

  test('keeps numbers that JavaScript would write otherwise as they are written', () => {
    expect(frontmatterOf('values/numbers')).toEqual({
      ...{ a: '1e999', b: '.nan', c: '0x', d: '1_000', e: '123456789012345678901234567890' },
      ...{ f: '-0', g: '012', h: '-.inf', i: '12:30', j: '0o17' },
    });
  });
});

const refusals: ReadonlySet<string> = new Set(diagnosticCodes.filter(isRefusal));
const isRefused = (problem: string): boolean => refusals.has(problem.split(' ')[0] ?? '');
