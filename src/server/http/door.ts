import { isPromise, type MaybePromise } from '../../store/maybe-promise.ts';
import type { Log } from '../log.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import { type AccessOptions, createAccess } from './access.ts';
import { type Answer, emptyAnswer, refusal } from './answer.ts';
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

interface OpenedExchange extends Opened {
  /** For what went wrong before there was a whole body. */
  fail(error: unknown): Answer;
}

export interface DoorOptions {
  /** By path. */
  readonly routes: ReadonlyMap<string, ServedRoute>;
  readonly access: AccessOptions;
  readonly cors: '*' | readonly string[];
  readonly telemetry: Telemetry;
  readonly log: Log;
}

export function createDoor({ routes, access, cors, telemetry, log }: DoorOptions): Door {
  const readTarget = createTargetReader();
  const accessOf = createAccess(access);
  const crossOrigin = createCrossOrigin(cors);

  function route(exchange: Exchange, isUrl: boolean): Opened {
    const { head, target } = exchange;
    if (!isUrl) return answered(noUrl);
    const found = routes.get(target.path);
    if (head.method === 'OPTIONS') return answered(emptyAnswer(204, optionsOf(head, target, found)));
    if (found === undefined) return answered(notFound(target));
    exchange.route = found.route;
    if (!found.methods.includes(head.method)) return answered(wrongMethod(head, found));
    if (exchange.access === 'denied' && !found.isOpen) return answered(denied);
    return found.open(exchange);
  }

  function optionsOf(head: RequestHead, { path }: RequestTarget, found: ServedRoute | undefined): readonly string[] {
    const methods = found?.methods ?? (path === '*' ? allMethods : []);
    return ['allow', [...methods, 'OPTIONS'].join(', '), ...(head.origin === undefined ? [] : crossOrigin.preflight)];
  }

  function finish(exchange: Exchange, { status, headers, body }: Answer): Answer {
    const { id, head, target, access } = exchange;
    telemetry.answered({
      id,
      method: head.method,
      path: target.path,
      route: exchange.route,
      status,
      bytes: body?.byteLength ?? 0,
      startedAt: performance.timeOrigin + exchange.startedAt,
      duration: performance.now() - exchange.startedAt,
      source: exchange.source,
      operationName: exchange.operationName,
      isPreview: access === 'preview',
      traceParent: head.traceParent,
    });
    const isPage = headers.includes('content-security-policy');
    const all = [
      ...headers,
      'x-request-id',
      id,
      ...crossOrigin.headersFor(head),
      ...(isPage ? [] : securityHeaders),
      ...(access === 'preview' ? previewHeaders : []),
    ];
    return { status, headers: all, body };
  }

  return {
    open(head) {
      const target = readTarget(head.target, head.host);
      const exchange: Exchange = {
        id: requestIdOf(head.requestId),
        head,
        target: target ?? { path: head.target.slice(0, shownLength), query: '' },
        access: accessOf(head.authorization),
        startedAt: performance.now(),
        route: 'other',
        source: null,
        operationName: null,
      };
      const fail = (error: unknown): Answer => finish(exchange, unexpectedAnswer(error, exchange.id, log));
      const attempt = <Value>(make: () => Value, otherwise: (error: unknown) => Value): Value => {
        try {
          return make();
        } catch (error) {
          return otherwise(error);
        }
      };
      const opened = attempt(
        () => route(exchange, target !== null),
        (error): Opened => answered(unexpectedAnswer(error, exchange.id, log)),
      );
      return {
        wantsBody: opened.wantsBody,
        fail,
        answer: (body): MaybePromise<Answer> =>
          attempt((): MaybePromise<Answer> => {
            const answer = opened.answer(body);
            return isPromise(answer)
              ? answer.then((settled) => finish(exchange, settled)).catch(fail)
              : finish(exchange, answer);
          }, fail),
      };
    },
  };
}

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
