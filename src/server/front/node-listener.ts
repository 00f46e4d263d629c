import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { parseUrl } from '../../content/parse-url.ts';
import { isPromise, type MaybePromise } from '../../store/maybe-promise.ts';
import type { Front } from './front.ts';
import type { Answer } from './prepared-answer.ts';
import type { RequestHead } from './request-head.ts';

export interface NodeListenerOptions {
  readonly front: Front;
  /** For what is not the front's. */
  readonly otherwise: RequestListener;
  /** Bytes of a request body. */
  readonly maximumBodySize: number;
}

/** The front for `node:http`. */
export function createNodeListener({ front, otherwise, maximumBodySize }: NodeListenerOptions): RequestListener {
  const isHost = createHostTest();
  return (request, response) => {
    const admission = isHost(request.headers.host) ? front.admit(headOf(request)) : null;
    if (admission === null) return otherwise(request, response);
    if (admission.method === 'GET') return finish(front.answer(admission, noBody), response);
    collect(request, maximumBodySize, (body) => finish(front.answer(admission, body), response));
  };
}

const noBody = Buffer.alloc(0);

function headOf({ method = '', url = '', headers }: IncomingMessage): RequestHead {
  return {
    method,
    target: url,
    accept: headers.accept,
    acceptEncoding: first(headers['accept-encoding']),
    contentEncoding: headers['content-encoding'],
    contentLength: headers['content-length'],
    contentType: headers['content-type'],
    ifNoneMatch: headers['if-none-match'],
  };
}

const first = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);

/** Calls back once: with the whole body, or with more than the limit. Not at all when the client goes away. */
function collect(request: IncomingMessage, maximumSize: number, callback: (body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  request.on('data', (chunk: Buffer) => {
    // the rest of a body that is too large goes nowhere
    if (size > maximumSize) return;
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size > maximumSize) callback(Buffer.concat(chunks));
  });
  request.on('end', () => {
    const [only] = chunks;
    if (size <= maximumSize) callback(chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks));
  });
}

function finish(answer: MaybePromise<Answer>, response: ServerResponse): void {
  if (isPromise(answer)) void answer.then((settled) => send(settled, response));
  else send(answer, response);
}

function send({ status, headers, body }: Answer, response: ServerResponse): void {
  response.writeHead(status, headers);
  // of an answer to HEAD nothing but the headers is sent
  response.end(body);
}

/** Whether a Host header is one that makes a URL, without user, path or query; the last one is remembered. */
function createHostTest(): (host: string | undefined) => boolean {
  let known: string | undefined;
  return (host) => {
    if (host === known || host === undefined) return true;
    if (!/^[\w.:[\]-]+$/.test(host) || parseUrl(`http://${host}/`) === null) return false;
    known = host;
    return true;
  };
}
