import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, run, runIn, type Serving, serve } from '../support/command.ts';

const files = { 'en/garden.md': '# Garden\n', 'en/pump.md': '# Pump\n' };
const query = JSON.stringify({
  query: '{ content { revision builtAt } page(slug: "garden", language: "en") { title } }',
});

interface Told {
  readonly content: { readonly revision: string; readonly builtAt: string };
  readonly page: { readonly title: string };
}

/** What a process says that is asked by a connection of its own. */
async function ask(url: string): Promise<Told> {
  const asked = request(url, { method: 'POST', agent: false, headers: { 'content-type': 'application/json' } });
  asked.end(query);
  const [response] = await once(asked, 'response');
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString()).data;
}

/** Both of two processes: connections go to them in turn. */
const askAll = (url: string): Promise<readonly Told[]> => Promise.all([ask(url), ask(url), ask(url), ask(url)]);

async function untilAllSay(url: string, title: string): Promise<readonly Told[]> {
  for (;;) {
    const told = await askAll(url);
    if (told.every(({ page }) => page.title === title)) return told;
  }
}

/** Ids of the processes that serve. */
function workersOf({ child }: Serving): readonly number[] {
  const text = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8');
  return text
    .split(' ')
    .filter((id) => id !== '')
    .map(Number);
}

function workerOf(server: Serving): number {
  const [worker] = workersOf(server);
  if (worker === undefined) throw new Error('expected a process that serves, but found none');
  return worker;
}

async function untilWorkers(server: Serving, count: number): Promise<void> {
  while (workersOf(server).length < count) await ask(server.url);
}

describe.skipIf(process.platform !== 'linux')('several processes on one port', () => {
  test('serve one revision, also after a change', async () => {
    const root = folderOf(files);
    const server = await serve(root, '--port', '0', '--workers', '2');
    const before = await askAll(server.url);
    expect(new Set(before.map((told) => JSON.stringify(told))).size).toBe(1);

    writeFileSync(join(root, 'en/garden.md'), '# Orchard\n');
    const after = await untilAllSay(server.url, 'Orchard');
    expect(new Set(after.map((told) => JSON.stringify(told))).size).toBe(1);
    expect(after[0]?.content.revision).not.toBe(before[0]?.content.revision);
  });

  test('serve the last good version of a file that breaks, and another process in the place of one that ends does, too', async () => {
    const root = folderOf(files);
    const server = await serve(root, '--port', '0', '--workers', '2');
    const before = await askAll(server.url);
    const refused = server.told(/refused for .*still serving/);
    writeFileSync(join(root, 'en/garden.md'), '---\ntitle: [\n---\n\n# Broken\n');
    await refused;

    const ended = server.told(/a worker ended \(SIGKILL\): another one begins in 500 ms\.\n/);
    process.kill(workerOf(server), 'SIGKILL');
    await ended;
    expect(await askAll(server.url)).toEqual(before);
    await untilWorkers(server, 2);
    expect(await untilAllSay(server.url, 'Garden')).toEqual(before);
  });

  test('begin again when all of them end at once', async () => {
    const server = await serve(folderOf(files), '--port', '0', '--workers', '2');
    const before = await askAll(server.url);
    const ended = server.told(/another one begins.*another one begins/s);
    for (const worker of workersOf(server)) process.kill(worker, 'SIGKILL');
    await ended;
    // nobody listens until one of them does
    let answer = await ask(server.url).catch(() => null);
    while (answer === null && workersOf(server).length >= 0) answer = await ask(server.url).catch(() => null);
    expect(answer).toEqual(before[0]);
  });

  test('that the system does not begin are told, and end the start with 1', async () => {
    const env = { NODE_OPTIONS: '--import=data:text/javascript,process.execPath=`/gone`' };
    const { code, stderr } = await runIn({ env }, folderOf(files), '--port', '0', '--workers', '2');
    expect(code).toBe(1);
    expect(stderr).toContain('foliograph: a worker ended (spawn /gone ENOENT): another one begins in 500 ms.\n');
  });

  test('end with the one that reads the content, with 0', async () => {
    const server = await serve(folderOf(files), '--port', '0', '--workers', '2');
    const worker = workerOf(server);
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(() => process.kill(worker, 0)).toThrow('ESRCH');
  });

  test('end at the second signal, also where one of them is stuck', async () => {
    const server = await serve(folderOf(files), '--port', '0', '--workers', '2');
    process.kill(workerOf(server), 'SIGSTOP');
    server.child.kill('SIGTERM');
    server.child.kill('SIGINT');
    expect(await server.ended).toBe(0);
  });

  test('say that the port is taken, and end with 1', async () => {
    const root = folderOf(files);
    const { port } = new URL((await serve(root, '--port', '0')).url);
    expect(await run(root, '--port', port, '--workers', '2')).toEqual({
      code: 1,
      stdout: '',
      stderr: `foliograph: Port ${port} on 127.0.0.1 is taken: choose another one with --port, or 0 for a free one.\n`,
    });
  });
});

test.each(['0', '-1', 'two', '257'])('--workers %s is refused', async (count) => {
  const { code, stderr } = await run('content', `--workers=${count}`);
  expect(code).toBe(2);
  expect(stderr).toContain(`argument '${count}' is invalid. Expected a number from 1 to 256.`);
});
