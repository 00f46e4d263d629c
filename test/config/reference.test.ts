import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { configJsonSchema } from '../../src/config/config-json-schema.ts';
import { printInlineYaml, printYaml } from '../../src/config/print-yaml.ts';
import { defaultBuildOptions } from '../../src/content/build-options.ts';
import { configurableCodes, defaultSeverityOf } from '../../src/content/diagnostic.ts';
import { parseYaml } from '../../src/content/yaml.ts';
import { defaultServerOptions } from '../../src/server/server-options.ts';
import { loadIn, loadYaml, optionsOf } from './support.ts';

interface Property {
  readonly description?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Property>>;
  readonly items?: Property;
  readonly additionalProperties?: Property | false;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const properties = (configJsonSchema() as Property).properties ?? {};

/** Every key with its path, those inside of lists and mappings included. */
function keysOf(path: string, { properties, items, additionalProperties }: Property): [string, Property][] {
  const inner = Object.entries(properties ?? {}).flatMap(([key, property]): [string, Property][] => [
    [`${path}.${key}`, property],
    ...keysOf(`${path}.${key}`, property),
  ]);
  const further = [items, additionalProperties].flatMap((one) => (one ? keysOf(path, one) : []));
  return [...inner, ...further];
}

describe('the schema of the configuration', () => {
  test('describes every key, with an example', () => {
    const keys = keysOf('', { properties }).filter(([path]) => !path.startsWith('.checks.'));
    expect(keys.length).toBeGreaterThan(20);
    const lacking = keys.filter(([, { description, examples }]) => !description?.endsWith('.') || !examples?.length);
    expect(lacking.map(([path]) => path)).toEqual([]);
  });

  const outsideOfOptions = [
    'content',
    'assets',
    'responses',
    'limits',
    'introspection',
    'cors',
    'connections',
    'load',
    'metrics',
    '$schema',
  ];
  test.each(Object.entries(properties))('has an example for %s that loads, and matters', async (key, { examples }) => {
    const options = await optionsOf(printYaml({ [key]: examples?.[0] }).join('\n'));
    if (outsideOfOptions.includes(key)) expect(options).toEqual(defaultBuildOptions);
    else expect(options).not.toEqual(defaultBuildOptions);
  });

  test('says defaults that are the built-in ones', async () => {
    const written = Object.entries(properties).flatMap(([key, property]) => {
      const inner = Object.entries(property.properties ?? {}).map(([name, one]): [string, unknown] => [
        name,
        one.default,
      ]);
      if (key === 'checks' || property.default !== undefined) return [[key, property.default] as const];
      return inner.length > 0 ? [[key, Object.fromEntries(inner)] as const] : [];
    });
    expect(written.map(([key]) => key)).toEqual(expect.arrayContaining(['partners', 'responses']));
    const { options, server } = await loadYaml(printYaml(Object.fromEntries(written)).join('\n'));
    expect(options).toEqual(defaultBuildOptions);
    expect(server).toEqual(defaultServerOptions);
  });

  test('has a key for each check whose severity can be changed, with its severity', () => {
    const checks = Object.entries(properties['checks']?.properties ?? {}).map(([code, one]) => [code, one.default]);
    expect(checks).toEqual(configurableCodes.map((code) => [code, defaultSeverityOf(code)]));
  });
});

test('config.schema.json and docs/configuration.md are what the schema makes', () => {
  execFileSync(process.execPath, ['scripts/print-config-reference.js', '--check'], { cwd: root, stdio: 'pipe' });
});

test('the messages that docs/configuration.md shows are those that are told', async () => {
  const docs = readFileSync(`${root}/docs/configuration.md`, 'utf8');
  const shown = /```text\n(.*?)```/s.exec(docs)?.[1];
  const yaml = 'languages: [en, deutsch]\nchecks: { heading-skiped: "off" }\ncolections: {}\n';
  await expect(loadIn({ 'foliograph.config.yaml': yaml })).rejects.toThrow(shown?.trim());
});

test('the example that docs/configuration.md begins with loads', async () => {
  const docs = readFileSync(`${root}/docs/configuration.md`, 'utf8');
  const example = /```yaml\n(.*?)```/s.exec(docs)?.[1] ?? '';
  expect(await optionsOf(example)).toMatchObject({ languages: ['de', 'en'], fallbacks: { 'de-AT': ['de', 'en'] } });
});

describe('YAML that is printed', () => {
  const keys = fc.string().filter((key) => key !== '__proto__');
  const values = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.oneof(
        fc.string(),
        fc.constantFrom('off', 'yes', 'null', '~', '1', '-', 'a b', 'a: b', '#', '.'),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
      ),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(keys, tie('value'), { maxKeys: 3, noNullPrototype: true }),
    ),
  })).value;

  test('gives the same value when it is read, in blocks and in one line', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(
          parseYaml(
            `a: 1\nb:\n${printYaml([value])
              .map((line) => `  ${line}`)
              .join('\n')}`,
          ),
        ).toEqual({ a: 1, b: [value] });
        expect(parseYaml(`a: ${printInlineYaml(value)}`)).toEqual({ a: value });
      }),
    );
  });
});
