import type { IncomingMessage, RequestListener } from 'node:http';
import { parseUrl } from '../content/parse-url.ts';

/**
 * Answers 400 to requests that make no URL, such as those with `Host: a b`: the adapter between `node:http` and the
 * Fetch standard would answer them with a stack trace.
 */
export function guardListener(listener: RequestListener): RequestListener {
  return (request, response) => {
    if (isUrl(request)) {
      listener(request, response);
      return;
    }
    const message = 'Expected a request target and a Host header that make a URL, but they make none.';
    const body = Buffer.from(JSON.stringify({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] }));
    response.writeHead(400, { 'content-type': 'application/json', 'content-length': body.byteLength }).end(body);
  };
}

function isUrl({ url = '/', headers }: IncomingMessage): boolean {
  return parseUrl(url.startsWith('/') ? `http://${headers.host ?? 'localhost'}${url}` : url) !== null;
}
