import { isPromise, type MaybePromise } from '../../store/maybe-promise.ts';
import type { Log } from '../log.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import { type Access, type AccessOptions, createAccess } from './access.ts';
import { type Answer, emptyAnswer, type FinishedAnswer, refusal } from './answer.ts';
import { createCrossOrigin } from './cross-origin.ts';
import type { Exchange } from './exchange.ts';
import { answered, type Opened } from './opened.ts';
import type { RequestHead } from './request-head.ts';
import { requestIdOf } from './request-id.ts';
import { createTargetReader, type RequestTarget } from './request-target.ts';
import type { ServedRoute } from './served-route.ts';
import { securityHeaders } from './security-headers.ts';
import { unexpectedAnswer } from './unexpected-error.ts';

/** The way in: every request comes by it, whatever brings it, and every answer leaves by it. */
export interface Door {
  open(head: RequestHead): OpenedExchange;
}

interface OpenedExchange {
  readonly wantsBody: boolean;
  answer(body: Buffer): MaybePromise<FinishedAnswer>;
  /** For what went wrong before there was a whole body. */
  fail(error: unknown): FinishedAnswer;
}

export interface DoorOptions {
  /** By path. */
  readonly routes: ReadonlyMap<string, ServedRoute>;
  readonly access: AccessOptions;
  readonly cors: '*' | readonly string[];
  /** `null` where nobody looks. */
  readonly telemetry: Telemetry | null;
  readonly log: Log;
}

export function createDoor({ routes, access, cors, telemetry, log }: DoorOptions): Door {
  const readTarget = createTargetReader();
  const accessOf = createAccess(access);
  const crossOrigin = createCrossOrigin(cors);

  function route(exchange: Exchange): Opened {
    const { head, target, isUrl } = exchange;
    if (!isUrl) return answered(noUrl);
    const found = routes.get(target.path);
    if (head.method === 'OPTIONS') return answered(emptyAnswer(204, optionsOf(head, target, found)));
    exchange.route = found?.route ?? 'other';
    // before it is told what there is
    if (exchange.access === 'denied' && found?.isOpen !== true) return answered(denied);
    if (found === undefined) return answered(notFound(target));
    if (!found.methods.includes(head.method)) return answered(wrongMethod(head, found));
    return found.open(exchange);
  }

  /** What is thrown before there is a body is answered like what is thrown after that. */
  function routeOrFail(exchange: Exchange): Opened {
    try {
      return route(exchange);
    } catch (error) {
      return { wantsBody: false, answer: () => Promise.reject(error) };
    }
  }

  function optionsOf(head: RequestHead, { path }: RequestTarget, found: ServedRoute | undefined): readonly string[] {
    const methods = found?.methods ?? (path === '*' ? allMethods : []);
    return ['allow', [...methods, 'OPTIONS'].join(', '), ...(head.origin === undefined ? [] : crossOrigin.preflight)];
  }

  function finish(exchange: Exchange, { status, headers, body, isPage = false }: Answer): FinishedAnswer {
    const { id, head, target, access, startedAt } = exchange;
    telemetry?.answered({
      id,
      method: head.method,
      path: target.path,
      route: exchange.route,
      status,
      bytes: body?.byteLength ?? 0,
      startedAt: performance.timeOrigin + startedAt,
      duration: performance.now() - startedAt,
      source: exchange.source,
      operationName: exchange.operationName,
      isPreview: access === 'preview',
      traceParent: head.traceParent,
    });
    const all = headers.concat(isPage ? noHeaders : securityHeaders, crossOrigin.headersFor(head), requestIdName, id);
    return { status, headers: access === 'preview' ? all.concat(previewHeaders) : all, body };
  }

  const fail = (exchange: Exchange, error: unknown): FinishedAnswer =>
    finish(exchange, unexpectedAnswer(error, exchange.id, log));

  function answer(exchange: Exchange, opened: Opened, body: Buffer): MaybePromise<FinishedAnswer> {
    try {
      const made = opened.answer(body);
      if (!isPromise(made)) return finish(exchange, made);
      return made.then(
        (settled) => finish(exchange, settled),
        (error: unknown) => fail(exchange, error),
      );
    } catch (error) {
      return fail(exchange, error);
    }
  }

  return {
    open(head) {
      const exchange = begin(head, readTarget(head.target, head.host), accessOf(head.authorization));
      const opened = routeOrFail(exchange);
      return {
        wantsBody: opened.wantsBody,
        answer: (body) => answer(exchange, opened, body),
        fail: (error) => fail(exchange, error),
      };
    },
  };
}

function begin(head: RequestHead, target: RequestTarget | null, access: Access): Exchange {
  return {
    id: requestIdOf(head.requestId),
    head,
    target: target ?? { path: head.target.slice(0, shownLength), query: '' },
    isUrl: target !== null,
    access,
    startedAt: performance.now(),
    route: 'other',
    source: null,
    operationName: null,
  };
}

const noHeaders: readonly string[] = [];
const requestIdName = 'x-request-id';
const allMethods = ['GET', 'HEAD', 'POST'];
/** Characters of a path that messages show. */
const shownLength = 200;

const noUrl = refusal(
  400,
  'BAD_REQUEST',
  'Expected a request target and a Host header that make a URL, but they make none.',
);

const denied = refusal(
  401,
  'UNAUTHENTICATED',
  'Expected an access token in the header "Authorization: Bearer ...", but got none that is known.',
  ['www-authenticate', 'Bearer'],
);

/** What drafts stand in is for those who asked only. */
const previewHeaders = ['foliograph-preview', 'true', 'x-robots-tag', 'noindex'];

const notFound = ({ path }: RequestTarget): Answer =>
  refusal(404, 'NOT_FOUND', `Expected the path /graphql, but got: ${path.slice(0, shownLength)}`);

function wrongMethod({ method }: RequestHead, { methods }: ServedRoute): Answer {
  const allowed = [...methods, 'OPTIONS'].join(', ');
  const message = `Expected one of the methods ${allowed}, but got: ${method.slice(0, shownLength)}`;
  return refusal(405, 'METHOD_NOT_ALLOWED', message, ['allow', allowed]);
}
