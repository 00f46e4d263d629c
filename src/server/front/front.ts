import type { Renderer } from '../../content/renderer.ts';
import type { ContentReader, ContentStore } from '../../store/contract.ts';
import { isPromise, type MaybePromise } from '../../store/maybe-promise.ts';
import { answerDocumentRefusal } from '../documents/document-refusal.ts';
import type { Documents } from '../documents/documents.ts';
import { type Answer, refusal } from '../http/answer.ts';
import { codingFor } from '../http/content-coding.ts';
import type { Exchange } from '../http/exchange.ts';
import type { LoadGauge } from '../http/load-gauge.ts';
import { answered, type Opened } from '../http/opened.ts';
import { ownBytes } from '../http/own-bytes.ts';
import { answerFor, type Preference, type PreparedAnswer, prepareAnswer } from '../http/prepared-answer.ts';
import type { BudgetClock } from '../limits/budget.ts';
import type { GraphqlRequest, LongWay } from '../long-way.ts';
import { createOperationContext } from '../operation-context.ts';
import type { OperationAnswer } from '../operations/operation.ts';
import type { OperationRunner } from '../operations/operation-runner.ts';
import type { QueryLimits } from '../query-limits.ts';
import type { ResponseOptions } from '../response-options.ts';
import type { AnswerSource } from '../telemetry/telemetry.ts';
import type { WayAnswer } from '../way-answer.ts';
import { type Admission, createAdmission } from './admission.ts';
import type { Operation } from './read-operation.ts';
import { createRequestMemo, type ReadRequest, type RefusedRequest } from './request-memo.ts';
import { createResponseCache } from './response-cache.ts';

/** Answers GraphQL requests: from the cache, by the short way or by the long one. */
export interface Front {
  open(exchange: Exchange): Opened;
  /** Bytes and number of the answers that are kept. */
  cacheSize(): { readonly bytes: number; readonly count: number };
}

export interface FrontOptions {
  readonly store: ContentStore;
  readonly renderer: Renderer;
  /** `null` to go the long way always. */
  readonly runner: OperationRunner | null;
  readonly longWay: LongWay;
  readonly documents: Documents;
  readonly load: LoadGauge;
  readonly limits: QueryLimits;
  readonly clock: BudgetClock;
  readonly responses: ResponseOptions;
  /** The Vary header of every answer. */
  readonly vary: string;
  /** Bytes of a request body. */
  readonly maximumBodySize: number;
}

