import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { graphqlRequest, nonce } from '../../../bench/src/load/request-template.ts';
import { runLoad } from '../../../bench/src/load/run-load.ts';

/** Runs work with the port of a server, and ends that. */
async function withServer<Result>(listener: RequestListener, work: (port: number) => Promise<Result>): Promise<Result> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    return await work((server.address() as AddressInfo).port);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const answering =
  (status: number, seen: string[] = []): RequestListener =>
  (request, response) => {
    request.setEncoding('utf8').on('data', (text: string) => seen.push(text));
    request.on('end', () => response.writeHead(status, { 'content-length': 4 }).end('done'));
  };

const job = {
  requests: [graphqlRequest({ query: '{ a }', variables: { nonce } })],
  firstNonce: 1,
  connections: 3,
  milliseconds: 50,
  rate: null,
  statuses: [200],
};

describe('load', () => {
  test('counts every answer, and sends no request twice', async () => {
    const seen: string[] = [];
    const { answers, bodyBytes, latency } = await withServer(answering(200, seen), (port) => runLoad({ ...job, port }));
    expect(answers).toBeGreaterThanOrEqual(3);
    expect(seen.length).toBe(answers);
    expect(new Set(seen).size).toBe(answers);
    expect(bodyBytes).toBe(answers * 4);
    expect([latency.p50, latency.p99, latency.max]).toEqual(
      [latency.p50, latency.p99, latency.max].toSorted((a, b) => a - b),
    );
  });

  test('at a rate sends as many requests as are due, and none before', async () => {
    const { answers, milliseconds } = await withServer(answering(200), (port) => runLoad({ ...job, port, rate: 400 }));
    expect(answers).toBe(20);
    // the last is due 47.5 ms behind the first
    expect(milliseconds).toBeGreaterThan(47);
  });

  test('at a rate counts the time for which requests wait for a server that stands still', async () => {
    const held: (() => void)[] = [];
    const holdFirst: RequestListener = (request, response) => {
      request.resume();
      const answer = () => response.writeHead(200, { 'content-length': 0 }).end();
      held.push(answer);
      // with one connection nothing is sent before the first answer, and that comes when all requests were due
      if (held.length > 1) answer();
      else setTimeout(answer, 100);
    };
    const { answers, latency } = await withServer(holdFirst, (port) =>
      runLoad({ ...job, port, connections: 1, rate: 200 }),
    );
    expect(answers).toBe(10);
    expect(latency.p50).toBeGreaterThan(50);
  });

  test('fails with an answer of another status', async () => {
    const failing = withServer(answering(500), (port) => runLoad({ ...job, port }));
    await expect(failing).rejects.toThrow('expected answers with status 200, but got: 500');
  });

  test('tells answers of several statuses apart, and which of them say when to come again', async () => {
    let asked = 0;
    const { answers, byStatus, latency } = await withServer(
      (request, response) => {
        request.resume();
        if (asked % 4 === 0) response.setHeader('Retry-After', 1);
        response.writeHead(asked++ % 2 === 0 ? 503 : 200, { 'content-length': 0 }).end();
      },
      (port) => runLoad({ ...job, port, connections: 1, rate: 400, statuses: [200, 503] }),
    );
    expect(answers).toBe(20);
    expect(byStatus).toMatchObject({
      200: { answers: 10, withRetryAfter: 0 },
      503: { answers: 10, withRetryAfter: 5 },
    });
    expect(latency.max).toBe(Math.max(...Object.values(byStatus).map((figures) => figures.latency.max)));
  });

  test('at a rate counts the requests that had to wait for a connection', async () => {
    const answerAll: (() => void)[] = [];
    const release = (): void => {
      for (const answer of answerAll) answer();
    };
    const holdAll: RequestListener = (request, response) => {
      request.resume();
      answerAll.push(() => response.writeHead(200, { 'content-length': 0 }).end());
      // two connections are taken by then, and all other requests are due
      if (answerAll.length === 2) setTimeout(release, 100);
      else if (answerAll.length > 2) answerAll.at(-1)?.();
    };
    const held = await withServer(holdAll, (port) => runLoad({ ...job, port, connections: 2, rate: 200 }));
    expect([held.answers, held.delayed]).toEqual([10, 8]);
  });

  test('fails when the server closes its connection', async () => {
    const closing = withServer(
      (request) => request.socket.destroy(),
      (port) => runLoad({ ...job, port }),
    );
    await expect(closing).rejects.toThrow('expected a kept connection, but the server closed it');
  });
});
