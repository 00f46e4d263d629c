import type { Renderer } from '../../content/renderer.ts';
import type { ContentReader, ContentStore } from '../../store/contract.ts';
import { isPromise, type MaybePromise } from '../../store/maybe-promise.ts';
import type { Log } from '../log.ts';
import type { LongWay } from '../long-way.ts';
import { createOperationContext } from '../operation-context.ts';
import type { OperationAnswer } from '../operations/operation.ts';
import type { OperationRunner } from '../operations/operation-runner.ts';
import type { ResponseOptions } from '../response-options.ts';
import type { WayAnswer } from '../way-answer.ts';
import { type Admission, createAdmission } from './admission.ts';
import { type Answer, answerFor, prepareAnswer } from './prepared-answer.ts';
import type { Operation } from './read-operation.ts';
import type { RequestHead } from './request-head.ts';
import { createRequestMemo, type ReadRequest } from './request-memo.ts';
import { createResponseCache } from './response-cache.ts';
import { unexpectedError } from './unexpected-error.ts';

/** Answers plain GraphQL requests: from the cache, by the short way or by the long one. */
export interface Front {
  /** `null` for a request that is the long way's, untouched. */
  admit(head: RequestHead): Admission | null;
  /** @param body - all of it; of one over the limit at least so much that it shows. Never rejects */
  answer(admission: Admission, body: Buffer): MaybePromise<Answer>;
  /** For what went wrong before there was a whole body. */
  answerFailure(error: unknown, admission: Admission): MaybePromise<Answer>;
}

export interface FrontOptions {
  readonly path: string;
  readonly store: ContentStore;
  readonly renderer: Renderer;
  /** `null` to go the long way always. */
  readonly runner: OperationRunner | null;
  readonly longWay: LongWay;
  readonly log: Log;
  readonly responses: ResponseOptions;
  /** Bytes of a request body. */
  readonly maximumBodySize: number;
}

export function createFront(options: FrontOptions): Front {
  const { store, log, longWay, responses, maximumBodySize } = options;
  const requests = createRequestMemo(Math.floor(responses.cacheSize / 8));
  const cache = createResponseCache(responses.cacheSize);

  function answer(admission: Admission, body: Buffer): MaybePromise<Answer> {
    const request = read(admission, body);
    // one reader for the whole of it: neither the answer nor what it is kept for can be of two revisions
    const reader = currentReader(store);
    if (request === null || reader === null) {
      return longWay.ask({ ...admission, body }, reader).then((made) => sendOnce(made, admission));
    }
    const { operation, isReturning } = request;
    const key = operation.keys[admission.mediaType];
    const known = cache.find(key, reader.info);
    if (known !== undefined) return answerFor(known, admission, () => cache.grow(key, known));

    const settle = (made: WayAnswer): MaybePromise<Answer> => {
      if (!made.isFixed) return sendOnce(made, admission);
      const prepared = prepareAnswer(made, cacheControlOf(made));
      if (!isReturning) return answerFor(prepared, admission, () => {});
      const kept = cache.keep(key, reader.info, prepared);
      return answerFor(kept, admission, () => cache.grow(key, kept));
    };
    const made = execute(admission, operation, reader, body);
    return isPromise(made) ? made.then(settle) : settle(made);
  }

  function read({ method, query }: Admission, body: Buffer): ReadRequest | null {
    if (method === 'GET') return requests.ofQueryString(query);
    return body.byteLength > maximumBodySize ? null : requests.ofBody(body);
  }

  function execute(
    admission: Admission,
    operation: Operation,
    reader: ContentReader,
    body: Buffer,
  ): MaybePromise<WayAnswer> {
    const settle = (short: OperationAnswer | null): MaybePromise<WayAnswer> =>
      short === null ? longWay.ask({ ...admission, body }, reader) : ofShortWay(short, admission);
    const short = runShortWay(options, admission, operation, reader);
    return isPromise(short) ? short.then(settle) : settle(short);
  }

  const cacheControlOf = ({ status, isFixed }: WayAnswer): string =>
    status === 200 && isFixed ? responses.cacheControl : 'no-store';

  const sendOnce = (made: WayAnswer, admission: Admission): MaybePromise<Answer> =>
    answerFor(prepareAnswer(made, 'no-store'), admission, () => {});

  const answerFailure = (error: unknown, admission: Admission): MaybePromise<Answer> =>
    sendOnce(unexpectedError(error, admission.mediaType, log), admission);

  return {
    admit: createAdmission(options),
    answer(admission, body) {
      try {
        const answered = answer(admission, body);
        return isPromise(answered) ? answered.catch((error: unknown) => answerFailure(error, admission)) : answered;
      } catch (error) {
        return answerFailure(error, admission);
      }
    },
    answerFailure,
  };
}

/** `null` where there is none: the long way meets the same failure, and tells it. */
function currentReader(store: ContentStore): ContentReader | null {
  try {
    return store.current();
  } catch {
    return null;
  }
}

function runShortWay(
  { runner, renderer }: FrontOptions,
  { mediaType }: Admission,
  { method, query, operationName, variables, extensions }: Operation,
  reader: ContentReader,
): MaybePromise<OperationAnswer | null> {
  if (runner === null) return null;
  const context = createOperationContext({ reader, renderer });
  return runner.run({ method, mediaType, query, operationName, variables, extensions }, context);
}

function ofShortWay({ status, body, isCacheable }: OperationAnswer, { mediaType }: Admission): WayAnswer {
  const contentType = `${mediaType}; charset=utf-8`;
  return { status, contentType, body: Buffer.from(body), headers: [], isFixed: isCacheable };
}
