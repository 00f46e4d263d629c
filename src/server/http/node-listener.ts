import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { isPromise } from '../../store/maybe-promise.ts';
import type { FinishedAnswer } from './answer.ts';
import type { Door } from './door.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { LoadGauge } from './load-gauge.ts';
import type { RequestHead } from './request-head.ts';

export interface NodeListenerOptions {
  readonly door: Door;
  readonly load: LoadGauge;
  readonly lifecycle: Lifecycle;
  /** Bytes of a request body. */
  readonly maximumBodySize: number;
  /** Milliseconds that a client may take to read an answer. */
  readonly responseTimeout: number;
}

/** The door for `node:http`. */
export function createNodeListener(options: NodeListenerOptions): RequestListener {
  const { door, maximumBodySize } = options;
  return (request, response) => {
    const opened = door.open(headOf(request));
    const answer = (body: Buffer): void => {
      const settled = opened.answer(body);
      if (isPromise(settled)) void settled.then((later) => send(later, response, options));
      else send(settled, response, options);
    };
    if (opened.wantsBody) collect(request, maximumBodySize, answer);
    else answer(noBody);
  };
}

const noBody = Buffer.alloc(0);

function headOf({ method = '', url = '', headers }: IncomingMessage): RequestHead {
  return {
    method,
    target: url,
    host: headers.host,
    accept: headers.accept,
    acceptEncoding: first(headers['accept-encoding']),
    authorization: headers.authorization,
    contentEncoding: headers['content-encoding'],
    contentLength: headers['content-length'],
    contentType: headers['content-type'],
    ifNoneMatch: headers['if-none-match'],
    origin: headers.origin,
    requestId: first(headers['x-request-id']),
    traceParent: first(headers['traceparent']),
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

function send({ status, headers, body }: FinishedAnswer, response: ServerResponse, options: NodeListenerOptions): void {
  // what is written for somebody who has gone away would be held, and nothing would tell its end
  if (response.req.socket.destroyed) return;
  // a client on a kept connection asks elsewhere the next time
  response.writeHead(status, options.lifecycle.isDraining() ? headers.concat('connection', 'close') : headers);
  // of an answer to HEAD nothing but the headers is sent
  response.end(body);
  // usually the system has taken all of it by now
  if (response.writableLength > 0) watch(response, options);
}

/** Does not wait for ever for a client that reads slowly, and counts what is held for it. */
function watch(response: ServerResponse, { load, responseTimeout }: NodeListenerOptions): void {
  const { req } = response;
  // the connection, as a response whose turn has not come has none yet
  const giveUp = (): void => void req.socket.destroy();
  const release = load.hold(response.writableLength, giveUp);
  const timer = setTimeout(giveUp, responseTimeout);
  const settle = (): void => {
    clearTimeout(timer);
    release();
  };
  response.once('close', settle);
  // a response whose turn never comes does not tell its end, but its request does
  req.once('close', settle);
}
