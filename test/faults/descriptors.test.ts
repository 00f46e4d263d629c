import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ask, folderOf, type Serving, serve } from '../support/command.ts';

const page = (title: string): string => `---\ntitle: ${title}\n---\n`;
const query = '{ page(slug: "a", language: "en") { title } }';

/** Open files and connections of a process. */
const descriptorsOf = ({ child }: Serving): number => readdirSync(`/proc/${child.pid}/fd`).length;

/** Lets a process open only so many more. */
function limit(serving: Serving, more: number): void {
  const all = descriptorsOf(serving) + more;
  execFileSync('prlimit', ['--pid', String(serving.child.pid), `--nofile=${all}:${all}`]);
}

/** Opens connections until the server has no descriptor left and closes one. */
async function exhaust(url: string): Promise<readonly Socket[]> {
  const { hostname, port } = new URL(url);
  const sockets: Socket[] = [];
  let isClosed = false;
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
  });
  while (!isClosed) {
    const socket = connect(Number(port), hostname);
    sockets.push(socket);
    socket.on('error', () => {});
    socket.on('close', () => {
      isClosed = true;
    });
    await once(socket, 'connect');
    await new Promise(setImmediate);
  }
  return sockets;
}

async function untilAnswered(url: string, title: string): Promise<void> {
  const right = JSON.stringify({ data: { page: { title } } });
  // while there is no descriptor, there is no answer
  while ((await ask(url, query).then(JSON.stringify, () => '')) !== right);
}

test.skipIf(process.platform !== 'linux')(
  'a server that may open no more files goes on when connections have gone, and misses no change',
  async () => {
    const root = folderOf({ 'en/a.md': page('Old'), 'en/b.md': page('Other') });
    const serving = await serve(root, '--port', '0');
    await untilAnswered(serving.url, 'Old');
    limit(serving, 20);
    const sockets = await exhaust(serving.url);
    writeFileSync(join(root, 'en/a.md'), page('New'));
    await serving.told(/cannot be read \(EMFILE\); still serving/);
    for (const socket of sockets) socket.destroy();
    await untilAnswered(serving.url, 'New');
    serving.child.kill('SIGTERM');
    expect(await serving.ended).toBe(0);
  },
);
