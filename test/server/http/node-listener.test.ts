import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { FinishedAnswer } from '../../../src/server/http/answer.ts';
import { createLifecycle } from '../../../src/server/http/lifecycle.ts';
import { createNodeListener } from '../../../src/server/http/node-listener.ts';

const large: FinishedAnswer = { status: 200, headers: [], body: new Uint8Array(16_000_000) };

/** A promise and what settles it. */
function deferred<Value>() {
  let resolve: (value: Value) => void = () => {};
  const promise = new Promise<Value>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** A server whose answer to `/later` comes when a test says so, and a large one to everything else at once. */
async function serve() {
  const later = deferred<FinishedAnswer>();
  const connected = deferred<Socket>();
  const held = new Set<symbol>();
  let [holds, asked] = [0, 0];
  let look = (): void => {};
  const load = {
    admits: () => true,
    begin: () => () => {},
    hold() {
      const one = Symbol();
      held.add(one);
      holds++;
      look();
      return () => {
        held.delete(one);
        look();
      };
    },
    refused: () => 0,
  };
  const open = ({ target }: { readonly target: string }) => {
    asked++;
    look();
    return { wantsBody: false, answer: () => (target === '/later' ? later.promise : large), fail: () => large };
  };
  const options = { door: { open }, load, lifecycle: createLifecycle(), maximumBodySize: 0, responseTimeout: 60_000 };
  const server = createServer(createNodeListener(options));
  server.on('connection', connected.resolve);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1').on('error', () => {});
  onTestFinished(() => void client.destroy());
  const until = (isSo: () => boolean) =>
    new Promise<void>((resolve) => {
      look = () => {
        if (isSo()) resolve();
      };
      look();
    });
  /** Waits until so many answers wait for their reader. */
  const untilHeld = (count: number) => until(() => held.size === count);
  const untilAsked = (count: number) => until(() => asked === count);
  const ask = (...paths: readonly string[]) =>
    client.write(paths.map((path) => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`).join(''));
  return { later, connection: connected.promise, client, ask, untilHeld, untilAsked, holds: () => holds };
}

test('answers that wait behind another one are held no longer when their client has gone away', async () => {
  const { later, client, ask, untilHeld } = await serve();
  ask('/later', '/a', '/b', '/c');
  await untilHeld(3);
  client.destroy();
  later.resolve(large);
  await expect(untilHeld(0)).resolves.toBeUndefined();
});

test('an answer that has been read is held no longer, while the connection stays', async () => {
  const { client, ask, untilHeld } = await serve();
  ask('/a');
  await untilHeld(1);
  client.resume();
  await untilHeld(0);
  expect(client.destroyed).toBe(false);
});

test('answers to a client that has gone away are not held at all', async () => {
  const { later, connection, client, ask, untilAsked, holds } = await serve();
  ask('/later', '/later');
  const socket = await connection;
  await untilAsked(2);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  client.destroy();
  await closed;
  later.resolve(large);
  await later.promise;
  expect(holds()).toBe(0);
});
