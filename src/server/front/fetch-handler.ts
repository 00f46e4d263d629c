import { isPromise, type MaybePromise } from '../../store/maybe-promise.ts';
import { readBody } from '../read-body.ts';
import type { Admission } from './admission.ts';
import type { Front } from './front.ts';
import type { Answer } from './prepared-answer.ts';
import type { RequestHead } from './request-head.ts';

export interface FetchHandlerOptions {
  readonly front: Front;
  /** For what is not the front's. */
  readonly otherwise: (request: Request) => MaybePromise<Response>;
  /** Bytes of a request body. */
  readonly maximumBodySize: number;
}

/** The front for the Fetch standard. */
export function createFetchHandler({ front, otherwise, maximumBodySize }: FetchHandlerOptions) {
  return (request: Request): MaybePromise<Response> => {
    const admission = request.bodyUsed || request.signal?.aborted ? null : front.admit(headOf(request));
    if (admission === null) return otherwise(request);
    const respond = (answer: Answer) => toResponse(answer, request);
    const answer = admission.method === 'GET' ? front.answer(admission, noBody) : answerPost(admission, request);
    return isPromise(answer) ? untilAborted(answer.then(respond), request.signal) : respond(answer);
  };

  async function answerPost(admission: Admission, request: Request): Promise<Answer> {
    try {
      return await front.answer(admission, await readBody(request, maximumBodySize));
    } catch (error) {
      return front.answerFailure(error, admission);
    }
  }
}

const noBody = Buffer.alloc(0);

function headOf({ method, url, headers }: Request): RequestHead {
  const { pathname, search, hash } = new URL(url, 'http://localhost');
  const textOf = (name: string) => headers.get(name) ?? undefined;
  return {
    method,
    target: `${pathname}${search}${hash}`,
    accept: textOf('accept'),
    acceptEncoding: textOf('accept-encoding'),
    contentEncoding: textOf('content-encoding'),
    contentLength: textOf('content-length'),
    contentType: textOf('content-type'),
    ifNoneMatch: textOf('if-none-match'),
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
    signal.addEventListener('abort', abort, { once: true });
    void promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
