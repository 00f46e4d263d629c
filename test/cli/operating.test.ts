import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, runIn, serveIn } from '../support/command.ts';

const page = (title: string): string => `---\ntitle: ${title}\n---\n`;
const content = { 'content/en/a.md': page('A') };
const query = '?query=%7Bpage(slug:%22a%22)%7Btitle%7D%7D';
const pathOf = (url: string, path: string): string => url.replace(/\/graphql$/, path);

describe('--token-file', () => {
  test('closes the API to those without one of its tokens', async () => {
    const cwd = folderOf({ ...content, 'tokens.txt': '# for the site\none\r\n\n  two  \n' });
    const { url } = await serveIn({ cwd }, '--port', '0', '--token-file', 'tokens.txt');
    const statusWith = async (authorization: string | null, path = url + query) =>
      (await fetch(path, { headers: authorization === null ? {} : { authorization } })).status;
    expect([await statusWith('Bearer one'), await statusWith('Bearer two')]).toEqual([200, 200]);
    expect([
      await statusWith(null),
      await statusWith('Bearer # for the site'),
      await statusWith('Bearer three'),
    ]).toEqual([401, 401, 401]);
    expect([await statusWith(null, pathOf(url, '/metrics')), await statusWith(null, pathOf(url, '/livez'))]).toEqual([
      401, 200,
    ]);
  });

  test.each([
    ['', 'tokens.txt: expected an access token on a line of its own, but found none'],
    ['# none\n', 'tokens.txt: expected an access token on a line of its own, but found none'],
    ['one\ntwo words\n', 'tokens.txt:2: expected a token of letters, digits and "-._~+/", but found other characters'],
  ])('with %j ends the start with 2, and tells no token', async (text, message) => {
    const cwd = folderOf({ ...content, 'tokens.txt': text });
    const ended = await runIn({ cwd }, '--port', '0', '--token-file', 'tokens.txt');
    expect(ended).toEqual({ code: 2, stdout: '', stderr: `${message}\n` });
  });

  test('that is not there ends the start with 2', async () => {
    const { code, stderr } = await runIn({ cwd: folderOf(content) }, '--port', '0', '--token-file', 'nowhere');
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^nowhere: expected a file with access tokens: ENOENT/)]);
  });
});

test('--only-trusted needs --operations', async () => {
  const { code, stderr } = await runIn({ cwd: folderOf(content) }, '--only-trusted');
  expect([code, stderr.split('\n')[0]]).toEqual([
    2,
    'error: expected --operations with --only-trusted, which would refuse everything without it',
  ]);
});

describe.each([[[]], [['--workers', '2']]])('with %j', (workers) => {
  test('/readyz tells what is degraded, and no longer when it is mended', async () => {
    const cwd = folderOf(content);
    const serving = await serveIn({ cwd }, '--port', '0', ...workers);
    const degraded = async () => {
      const response = await fetch(pathOf(serving.url, '/readyz'));
      return [response.status, ((await response.json()) as { degraded: unknown }).degraded];
    };
    const before = await degraded();
    writeFileSync(join(cwd, 'content/en/a.md'), page('a: b'));
    await serving.told(/refused for/);
    await expect.poll(degraded).toEqual([200, ['1 file broken: last good versions are served']]);
    writeFileSync(join(cwd, 'content/en/a.md'), page('B'));
    await serving.told(/changed in/);
    await expect.poll(degraded).toEqual([200, []]);
    expect(before).toEqual([200, []]);
  });

  test('/metrics tells of the requests of all processes, and of the content once', async () => {
    const serving = await serveIn({ cwd: folderOf(content) }, '--port', '0', ...workers);
    for (let count = 0; count < 8; count++) await (await fetch(serving.url + query)).text();
    const metrics = await (await fetch(pathOf(serving.url, '/metrics'))).text();
    const figureOf = (name: RegExp) => Number(new RegExp(`^${name.source} (\\d+)$`, 'm').exec(metrics)?.[1]);
    const counts = [...metrics.matchAll(/^foliograph_requests_total\{route="graphql".*?\} (\d+)$/gm)];
    expect(counts.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(8);
    expect([figureOf(/foliograph_processes/), figureOf(/foliograph_documents/)]).toEqual([
      workers.length === 0 ? 1 : 3,
      1,
    ]);
  });
});
