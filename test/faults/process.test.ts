import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ask, folderOf, type Serving, serve, serveIn } from '../support/command.ts';

const query = '{ page(slug: "a", language: "en") { title } }';
const answer = (title: string) => ({ data: { page: { title } } });
const page = (title: string): string => `---\ntitle: ${title}\n---\n`;

async function untilServed({ url }: Serving, title: string): Promise<void> {
  while (JSON.stringify(await ask(url, query)) !== JSON.stringify(answer(title)));
}

/** Ids of the processes that it has begun. */
function childrenOf({ child }: Serving): readonly string[] {
  const text = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8');
  return text.split(' ').filter((id) => id !== '');
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' ? String(address?.port) : '';
}

describe('two servers that are started at once on one port', () => {
  test('are one that serves, and one that says why it does not', async () => {
    const [folder, port] = [folderOf({ 'en/a.md': page('A') }), await freePort()];
    const starts = await Promise.allSettled([serve(folder, '--port', port), serve(folder, '--port', port)]);
    const [served, ...others] = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
    const failures = starts.flatMap((start) => (start.status === 'rejected' ? [start.reason.message] : []));
    expect(others).toEqual([]);
    expect(failures).toEqual([
      `ended with 1 before it was ready: foliograph: Port ${port} on 127.0.0.1 is taken: choose another one with --port, or 0 for a free one.\n`,
    ]);
    expect(await ask(served?.url ?? '', query)).toEqual(answer('A'));
  });
});

describe('an error that nobody has foreseen, while content is served,', () => {
  const failures = {
    'is thrown': 'throw new Error("gone wrong");',
    'rejects a promise': 'void Promise.reject(new Error("gone wrong"));',
  };

  test.each(Object.entries(failures))('%s: the server says so and ends with 1', async (_how, code) => {
    const cwd = folderOf({
      'content/en/a.md': page('A'),
      'foliograph.config.mjs': `process.once('SIGUSR2', () => { ${code} });\nexport default {};\n`,
    });
    const serving = await serveIn({ cwd }, '--port', '0');
    expect(await ask(serving.url, query)).toEqual(answer('A'));
    const told = serving.told(/ at .*\n/);
    serving.child.kill('SIGUSR2');
    expect(await serving.ended).toBe(1);
    expect(await told).toMatch(/\nfoliograph: gone wrong\nError: gone wrong\n {4}at .*foliograph\.config\.mjs:1:/);
    await expect(ask(serving.url, query)).rejects.toThrow('fetch failed');
  });

  test.skipIf(process.platform !== 'linux')('ends a worker: another one takes its place', async () => {
    const code = 'process.on("SIGUSR2", () => { throw new Error("gone wrong"); });';
    const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` };
    const serving = await serveIn({ env }, folderOf({ 'en/a.md': page('A') }), '--port', '0', '--workers', '2');
    const [worker = ''] = childrenOf(serving);
    const told = serving.told(/another one begins/);
    process.kill(Number(worker), 'SIGUSR2');
    expect(await told).toContain('foliograph: a worker ended (exit code 1): another one begins in 500 ms.\n');
    expect(await told).toContain('Error: gone wrong\n');
    while (childrenOf(serving).length < 2) expect(await ask(serving.url, query)).toEqual(answer('A'));
    expect(childrenOf(serving)).not.toContain(worker);
  });
});

describe('a server whose lines nobody reads any more', () => {
  test.each(['text', 'json'])('goes on: %s', async (format) => {
    const root = folderOf({ 'en/a.md': page('Old') });
    const serving = await serve(root, '--port', '0', '--log-requests', '--log-format', format);
    serving.child.stdout?.destroy();
    serving.child.stderr?.destroy();
    await untilServed(serving, 'Old');
    writeFileSync(join(root, 'en/a.md'), page('New'));
    await untilServed(serving, 'New');
    serving.child.kill('SIGTERM');
    expect(await serving.ended).toBe(0);
  });
});