export function createFront(options: FrontOptions): Front {
  const { store, longWay, documents, load, responses, vary, maximumBodySize } = options;
  const requests = createRequestMemo({ maximumSize: Math.floor(responses.cacheSize / 8), documents });
  const cache = createResponseCache(responses.cacheSize);
  const admit = createAdmission(options);
  const kept = { cacheControl: responses.cacheControl, vary };
  const notKept = { cacheControl: 'no-store', vary };
  /** Several can wait for one. */
  const compressing = new WeakSet<Promise<Answer>>();

  function answer(exchange: Exchange, admission: Admission, body: Buffer): MaybePromise<Answer> {
    const request = read(admission, body);
    // one reader for the whole of it: neither the answer nor what it is kept for can be of two revisions
    const reader = currentReader(store);
    if (request === null || reader === null) return answerOddly(exchange, body);
    if ('refusal' in request) {
      exchange.source = 'refused';
      return sendOnce(answerDocumentRefusal(request.refusal, admission.mediaType), admission);
    }
    const { operation, isReturning } = request;
    exchange.operationName = operation.name;
    const key = operation.keys[admission.mediaType];
    const known = cache.find(key, reader.info);
    if (known !== undefined) {
      exchange.source = 'cache';
      return send(known, admission, () => cache.grow(key, known));
    }
    if (!load.admits()) return overloaded(exchange);

    const settle = (made: WayAnswer): MaybePromise<Answer> => {
      if (!made.isFixed) return sendOnce(made, admission);
      const keeping = made.status === 200 ? kept : notKept;
      if (!isReturning) return send(prepareAnswer(made, keeping), admission);
      const prepared = prepareAnswer({ ...made, body: ownBytes(made.body) }, keeping);
      const shared = cache.keep(key, reader.info, prepared);
      return send(shared, admission, () => cache.grow(key, shared));
    };
    const short = runShortWay(options, admission, operation, reader);
    const asked = { accept: admission.mediaType, text: operation.query };
    if (short === null) return askLongWay(exchange, body, reader, asked).then(settle);
    exchange.source = 'run';
    return settle(ofShortWay(short, admission));
  }

  function read({ method, query }: Admission, body: Buffer): ReadRequest | RefusedRequest | null {
    if (method === 'GET') return requests.ofQueryString(query);
    return body.byteLength > maximumBodySize ? null : requests.ofBody(body);
  }

  /** Whatever is no plain request is the long way's, which has its messages about it. */
  function answerOddly(exchange: Exchange, body: Buffer): MaybePromise<Answer> {
    if (!load.admits()) return overloaded(exchange);
    const { acceptEncoding, ifNoneMatch } = exchange.head;
    const preference = { coding: codingFor(acceptEncoding), ifNoneMatch };
    return askLongWay(exchange, body, currentReader(store)).then((made) => sendOnce(made, preference));
  }

  async function askLongWay(
    exchange: Exchange,
    body: Buffer,
    reader: ContentReader | null,
    { accept, text }: Pick<GraphqlRequest, 'accept' | 'text'> = exchange.head,
  ): Promise<WayAnswer> {
    const { head, target } = exchange;
    const { contentType, contentEncoding } = head;
    const method = head.method === 'POST' ? 'POST' : 'GET';
    exchange.source = 'yoga';
    const end = load.begin();
    try {
      const request = { method, query: target.query, body, accept, contentType, contentEncoding, text } as const;
      return await longWay.ask(request, reader);
    } finally {
      end();
    }
  }

  const sendOnce = (made: WayAnswer, preference: Preference): MaybePromise<Answer> =>
    send(prepareAnswer(made, notKept), preference);

  /** Another thread compresses what is large: until then it takes memory, and counts as an operation that runs. */
  function send(prepared: PreparedAnswer, preference: Preference, grown = (): void => {}): MaybePromise<Answer> {
    const answer = answerFor(prepared, preference, grown);
    if (isPromise(answer) && !compressing.has(answer)) {
      compressing.add(answer);
      const end = load.begin();
      void answer.then(end, end);
    }
    return answer;
  }

  return {
    open(exchange) {
      const { head, target } = exchange;
      const wantsBody = head.method === 'POST';
      if (wantsBody && Number(head.contentLength) > maximumBodySize) return answered(tooLarge(maximumBodySize));
      const admission = admit(head, target);
      return admission === null
        ? { wantsBody, answer: (body) => answerOddly(exchange, body) }
        : { wantsBody, answer: (body) => answer(exchange, admission, body) };
    },
    cacheSize: cache.size,
  };
}

const tooLarge = (maximumSize: number): Answer =>
  refusal(413, 'PAYLOAD_TOO_LARGE', `Expected a body of at most ${maximumSize} bytes, but got more.`);

function overloaded(exchange: Exchange): Answer {
  exchange.source = 'refused' satisfies AnswerSource;
  return busy;
}

const busy = refusal(503, 'OVERLOADED', 'Expected fewer requests at once: ask again in a second.', [
  'retry-after',
  '1',
]);

/** `null` where there is none: the long way meets the same failure, and tells it. */
function currentReader(store: ContentStore): ContentReader | null {
  try {
    return store.current();
  } catch {
    return null;
  }
}

function runShortWay(
  { runner, renderer, limits, clock }: FrontOptions,
  { mediaType }: Admission,
  { method, query, operationName, variables, extensions }: Operation,
  reader: ContentReader,
): OperationAnswer | null {
  if (runner === null) return null;
  const context = createOperationContext({ reader, renderer, limits, clock });
  return runner.run({ method, mediaType, query, operationName, variables, extensions }, context);
}

function ofShortWay({ status, body, isCacheable }: OperationAnswer, { mediaType }: Admission): WayAnswer {
  const contentType = `${mediaType}; charset=utf-8`;
  return { status, contentType, body: Buffer.from(body), headers: [], isFixed: isCacheable };
}
