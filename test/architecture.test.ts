import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../src', import.meta.url));

/** Each layer may import from itself and from those before it. */
const layers = ['content', 'store', 'schema', 'server', 'config', 'cli'];
/** Files beside the layers, and what they may import from. */
const beside: Readonly<Record<string, readonly string[]>> = {
  'index.ts': ['content', 'store', 'server', 'config'],
  'version.ts': [],
};
/** Packages that only one place may import. */
const owners: Readonly<Record<string, string>> = {
  'js-yaml': 'content/yaml.ts',
  satteri: 'content/markdown.ts',
  'hast-util-sanitize': 'content/sanitize.ts',
  'lru-cache': 'content/renderer.ts server/',
  dataloader: 'schema/node-loader.ts',
  '@pothos/core': 'schema/',
  graphql: 'schema/ server/',
  'graphql-yoga': 'server/',
  '@graphql-yoga/render-graphiql': 'server/',
  zod: 'config/',
  jiti: 'config/',
  commander: 'cli/',
  pino: 'cli/log/json-log.ts',
  '@opentelemetry/api': 'server/telemetry/tracing/',
  'node:http': 'server/',
};

interface Import {
  readonly file: string;
  readonly from: string;
}

/** The imports of a source text: static, dynamic and re-exports. */
function importsOf(file: string, text: string): readonly Import[] {
  const pattern = /(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g;
  return [...text.matchAll(pattern)].map((match) => ({ file, from: match[1] ?? '' }));
}

function againstDirection({ file, from }: Import): boolean {
  if (!from.startsWith('.')) return false;
  const target = layerOf(relative('/', join('/', dirname(file), from)));
  const allowed = beside[file] ?? layers.slice(0, layers.indexOf(layerOf(file)) + 1);
  return target !== 'version.ts' && !allowed.includes(target);
}

/** The files of a circle, in the order of their imports; none where there is no circle. */
function circleIn(targetsOf: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const finished = new Set<string>();
  const visit = (file: string, way: readonly string[]): readonly string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (finished.has(file)) return [];
    for (const target of targetsOf.get(file) ?? []) {
      const circle = visit(target, [...way, file]);
      if (circle.length > 0) return circle;
    }
    finished.add(file);
    return [];
  };
  return [...targetsOf.keys()].map((file) => visit(file, [])).find((circle) => circle.length > 0) ?? [];
}

const layerOf = (path: string): string => path.split('/')[0] ?? '';

function outsideOwner({ file, from }: Import): boolean {
  const owner = owners[from];
  return owner !== undefined && !owner.split(' ').some((place) => file.startsWith(place));
}

const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const texts = files.map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
const imports = texts.flatMap(({ file, text }) => importsOf(file, text));

describe('the source', () => {
  test('has the layers as its folders', () => {
    expect([...new Set(files.map(layerOf))].toSorted()).toEqual([...layers, ...Object.keys(beside)].toSorted());
  });

  test('imports only in the direction of the layers', () => {
    expect(imports.length).toBeGreaterThan(100);
    expect(imports.filter(againstDirection)).toEqual([]);
  });

  test('imports in no circle', () => {
    const targetsOf = new Map<string, string[]>();
    for (const { file, from } of imports.filter(({ from }) => from.startsWith('.'))) {
      targetsOf.set(file, [...(targetsOf.get(file) ?? []), join(dirname(file), from)]);
    }
    expect(circleIn(targetsOf)).toEqual([]);
  });

  test('imports each package in its one place', () => {
    expect(imports.filter(outsideOwner)).toEqual([]);
  });

  test('prints, exits and reads the environment only in the command line', () => {
    const pattern = /\bconsole\.|\bprocess\.(?:exit|env|argv|stdout|stderr)/;
    const found = texts.filter(({ text }) => pattern.test(text)).map(({ file }) => layerOf(file));
    expect([...new Set(found)]).toEqual(['cli']);
  });
});

describe('the test of the direction', () => {
  test.each([
    ["import { x } from '../server/app.ts';", 'content/a.ts'],
    ["import type { X } from '../../schema/a.ts';", 'content/extract/a.ts'],
    ["export * from '../cli/main.ts';", 'server/a.ts'],
    ["const x = await import('../store/a.ts');", 'content/a.ts'],
    ["import '../schema/page.ts';", 'store/a.ts'],
    ["import { x } from './cli/a.ts';", 'index.ts'],
  ])('finds %s in %s', (text, file) => {
    expect(importsOf(file, text).filter(againstDirection)).toHaveLength(1);
  });

  test.each([
    ["import { x } from '../content/a.ts';", 'server/a.ts'],
    ["import { x } from './a.ts';", 'content/b.ts'],
    ["import { x } from '../version.ts';", 'cli/b.ts'],
  ])('accepts %s in %s', (text, file) => {
    expect(importsOf(file, text).filter(againstDirection)).toEqual([]);
  });

  test('finds a circle', () => {
    const circle = circleIn(
      new Map([
        ['a', ['b']],
        ['b', ['c', 'd']],
        ['d', ['b']],
      ]),
    );
    expect(circle).toEqual(['b', 'd', 'b']);
  });

  test('finds a package outside its place', () => {
    expect(importsOf('cli/a.ts', "import { load } from 'js-yaml';").filter(outsideOwner)).toHaveLength(1);
  });
});
