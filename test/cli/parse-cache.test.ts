import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ask, folderOf, run, serveIn } from '../support/command.ts';

const query = '{ content { revision } pages { nodes { title html links { url } source { path } } } }';

/** Serves a folder, asks it, and stops it as a service manager does. */
async function runOf(content: string, cacheHome: string, ...args: readonly string[]) {
  const env = { XDG_CACHE_HOME: cacheHome };
  const { child, ended, stderr, url } = await serveIn({ env }, content, '--no-config', '--port', '0', ...args);
  const answer = await ask(url, query);
  child.kill('SIGTERM');
  return { code: await ended, answer, warnings: stderr.split('\n').filter((line) => line.includes('parse cache')) };
}

const cachesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.cache'));

describe('foliograph keeps what it parsed', () => {
  test('in the folder of the system, and answers the same after a restart', async () => {
    const content = folderOf({ 'en/a.md': '# A\n\n[b](b.md)\n', 'en/b.md': '# B\r\n' });
    const home = folderOf({});
    const first = await runOf(content, home);
    expect(cachesIn(home)).toEqual([expect.stringMatching(/^foliograph[/\\][0-9a-f]{16}\.cache$/)]);
    expect(await runOf(content, home)).toEqual(first);
    expect([first.code, first.warnings]).toEqual([0, []]);
  });

  test('in the folder that --cache names, and tells once when that is damaged', async () => {
    const content = folderOf({ 'en/a.md': '# A\n' });
    const [home, folder] = [folderOf({}), folderOf({})];
    const first = await runOf(content, home, '--cache', folder);
    const [name = ''] = cachesIn(folder);
    const whole = readFileSync(join(folder, name));
    writeFileSync(join(folder, name), whole.subarray(0, 100));
    const second = await runOf(content, home, '--cache', folder);
    const line = `foliograph: the parse cache ${join(folder, name)} is damaged: everything is parsed, and it is written anew.`;
    expect(second).toEqual({ ...first, warnings: [line] });
    expect(readFileSync(join(folder, name))).toEqual(whole);
    expect(cachesIn(home)).toEqual([]);
  });

  test('nowhere with --no-cache', async () => {
    const home = folderOf({});
    await runOf(folderOf({ 'en/a.md': '# A\n' }), home, '--no-cache');
    expect(readdirSync(home)).toEqual([]);
  });

  test('only in a folder that has a name', async () => {
    const { code, stderr } = await run('--cache', '');
    expect([code, stderr.split('\n')[0]]).toEqual([
      2,
      "error: option '--cache <folder>' argument '' is invalid. Expected the name of a folder.",
    ]);
  });
});
