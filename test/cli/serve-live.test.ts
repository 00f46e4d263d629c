import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ask, folderOf, type Serving, serveIn } from '../support/command.ts';

const query = '{ page(slug: "a", language: "en") { title } }';
const answer = (title: string) => ({ data: { page: { title } } });
const page = (title: string): string => `---\ntitle: ${title}\n---\n`;

/** The part of what the server tells from now on that matches. */
function told({ child }: Serving, pattern: RegExp): Promise<string> {
  let text = '';
  return new Promise((resolve) =>
    child.stderr?.on('data', (more: string) => {
      text += more;
      const [found] = pattern.exec(text) ?? [];
      if (found !== undefined) resolve(found);
    }),
  );
}

/** Ids of the processes that it began and that run (proc(5), `stat`). */
function childrenOf({ child }: Serving): readonly number[] {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return processes.map(Number).filter((pid) => {
    const [state, parent] = statOf(pid);
    return Number(parent) === child.pid && state !== 'Z';
  });
}

/** What stands behind the name of a process; nothing of one that has ended. */
function statOf(pid: number): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ');
  } catch {
    return [];
  }
}

describe('foliograph, while it serves,', () => {
  test('takes an edit in and tells it in one line', async () => {
    const cwd = folderOf({ 'content/en/a.md': page('Old') });
    const serving = await serveIn({ cwd }, '--port', '0');
    expect(await ask(serving.url, query)).toEqual(answer('Old'));
    const line = told(serving, /.*\n/);
    writeFileSync(join(cwd, 'content/en/a.md'), page('New'));
    expect(await line).toMatch(/^revision [0-9a-f]{4} -> [0-9a-f]{4}: content\/en\/a\.md changed in \d+ ms\n$/);
    expect(await ask(serving.url, query)).toEqual(answer('New'));
  });

  test('parses edits in a process of its own, and begins another one when that is gone', async () => {
    const cwd = folderOf({ 'content/en/a.md': page('Old') });
    const serving = await serveIn({ cwd }, '--port', '0');
    const edit = async (title: string) => {
      const line = told(serving, /.*\n/);
      writeFileSync(join(cwd, 'content/en/a.md'), page(title));
      await line;
      return [await ask(serving.url, query), childrenOf(serving)];
    };
    const [first, [parser]] = (await edit('One')) as [unknown, number[]];
    process.kill(Number(parser), 'SIGKILL');
    const [second, [other]] = (await edit('Two')) as [unknown, number[]];
    expect([first, second]).toEqual([answer('One'), answer('Two')]);
    expect([typeof parser, typeof other, parser === other]).toEqual(['number', 'number', false]);
  });

  test('withdraws what expires, and ends when it is told to, also while a file is parsed', async () => {
    const cwd = folderOf({ 'content/en/a.md': page('Old'), 'content/en/b.md': '# B\n' });
    const serving = await serveIn({ cwd }, '--port', '0', '--no-cache');
    const expireAt = new Date(Date.now() + 2000).toISOString();
    const line = told(serving, /.*\n/);
    writeFileSync(join(cwd, 'content/en/b.md'), `---\nexpireAt: ${expireAt}\n---\n# B\n`);
    await line;
    const [parser] = childrenOf(serving);
    process.kill(Number(parser), 'SIGSTOP');
    writeFileSync(join(cwd, 'content/en/a.md'), page('New'));
    await told(serving, /b\.md withdrawn/);
    serving.child.kill('SIGTERM');
    expect(await serving.ended).toBe(0);
    expect(() => process.kill(Number(parser), 'SIGCONT')).toThrow('ESRCH');
  });

  test('goes on with the last good version of a file that breaks, and says so', async () => {
    const cwd = folderOf({ 'content/en/a.md': page('Old') });
    const serving = await serveIn({ cwd }, '--port', '0');
    const line = told(serving, /.*\n/);
    writeFileSync(join(cwd, 'content/en/a.md'), page('a: b'));
    expect(await line).toMatch(
      /^revision [0-9a-f]{4} refused for content\/en\/a\.md:2:9 expected YAML in the frontmatter, but found: bad indentation of a mapping entry; still serving [0-9a-f]{4}\n$/,
    );
    expect(await ask(serving.url, query)).toEqual(answer('Old'));
  });

  test('tells the new problems of a file that changed, and not those that it had', async () => {
    const cwd = folderOf({ 'content/en/a.md': '[x](/nowhere)\n' });
    const serving = await serveIn({ cwd }, '--port', '0');
    await serving.told(/\/nowhere.*\n/);
    writeFileSync(join(cwd, 'content/en/a.md'), 'More.\n\n[x](/nowhere) [y](/elsewhere)\n');
    const lines = (await serving.told(/\/elsewhere.*\n/)).trimEnd().split('\n');
    expect(lines.slice(1)).toEqual([
      expect.stringMatching(/^en\/a\.md:1:1 error .*\/nowhere.* \[link-broken\]/),
      expect.stringMatching(/^revision .* changed in/),
      expect.stringMatching(/^en\/a\.md:3:15 error .*\/elsewhere.* \[link-broken\]/),
    ]);
  });

  test('finds changes by looking alone with --poll', async () => {
    const cwd = folderOf({ 'content/en/a.md': page('Old') });
    const serving = await serveIn({ cwd }, '--port', '0', '--poll');
    const line = told(serving, /.*\n/);
    writeFileSync(join(cwd, 'content/en/a.md'), page('New'));
    expect(await line).toMatch(/^revision .* changed in/);
    expect(await ask(serving.url, query)).toEqual(answer('New'));
  });

  test('serves what was there at the start with --no-watch', async () => {
    const cwd = folderOf({ 'content/en/a.md': page('Old') });
    const [resting, watching] = [
      await serveIn({ cwd }, '--port', '0', '--no-watch'),
      await serveIn({ cwd }, '--port', '0'),
    ];
    const line = told(watching, /.*\n/);
    writeFileSync(join(cwd, 'content/en/a.md'), page('New'));
    await line;
    expect(await ask(resting.url, query)).toEqual(answer('Old'));
  });

  test('asks for another start when the configuration changes', async () => {
    const cwd = folderOf({ 'content/en/a.md': page('Old'), 'foliograph.config.json': '{}' });
    const serving = await serveIn({ cwd }, '--port', '0');
    const line = told(serving, /.*\n/);
    const file = join(cwd, 'foliograph.config.json');
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n`);
    expect(await line).toBe('foliograph: foliograph.config.json has changed: start again to use it\n');
  });
});
