import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../src/config/load-config.ts';
import { defaultBuildOptions } from '../../src/content/build-options.ts';
import { defaultServerOptions } from '../../src/server/server-options.ts';
import { folderOf } from '../support/command.ts';
import type { Files } from '../support/content.ts';
import { failureOf } from './support.ts';

const german = 'defaultLanguage: de\n';
const french = 'defaultLanguage: fr\n';

/** File, content and default language of a request, all below the working folder. */
async function found(files: Files, folder: string | null, config: string | false | null = null) {
  const workingFolder = folderOf(files);
  const loaded = await loadConfig({ folder, config, workingFolder });
  const below = (path: string | null): string | null => path?.replace(`${workingFolder}/`, '') ?? null;
  return [below(loaded.file), below(loaded.folders.root), loaded.options.defaultLanguage];
}

describe('without a configuration', () => {
  test('the built-in options hold for the folder that is named', async () => {
    const workingFolder = folderOf({});
    expect(await loadConfig({ folder: 'docs', config: null, workingFolder })).toEqual({
      file: null,
      folders: { root: join(workingFolder, 'docs'), assets: null },
      options: defaultBuildOptions,
      server: defaultServerOptions,
    });
  });

  test('the folder "content" is taken when none is named', async () => {
    expect(await found({}, null)).toEqual([null, 'content', 'en']);
  });
});

describe('a configuration is looked for', () => {
  test.each(['yaml', 'yml', 'json'])('under the ending %s', async (ending) => {
    const name = `foliograph.config.${ending}`;
    expect(await found({ [name]: '{"defaultLanguage": "de"}' }, null)).toEqual([name, 'content', 'de']);
  });

  test('in the folder that is named, before the folder above it', async () => {
    const files = { 'site/docs/foliograph.config.yaml': german, 'site/foliograph.config.yaml': french };
    expect(await found(files, 'site/docs')).toEqual(['site/docs/foliograph.config.yaml', 'site/docs', 'de']);
  });

  test('in the folder above the one that is named', async () => {
    const files = { 'site/foliograph.config.yaml': french, 'foliograph.config.yaml': german };
    expect(await found(files, 'site/docs')).toEqual(['site/foliograph.config.yaml', 'site/docs', 'fr']);
  });

  test('no further up, and not in the working folder when a folder is named', async () => {
    expect(await found({ 'foliograph.config.yaml': german }, 'site/docs')).toEqual([null, 'site/docs', 'en']);
  });

  test('not above and not below the working folder when no folder is named', async () => {
    const folder = folderOf({ 'foliograph.config.yaml': german, 'work/content/foliograph.config.yaml': french });
    const { file } = await loadConfig({ folder: null, config: null, workingFolder: join(folder, 'work') });
    expect(file).toBeNull();
  });

  test('among files, not folders', async () => {
    expect(await found({ 'foliograph.config.yaml/a.md': 'A' }, null)).toEqual([null, 'content', 'en']);
  });

  test('nowhere when it is named', async () => {
    const files = { 'foliograph.config.yaml': german, 'other/site.yml': french };
    expect(await found(files, null, 'other/site.yml')).toEqual(['other/site.yml', 'other/content', 'fr']);
  });

  test('nowhere when none is wanted', async () => {
    expect(await found({ 'foliograph.config.yaml': german }, null, false)).toEqual([null, 'content', 'en']);
  });
});

