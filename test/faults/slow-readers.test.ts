import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { askForText } from '../support/command.ts';
import { serveFiles } from '../support/server.ts';

/** More than the system takes for a client that reads nothing. */
const answerSize = 9_000_000;
const files = { 'en/long.md': 'word '.repeat(answerSize / 9 / 5) };
const aliases = Array.from({ length: 9 }, (_, index) => `a${index}: page(slug: "long") { html }`).join(' ');

/** A client that has begun to get a large answer, and reads no more of it. */
async function readSlowly(origin: string): Promise<Socket> {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  onTestFinished(() => void socket.destroy());
  const path = `/graphql?query=${encodeURIComponent(`{ ${aliases} }`)}`;
  socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
  await once(socket, 'readable');
  return socket;
}

/** How much it gets when it reads on. */
async function readOn(socket: Socket): Promise<number> {
  let size = 0;
  socket.on('data', (piece: Buffer) => {
    size += piece.byteLength;
  });
  await once(socket, 'close').catch(() => {});
  return size;
}

test('those who read slowly are closed, the first of them first, and nobody else is refused', async () => {
  const origin = await serveFiles(files, { load: { unreadSize: 1_000_000 } });
  const readers = [await readSlowly(origin), await readSlowly(origin), await readSlowly(origin)];
  expect(await askForText(`${origin}/graphql`, '{ content { documentCount } }')).toBe(
    '{"data":{"content":{"documentCount":1}}}',
  );
  const [first = 0, second = 0, last = 0] = await Promise.all(readers.map(readOn));
  expect([first < answerSize, second < answerSize, last > answerSize]).toEqual([true, true, true]);
});
