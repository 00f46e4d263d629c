import { connect } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { listen } from '../../src/server/listen.ts';

const headers = 'Host: x\r\nConnection: close\r\n\r\n';

/** What a connection of its own receives until it ends, or the error that it ends by. */
function ask(origin: string): Promise<string> {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname).setEncoding('utf8');
  onTestFinished(() => void socket.destroy());
  socket.write(`GET / HTTP/1.1\r\n${headers}`);
  return socket.toArray().then(
    (pieces) => pieces.join(''),
    (error) => error.code,
  );
}

describe('closing', () => {
  test('answers connections that wait to be taken', async () => {
    const { origin, close } = await listen((_request, response) => void response.end('whole'), {
      host: '127.0.0.1',
      port: 0,
    });
    const asked = Array.from({ length: 20 }, () => ask(origin));
    // the system has them by now, and the server cannot have taken any of them
    await new Promise<void>((resolve) => process.nextTick(resolve));
    const closed = close();
    const answers = await Promise.all(asked);
    expect(answers.map((text) => text.slice(-5))).toEqual(answers.map(() => 'whole'));
    await closed;
    expect(await ask(origin)).toBe('ECONNREFUSED');
  });

  test('comes to its end while others connect all the time', async () => {
    const { origin, close } = await listen((_request, response) => void response.end('whole'), {
      host: '127.0.0.1',
      port: 0,
    });
    let hasClosed = false;
    // several at once, so that always one waits
    const clients = Array.from({ length: 4 }, async () => {
      while (!hasClosed) await ask(origin);
    });
    await ask(origin);
    await close();
    hasClosed = true;
    await Promise.all(clients);
    expect(await ask(origin)).toBe('ECONNREFUSED');
  });
});