describe('the folder of the content', () => {
  test('is relative to the file', async () => {
    const files = { 'site/foliograph.config.yaml': 'content: docs\n', 'site/docs/a.md': '' };
    expect(await found(files, null, 'site/foliograph.config.yaml')).toEqual([
      'site/foliograph.config.yaml',
      'site/docs',
      'en',
    ]);
  });

  test('may be an absolute path', async () => {
    const docs = folderOf({ 'a.md': '' });
    const [, root] = await found({ 'foliograph.config.yaml': `content: ${docs}\n` }, null);
    expect(root).toBe(docs);
  });

  test('on the command line counts before that of the file, and is relative to the working folder', async () => {
    const files = { 'site/foliograph.config.yaml': 'content: docs\n' };
    expect(await found(files, 'texts', 'site/foliograph.config.yaml')).toEqual([
      'site/foliograph.config.yaml',
      'texts',
      'en',
    ]);
  });

  test('is what the configuration in the folder that is named says', async () => {
    const files = { 'site/foliograph.config.yaml': 'content: docs\n', 'site/docs/a.md': '' };
    expect(await found(files, 'site')).toEqual(['site/foliograph.config.yaml', 'site/docs', 'en']);
  });

  test('is the folder that is named where the configuration in it says nothing', async () => {
    expect(await found({ 'site/foliograph.config.yaml': german }, 'site')).toEqual([
      'site/foliograph.config.yaml',
      'site',
      'de',
    ]);
  });

  test('is the folder that is named when the configuration is above it, or named, too', async () => {
    const files = { 'site/foliograph.config.yaml': 'content: nowhere\n' };
    expect(await found(files, 'site/docs')).toEqual(['site/foliograph.config.yaml', 'site/docs', 'en']);
    const named = 'site/foliograph.config.yaml';
    expect(await found(files, 'site', named)).toEqual([named, 'site', 'en']);
  });

  test('leaves the assets relative to the file', async () => {
    const workingFolder = folderOf({ 'site/foliograph.config.yaml': 'assets: ../public\n', 'public/a.png': '' });
    const { folders } = await loadConfig({ folder: 'site/docs', config: null, workingFolder });
    expect(folders).toEqual({ root: join(workingFolder, 'site/docs'), assets: join(workingFolder, 'public') });
  });
});

describe('a configuration that cannot be found', () => {
  const failure = (files: Files, config: string | null) =>
    failureOf(loadConfig({ folder: null, config, workingFolder: folderOf(files) }));

  test('is an error that says how to write one', async () => {
    expect(await failure({}, 'site.yaml')).toEqual({
      code: 'CONFIG_NOT_FOUND',
      message: 'site.yaml: expected a configuration file, but found nothing. Write one with "foliograph init".',
    });
  });

  test('is an error that names one beside it', async () => {
    expect(await failure({ 'site/foliograph.config.json': '{}' }, 'site/foliograph.config.yaml')).toEqual({
      code: 'CONFIG_NOT_FOUND',
      message:
        'site/foliograph.config.yaml: expected a configuration file, but found nothing. Did you mean "site/foliograph.config.json"?',
    });
  });

  test('because a folder was named is an error that names the file in it', async () => {
    expect(await failure({ 'site/foliograph.config.json': '{}' }, 'site')).toEqual({
      code: 'CONFIG_NOT_FOUND',
      message: 'site: expected a configuration file, but found a folder. Did you mean "site/foliograph.config.json"?',
    });
  });

  test('because there are two is an error that names both', async () => {
    expect(await failure({ 'foliograph.config.yaml': '', 'foliograph.config.json': '{}' }, null)).toEqual({
      code: 'CONFIG_AMBIGUOUS',
      message:
        'foliograph.config.json and foliograph.config.yaml: expected one configuration in a folder, but found 2. Delete what is too much, or name one with --config.',
    });
  });

  test('because of its ending is an error that tells the endings', async () => {
    expect(await failure({ 'site.toml': '' }, 'site.toml')).toEqual({
      code: 'CONFIG_FORMAT',
      message: 'site.toml: expected a file ending such as .ts, .js, .mjs, .json, .yaml or .yml, but found ".toml"',
    });
  });

  test('is named by its whole path when it lies outside of the working folder', async () => {
    const folder = folderOf({ 'work/a.md': 'A' });
    const request = { folder: null, config: '../site.yaml', workingFolder: join(folder, 'work') };
    expect((await failureOf(loadConfig(request))).message).toMatch(`${folder}/site.yaml: expected`);
  });
});
