import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type LoadedConfig, loadConfig } from '../../src/config/load-config.ts';
import { defaultBuildOptions } from '../../src/content/build-options.ts';
import { defaultServerOptions } from '../../src/server/server-options.ts';
import { folderOf, run, runIn } from '../support/command.ts';

const page = '---\ntitle: A page\n---\n\nFine.\n';
const formats = ['yaml', 'ts', 'js', 'json'];
const content = { 'content/de/a.md': '# A\n', 'content/de/b.md': '# B\n', 'content/fr/a.md': '# A\n' };

const load = (folder: string): Promise<LoadedConfig> =>
  loadConfig({ folder: null, config: null, workingFolder: folder });

const read = (folder: string, format = 'yaml'): string =>
  readFileSync(join(folder, `foliograph.config.${format}`), 'utf8');

describe('foliograph init', () => {
  test.each(formats)('writes %s that loads, and says nothing but what the content says', async (format) => {
    const cwd = folderOf(content);
    expect(await runIn({ cwd }, 'init', '--format', format)).toEqual({
      code: 0,
      stdout: `Wrote foliograph.config.${format}.\n`,
      stderr: '',
    });
    expect(await load(cwd)).toEqual({
      file: join(cwd, `foliograph.config.${format}`),
      folders: { root: join(cwd, 'content'), assets: null },
      options: { ...defaultBuildOptions, languages: ['de', 'fr'], defaultLanguage: 'de' },
      server: defaultServerOptions,
    });
  });

  test.each(formats)('writes %s that gives the built-in options where there is no content', async (format) => {
    const cwd = folderOf({});
    await runIn({ cwd }, 'init', '--format', format);
    expect((await load(cwd)).options).toEqual(defaultBuildOptions);
  });

  test('writes YAML unless told otherwise, into the folder that is named', async () => {
    const folder = folderOf({ 'site/a.de.md': '# A\n' });
    expect(await runIn({ cwd: folder }, 'init', 'site')).toMatchObject({
      stdout: 'Wrote site/foliograph.config.yaml.\n',
    });
    expect(read(join(folder, 'site'))).toMatch(/^content: \.$.*^languages: \[de\]$.*^defaultLanguage: de$/ms);
    const { folders } = await load(join(folder, 'site'));
    expect(folders.root).toBe(join(folder, 'site'));
  });

  test('writes what can be served, and tells nothing wrong', async () => {
    const cwd = folderOf(content);
    await runIn({ cwd }, 'init', '--format', 'ts');
    expect(await runIn({ cwd }, 'languages', '--format', 'json')).toMatchObject({ code: 0, stderr: '' });
  });

  test('writes what check takes when it is given the same folder', async () => {
    const cwd = folderOf({ 'site/content/de/a.md': page, 'site/content/en/a.md': page });
    await runIn({ cwd }, 'init', 'site');
    const { stdout } = await runIn({ cwd }, 'languages', 'site', '--format', 'json');
    expect(JSON.parse(stdout).pages).toEqual([{ path: '/a', files: { de: 'de/a.md', en: 'en/a.md' } }]);
    expect(await runIn({ cwd }, 'check', 'site')).toEqual(await runIn({ cwd }, 'check', 'site/content'));
  });

  test.each<[files: readonly string[], content: string | null]>([
    [['content/de/a.md', 'docs/en/a.md'], 'content'],
    [['docs/de/a.md', 'docs/en/a.md', 'README.md'], 'docs'],
    [['src/content/de/a.md', 'src/content/en/a.md', 'CHANGELOG.md'], 'src/content'],
    [['a/b/content/en/guide/a.markdown', 'content/a.txt'], 'a/b/content'],
    [['en/a.md', 'docs/en/a.md'], '.'],
    [['src/site/de/a.md', 'docs/de/a.md'], 'docs'],
    [['content/guide/a.md', 'index.md'], 'content'],
    [['index.md', 'guide/a.md'], '.'],
    [['docs/de/a.txt', 'docs/guide/a.md'], null],
    [['bin/a.md', 'ts/a.md', 'lib/a.md'], null],
    [['README.md', 'CHANGELOG.md', 'package.json'], null],
    [['node_modules/x/de/a.md', '.cache/de/a.md'], null],
    [['a/b/c/d/de/a.md'], null],
    [[], null],
  ])('of %j takes %j as content', async (paths, wanted) => {
    const cwd = folderOf(Object.fromEntries(paths.map((path) => [path, page])));
    const { stdout } = await runIn({ cwd }, 'init', '--format', 'json');
    const lack = wanted === null ? ' without "content": no folder with Markdown was found' : '';
    expect(stdout).toBe(`Wrote foliograph.config.json${lack}.\n`);
    expect(JSON.parse(read(cwd, 'json')).content ?? null).toBe(wanted);
  });

  test('leaves content commented out in YAML where there is none', async () => {
    const folder = folderOf({ 'README.md': page });
    await run('init', folder);
    expect(read(folder)).toMatch(/^# content: docs$/m);
    expect(read(folder)).not.toMatch(/^content:/m);
  });

  test.each<[files: Readonly<Record<string, string>>, ending: string]>([
    [{}, 'js'],
    [{ 'package.json': '{ "type": "module" }' }, 'js'],
    [{ 'package.json': '{ "type": "commonjs" }' }, 'mjs'],
    [{ 'package.json': '{}' }, 'mjs'],
    [{ 'package.json': '{' }, 'mjs'],
    [{ '../package.json': '{}' }, 'mjs'],
    [{ '../package.json': '{}', 'package.json': '{ "type": "module" }' }, 'js'],
  ])('writes JavaScript that Node reads as a module, in %j: .%s', async (files, ending) => {
    const inside = Object.entries(files).map(([path, text]): [string, string] => [join('site', path), text]);
    const cwd = join(folderOf({ 'site/content/en/a.md': page, ...Object.fromEntries(inside) }), 'site');
    expect(await runIn({ cwd }, 'init', '--format', 'js')).toMatchObject({
      stdout: `Wrote foliograph.config.${ending}.\n`,
    });
    expect(await runIn({ cwd }, 'check')).toMatchObject({ code: 0, stderr: '' });
  });

  test('shows every key of a rule, and the words for an item', async () => {
    const folder = folderOf({});
    await run('init', folder);
    expect(read(folder)).toMatch(/`linked-item`, `item`, `sub-heading` or `table-row`\.$/m);
    for (const key of ['name', 'type', 'pages', 'headings', 'item', 'expected'])
      expect(read(folder)).toMatch(new RegExp(`^# {3}[- ] ${key}:`, 'm'));
  });

  test('names the JSON Schema where the package is installed beside the file', async () => {
    const files = { 'node_modules/foliograph/config.schema.json': '{}' };
    const [yaml, json] = [folderOf(files), folderOf(files)];
    await run('init', yaml);
    await run('init', json, '--format', 'json');
    const path = 'node_modules/foliograph/config.schema.json';
    expect(read(yaml).split('\n')[0]).toBe(`# yaml-language-server: $schema=${path}`);
    expect(JSON.parse(read(json, 'json'))).toEqual({ $schema: path });
    expect((await load(json)).options).toEqual(defaultBuildOptions);
  });

  test('leaves the JSON Schema out where it is not there', async () => {
    const folder = folderOf({});
    await run('init', folder);
    await run('init', join(folder, '.'), '--format', 'json');
    expect(read(folder)).not.toContain('$schema');
  });
});

describe('the configuration that foliograph init writes', () => {
  test('has each key once, in YAML, explained in one line and with an example', async () => {
    const folder = folderOf({});
    await run('init', folder);
    const [, ...blocks] = blocksOf(read(folder));
    expect(blocks.length).toBeGreaterThan(10);
    for (const [explanation, ...example] of blocks) {
      expect(explanation).toMatch(/^## [A-Z].+\.$/);
      expect(example[0]).toMatch(/^# \w+:/);
    }
  });

  test.each([
    ['yaml', /^# /],
    ['ts', /^( {2})\/\/ (?=[ \w}\]])/],
    ['js', /^( {2})\/\/ (?=[ \w}\]])/],
  ])('loads in %s with any of its examples, and with all of them', async (format, comment) => {
    const folder = folderOf({});
    await run('init', folder, '--format', format);
    const blocks = blocksOf(read(folder, format));
    const uncommented = (wanted: (index: number) => boolean): string =>
      blocks
        .map((lines, index) => (wanted(index) ? lines.map((line) => line.replace(comment, '$1')) : lines).join('\n'))
        .join('\n\n')
        // YAML has no group
        .replaceAll('$1', '');
    const all = blocks.map((_, index) => index);
    const changed = [];
    for (const wanted of [...all.map((one) => [one]), all]) {
      // a module is loaded once, so each has a folder of its own
      const own = join(folder, String(wanted));
      // the examples name folders
      for (const name of ['docs', 'public']) mkdirSync(join(own, name), { recursive: true });
      writeFileSync(
        join(own, `foliograph.config.${format}`),
        uncommented((index) => wanted.includes(index)),
      );
      const { options, folders, server } = await load(own);
      changed.push(JSON.stringify([options, server, folders.assets, folders.root.slice(own.length)]));
    }
    // each example matters, and the introduction alone does not
    expect(new Set(changed).size).toBeGreaterThanOrEqual(all.length);
  });

  function blocksOf(text: string): readonly (readonly string[])[] {
    return text
      .trimEnd()
      .split('\n\n')
      .map((block) => block.split('\n'));
  }
});

