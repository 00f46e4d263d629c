import { isPromise, type MaybePromise } from '../../store/maybe-promise.ts';
import { readBody } from '../read-body.ts';
import type { Answer } from './answer.ts';
import type { Door } from './door.ts';
import type { RequestHead } from './request-head.ts';

export interface FetchHandlerOptions {
  readonly door: Door;
  /** Bytes of a request body. */
  readonly maximumBodySize: number;
}

/** The door for the Fetch standard. Rejects where the request is aborted. */
export function createFetchHandler({ door, maximumBodySize }: FetchHandlerOptions) {
  return (request: Request): MaybePromise<Response> => {
    const opened = door.open(headOf(request));
    const answer = opened.wantsBody ? readAndAnswer(opened, request) : opened.answer(noBody);
    if (!isPromise(answer)) return toResponse(answer, request);
    return untilAborted(
      answer.then((settled) => toResponse(settled, request)),
      request.signal,
    );
  };

  async function readAndAnswer(opened: ReturnType<Door['open']>, request: Request): Promise<Answer> {
    try {
      return await opened.answer(await readBody(request, maximumBodySize));
    } catch (error) {
      return opened.fail(error);
    }
  }
}

const noBody = Buffer.alloc(0);

function headOf({ method, url, headers }: Request): RequestHead {
  const { host, pathname, search } = new URL(url, 'http://localhost');
  const textOf = (name: string) => headers.get(name) ?? undefined;
  return {
    method,
    target: `${pathname}${search}`,
    host,
    accept: textOf('accept'),
    acceptEncoding: textOf('accept-encoding'),
    authorization: textOf('authorization'),
    contentEncoding: textOf('content-encoding'),
    contentLength: textOf('content-length'),
    contentType: textOf('content-type'),
    ifNoneMatch: textOf('if-none-match'),
    origin: textOf('origin'),
    requestId: textOf('x-request-id'),
    traceParent: textOf('traceparent'),
  };
}

function toResponse({ status, headers, body }: Answer, { method }: Request): Response {
  const pairs: [string, string][] = [];
  for (let index = 0; index < headers.length; index += 2) pairs.push([headers[index] ?? '', headers[index + 1] ?? '']);
  return new Response(method === 'HEAD' ? null : body, { status, headers: pairs });
}

/** Whoever has gone away waits for nothing. */
function untilAborted<Value>(promise: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (signal === undefined) return promise;
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    void promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
