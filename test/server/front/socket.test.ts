import { connect } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { serveFiles } from '../../support/server.ts';

const files = { 'en/about.md': '---\ntitle: Über\n---\nText.\n' };
const body = JSON.stringify({ query: '{ page(slug: "about") { title } }' });
const answer = '{"data":{"page":{"title":"Über"}}}';
const headOf = (length = body.length): string =>
  `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`;

/** A connection of one's own to a server. */
async function open(origin: string) {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname).setEncoding('latin1').setNoDelay();
  onTestFinished(() => void socket.destroy());
  const write = (text: string) => new Promise<void>((resolve) => socket.write(text, () => resolve()));
  let received = '';
  let look = (): void => {};
  socket.on('data', (text: string) => {
    received += text;
    look();
  });
  /** What has come, as soon as that many answers have begun and the last ends like this. */
  const answers = (count: number, end: string) =>
    new Promise<readonly string[]>((resolve) => {
      look = () => {
        const found = received.split(/(?=HTTP\/1\.1 )/);
        if (found.length === count && received.endsWith(end)) resolve(found);
      };
      look();
    });
  return { socket, write, answers };
}

const latin1 = Buffer.from(answer).toString('latin1');

describe('over a socket', () => {
  test('an answer has its exact length, and the connection stays open', async () => {
    const { write, answers } = await open(await serveFiles(files));
    await write(headOf() + body);
    const [first = ''] = await answers(1, latin1);
    expect(first).toContain(`\r\ncontent-length: ${latin1.length}\r\n`);
    expect(first).toContain('\r\nConnection: keep-alive\r\n');
    expect(first).not.toMatch(/transfer-encoding/i);
    await write(headOf() + body);
    expect((await answers(2, latin1)).map((text) => text.split('\r\n')[0])).toEqual([
      'HTTP/1.1 200 OK',
      'HTTP/1.1 200 OK',
    ]);
  });

  test('requests that come at once are answered in their order', async () => {
    const { write, answers } = await open(await serveFiles(files));
    const other = JSON.stringify({ query: '{ __typename }' });
    const odd = `GET /x HTTP/1.1\r\nHost: localhost\r\n\r\n`;
    await write(headOf() + body + odd + headOf(other.length) + other + headOf() + body);
    const texts = await answers(4, latin1);
    expect(texts.map((text) => text.slice(9, 12))).toEqual(['200', '404', '200', '200']);
    expect(texts[2]).toContain('{"data":{"__typename":"Query"}}');
  });

  test('a body that comes byte by byte is answered', async () => {
    const { write, answers } = await open(await serveFiles(files));
    await write(headOf());
    for (const byte of body) await write(byte);
    expect((await answers(1, latin1))[0]).toMatch(/^HTTP\/1\.1 200 /);
  });

  test('HEAD has the headers of GET, and no body', async () => {
    const url = `${await serveFiles(files)}/graphql?query=%7Bpage(slug:%22about%22)%7Btitle%7D%7D`;
    const [got, head] = [await fetch(url), await fetch(url, { method: 'HEAD' })];
    const ofConnection = new Set(['connection', 'date', 'keep-alive', 'x-request-id']);
    const told = ({ status, headers }: Response) => [status, [...headers].filter(([name]) => !ofConnection.has(name))];
    expect(told(head)).toEqual(told(got));
    expect([await got.text(), await head.text()]).toEqual([answer, '']);
  });

  test('a client that goes away in the middle of its body disturbs nobody', async () => {
    const origin = await serveFiles(files);
    const { socket, write } = await open(origin);
    await write(headOf() + body.slice(0, 5));
    const other = await open(origin);
    socket.destroy();
    await other.write(headOf() + body);
    expect(await other.answers(1, latin1)).toHaveLength(1);
  });

  test('a body over the limit is refused, and the next request answered', async () => {
    const { write, answers } = await open(await serveFiles(files));
    const large = body.padEnd(100_001);
    const chunked = headOf().replace(/Content-Length: \d+/, 'Transfer-Encoding: chunked');
    await write(`${chunked}${large.length.toString(16)}\r\n${large}\r\n0\r\n\r\n`);
    const refused = 'Expected a body of at most 100000 bytes, but got more.';
    const [first = ''] = await answers(1, '}]}');
    expect([first.slice(9, 12), first.includes(refused)]).toEqual(['413', true]);
    await write(headOf() + body);
    expect((await answers(2, latin1))[1]).toMatch(/^HTTP\/1\.1 200 /);
  });

  test.each([
    ['localhost:4000', '200 OK'],
    ['127.0.0.1', '200 OK'],
    ['[::1]:80', '200 OK'],
    ['a@b', '400 Bad Request'],
    ['a/b', '400 Bad Request'],
    ['a b', '400 Bad Request'],
    ['[::1', '400 Bad Request'],
    ['1.2.3.4.5', '400 Bad Request'],
  ])('with the host %s the answer is %s', async (host, status) => {
    const { write, answers } = await open(await serveFiles(files));
    await write(headOf().replace('localhost', host) + body);
    const [text = ''] = await answers(1, '}');
    expect(text.split('\r\n')[0]).toBe(`HTTP/1.1 ${status}`);
  });
});
