import { connect } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { apiOf } from '../../support/api.ts';
import { serveFiles } from '../../support/server.ts';

const files = { 'en/about.md': '---\ntitle: About\n---\nText.\n' };
const query = '/graphql?query=%7Bpage(slug:%22about%22)%7Btitle%7D%7D';
const answer = '{"data":{"page":{"title":"About"}}}';

/** What comes back for these bytes on a connection of their own, until it is closed. */
async function exchange(head: readonly string[], origin: string): Promise<string> {
  const { hostname, port } = new URL(origin);
  const socket = connect({ host: hostname, port: Number(port) });
  onTestFinished(() => void socket.destroy());
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  let text = '';
  for await (const chunk of socket) text += String(chunk);
  return text;
}

const closing = 'Connection: close';

describe('the forms of a request target (RFC 9112, 3.2)', () => {
  test.each([
    ['the origin form', `GET ${query} HTTP/1.1`, 'Host: x'],
    ['the absolute form', `GET http://x${query} HTTP/1.1`, 'Host: x'],
    ['the absolute form, whose host counts', `GET http://x${query} HTTP/1.1`, 'Host: y:1'],
    ['a scheme in capitals', `GET HTTP://x${query} HTTP/1.1`, 'Host: x'],
    ['HTTP/1.0 without a host', `GET ${query} HTTP/1.0`, 'Accept: */*'],
    ['a slash at the end of the path', `GET ${query.replace('?', '/?')} HTTP/1.1`, 'Host: x'],
  ])('%s is answered', async (_name, line, header) => {
    const text = await exchange([line, header, closing], await serveFiles(files));
    expect([text.slice(9, 12), text.endsWith(answer)]).toEqual(['200', true]);
  });

  test.each([
    ['another scheme', 'GET ftp://x/graphql HTTP/1.1', '400'],
    ['a fragment', 'GET /graphql#a HTTP/1.1', '400'],
    ['an absolute form that is no URL', 'GET http://[::1/graphql HTTP/1.1', '400'],
    ['the asterisk form by GET', 'GET * HTTP/1.1', '404'],
    ['two slashes', 'GET //graphql HTTP/1.1', '404'],
    ['a path in an escape', 'GET /graph%71l HTTP/1.1', '404'],
    ['dots', 'GET /../../etc/passwd HTTP/1.1', '404'],
    ['a path of another host that ends like ours', 'GET http://x/y?/graphql HTTP/1.1', '404'],
  ])('%s is refused', async (_name, line, status) => {
    const text = await exchange([line, 'Host: x', closing], await serveFiles(files));
    expect(text.slice(9, 12)).toBe(status);
    expect(JSON.parse(text.slice(text.indexOf('\r\n\r\n')))).toMatchObject({ errors: [{ message: /^Expected / }] });
  });

  test.each([
    'CONNECT x:80 HTTP/1.1',
    'GET x:80 HTTP/1.1',
    'GET / HTTP/9.9',
    'NONSENSE / HTTP/1.1',
    'GET /a b HTTP/1.1',
  ])('%s ends with an error of the client or the connection', async (line) => {
    expect(await exchange([line, 'Host: x'], await serveFiles(files))).toMatch(/^$|^HTTP\/1\.1 4\d\d /);
  });
});

describe('methods', () => {
  test.each([
    ['/graphql', 'PUT', 'GET, HEAD, POST, OPTIONS'],
    ['/graphql', 'DELETE', 'GET, HEAD, POST, OPTIONS'],
    ['/graphql', 'PATCH', 'GET, HEAD, POST, OPTIONS'],
    ['/schema.graphql', 'POST', 'GET, HEAD, OPTIONS'],
    ['/', 'POST', 'GET, HEAD, OPTIONS'],
    ['/livez', 'POST', 'GET, HEAD, OPTIONS'],
    ['/readyz', 'DELETE', 'GET, HEAD, OPTIONS'],
  ])('%s refuses %s', async (path, method, allow) => {
    const response = await apiOf(files).fetch(path, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, allow]);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'METHOD_NOT_ALLOWED' } }] });
  });

  test.each(['TRACE', 'PROPFIND', 'REPORT'])('%s is refused over a socket', async (method) => {
    const text = await exchange([`${method} /graphql HTTP/1.1`, 'Host: x', closing], await serveFiles(files));
    expect(text).toMatch(/^HTTP\/1\.1 405 [\s\S]*allow: GET, HEAD, POST, OPTIONS\r\n/i);
  });

  test.each([
    ['/graphql', 'GET, HEAD, POST, OPTIONS'],
    ['/schema.graphql', 'GET, HEAD, OPTIONS'],
    ['/nowhere', 'OPTIONS'],
  ])('OPTIONS tells those of %s', async (path, allow) => {
    const response = await apiOf(files).fetch(path, { method: 'OPTIONS' });
    expect([response.status, response.headers.get('allow'), await response.text()]).toEqual([204, allow, '']);
  });

  test('OPTIONS tells those of the server', async () => {
    const text = await exchange(['OPTIONS * HTTP/1.1', 'Host: x', closing], await serveFiles(files));
    expect(text).toMatch(/^HTTP\/1\.1 204 [\s\S]*allow: GET, HEAD, POST, OPTIONS\r\n/i);
  });

  test.each(['/livez', '/readyz', '/schema.graphql', query])('HEAD has the headers of GET %s', async (path) => {
    const { fetch } = apiOf(files);
    const told = async (method: string) => {
      const { status, headers } = await fetch(path, { method, headers: { 'X-Request-Id': 'one' } });
      return [status, [...headers]];
    };
    expect(await told('HEAD')).toEqual(await told('GET'));
  });
});
