import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { connect, type Socket } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { askForText, serve, serveIn } from '../support/command.ts';
import { startClients } from './clients.ts';
import { noteTakenConnections } from './taken-connections.ts';

const query = '{ pages(first: 5) { nodes { title path language } } }';
const answer = async (url: string) => [200, await askForText(url, query)] as const;

/** Ends a server by SIGTERM while clients of both kinds ask it all the time; what it did that it should not have done. */
async function faultsOfEnding(...args: readonly string[]): Promise<object> {
  const taken = noteTakenConnections();
  const { child, ended, url } = await serveIn({ env: taken.env }, '--no-config', '--port', '0', ...args);
  const right = JSON.stringify(await answer(url));
  const clients = startClients({ url, query, kept: 6, anew: 6 });
  const before = await clients.first(150);
  child.kill('SIGTERM');
  const all = await clients.ended;
  const code = await ended;
  const ports = taken.read();
  return {
    code,
    failedBefore: before.filter(({ kind }) => kind !== 'answered'),
    wrong: all.filter(({ answer: given }) => given !== null && JSON.stringify(given) !== right),
    // one that the system had not yet given to the server may be reset when nobody listens any more
    lost: all.filter(({ kind, port }) => kind === 'failed' && (port === null || ports.has(port))),
  };
}

const noFaults = { code: 0, failedBefore: [], wrong: [], lost: [] };

/** A connection with a request whose body does not come; it is sent in `rest`. */
async function beginRequest(url: string): Promise<{ readonly socket: Socket; readonly rest: string }> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname).setEncoding('utf8');
  onTestFinished(() => void socket.destroy());
  socket.on('error', () => {});
  const rest = JSON.stringify({ query });
  const head = `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${rest.length}\r\n`;
  // the server has taken it when it says so
  socket.write(`${head}Expect: 100-continue\r\n\r\n`);
  await once(socket, 'data');
  return { socket, rest };
}

/** Asks `/readyz` on one connection, again and again, until the server wants that closed. */
async function* readiness(
  url: string,
): AsyncGenerator<{ readonly status: number | undefined; readonly body: unknown }> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (let isKept = true; isKept; ) {
    const [response] = await once(get(new URL('/readyz', url), { agent }), 'response');
    isKept = response.headers.connection !== 'close';
    yield { status: response.statusCode, body: JSON.parse((await response.toArray()).join('')) };
  }
}

describe('SIGTERM under load', () => {
  test('fails no request that was taken: 20 times', async () => {
    for (let time = 0; time < 20; time++) expect(await faultsOfEnding()).toEqual(noFaults);
  }, 120_000);

  test.skipIf(process.platform !== 'linux')(
    'fails no request that a worker has taken: 4 times',
    async () => {
      for (let time = 0; time < 4; time++) expect(await faultsOfEnding('--workers', '2')).toEqual(noFaults);
    },
    120_000,
  );
});

describe('a server that is to end', () => {
  test('is not ready while a request holds it, and answers that', async () => {
    const { child, ended, url } = await serve('--no-config', '--port', '0');
    const right = await askForText(url, query);
    const { socket, rest } = await beginRequest(url);
    const told = [];
    for await (const { status, body } of readiness(url)) {
      if (told.length === 0) child.kill('SIGTERM');
      told.push({ status, body });
    }
    expect(told[0]).toMatchObject({ status: 200, body: { status: 'ready' } });
    expect(told.at(-1)).toMatchObject({ status: 503, body: { status: 'draining' } });
    socket.write(rest);
    const answered = (await socket.toArray()).join('');
    expect(answered).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(answered.endsWith(`\r\n\r\n${right}`)).toBe(true);
    expect(await ended).toBe(0);
  });

  test.skipIf(process.platform !== 'linux')(
    'ends its workers at the second signal, when a request never comes to its end',
    async () => {
      const serving = await serve('--no-config', '--port', '0', '--workers', '2');
      await beginRequest(serving.url);
      serving.child.kill('SIGTERM');
      serving.child.kill('SIGINT');
      expect(await serving.ended).toBe(0);
    },
    // less than the time of grace, after which one signal would do
    8000,
  );
});