describe('foliograph init refuses', () => {
  test.each(['yaml', 'yml', 'json', 'ts', 'js', 'mjs'])('to write beside a foliograph.config.%s', async (ending) => {
    const name = `foliograph.config.${ending}`;
    const cwd = folderOf({ [name]: 'x' });
    const hint = ending === 'yaml' ? 'Write over it with --force.' : 'Delete it first: a folder has one configuration.';
    expect(await runIn({ cwd }, 'init')).toEqual({
      code: 1,
      stdout: '',
      stderr: `foliograph: ${name} is there already. ${hint}\n`,
    });
    expect(read(cwd, ending)).toBe('x');
    expect(existsSync(join(cwd, 'foliograph.config.yaml'))).toBe(ending === 'yaml');
  });

  test('not with --force, but for a configuration in another format', async () => {
    const [same, other] = [folderOf({ 'foliograph.config.yaml': 'x' }), folderOf({ 'foliograph.config.json': 'x' })];
    expect(await run('init', same, '--force')).toMatchObject({ code: 0 });
    expect(read(same)).not.toBe('x');
    expect(await run('init', other, '--force')).toEqual({
      code: 1,
      stdout: '',
      stderr: `foliograph: ${other}/foliograph.config.json is there already. Delete it first: a folder has one configuration.\n`,
    });
  });

  test('a folder that is not there', async () => {
    const folder = join(folderOf({}), 'nowhere');
    expect(await run('init', folder)).toEqual({
      code: 1,
      stdout: '',
      stderr: `foliograph: ${folder} does not exist. Create the folder first.\n`,
    });
  });

  test('a file', async () => {
    const file = join(folderOf({ 'a.md': '' }), 'a.md');
    expect(await run('init', file)).toEqual({
      code: 1,
      stdout: '',
      stderr: `foliograph: ${file} is not a folder. Name a folder.\n`,
    });
  });

  test('a format that it does not know: 2, with a hint', async () => {
    const { code, stderr } = await run('init', '--format', 'toml');
    expect(code).toBe(2);
    expect(stderr).toContain("argument 'toml' is invalid. Allowed choices are yaml, ts, js, json.");
    expect(stderr).toContain('Run "foliograph init --help" for its arguments and options.');
  });
});
