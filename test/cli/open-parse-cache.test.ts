import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openParseCache } from '../../src/cli/open-parse-cache.ts';
import { defaultBuildOptions } from '../../src/content/build-options.ts';
import { createDocumentPool } from '../../src/content/pack/document-pool.ts';
import { temporaryFolder } from '../content/support.ts';

/** Opens the cache of a site, understands a page, and closes it. */
async function runOf(cache: string | false, folder: string) {
  const told: string[] = [];
  const opened = openParseCache({
    cache,
    workingFolder: folder,
    folders: { root: join(folder, 'content'), assets: join(folder, 'public') },
    options: defaultBuildOptions,
    pool: createDocumentPool(),
    terminal: {
      out: () => {},
      err: (text) => told.push(text),
      hasColor: false,
      columns: 80,
      errColumns: () => 80,
    },
  });
  const source = opened.understand({ path: 'en/a.md', bytes: Buffer.from('# A\n') });
  await opened.close();
  return { told, title: source?.understood?.document.title };
}

describe('--cache', () => {
  test('names a folder below the working folder', async () => {
    const folder = temporaryFolder({ 'content/en/a.md': '# A\n' });
    expect(await runOf('.cache', folder)).toEqual({ told: [], title: 'A' });
    expect(readdirSync(join(folder, '.cache'))).toEqual([expect.stringMatching(/^[0-9a-f]{16}\.cache$/)]);
  });

  test.each(['content', 'content/.cache', 'public/../content/x', 'public', 'public/cache'])(
    'is refused within what is served: %s',
    async (cache) => {
      const folder = temporaryFolder({ 'content/en/a.md': '# A\n', 'public/a.png': '' });
      const around = join(folder, cache.startsWith('public') && !cache.includes('..') ? 'public' : 'content');
      const line = `foliograph: --cache must name a folder outside of ${around}, whose files are served: nothing is cached.\n`;
      expect(await runOf(cache, folder)).toEqual({ told: [line], title: 'A' });
      expect([...readdirSync(folder)].sort()).toEqual(['content', 'public']);
    },
  );

  test('may lie beside what is served, with a name that begins like it', async () => {
    const folder = temporaryFolder({ 'content/en/a.md': '# A\n' });
    expect(await runOf('content-cache', folder)).toEqual({ told: [], title: 'A' });
    expect(await runOf('..cache', folder)).toEqual({ told: [], title: 'A' });
  });

  test('is told when it is a file', async () => {
    const folder = temporaryFolder({ 'content/en/a.md': '# A\n', taken: '' });
    const { told, title } = await runOf('taken', folder);
    expect(title).toBe('A');
    expect(told).toEqual([
      expect.stringMatching(
        /^foliograph: the parse cache .*\/taken\/[0-9a-f]{16}\.cache cannot be used \(ENOTDIR\): the next start parses everything\.\n$/,
      ),
    ]);
  });

  test('--no-cache keeps none', async () => {
    const folder = temporaryFolder({ 'content/en/a.md': '# A\n' });
    expect(await runOf(false, folder)).toEqual({ told: [], title: 'A' });
    expect(readdirSync(folder)).toEqual(['content']);
  });
});
