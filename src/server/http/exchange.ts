import type { AnswerSource, Route } from '../telemetry/telemetry.ts';
import type { Access } from './access.ts';
import type { RequestHead } from './request-head.ts';
import type { RequestTarget } from './request-target.ts';

/** One request and what is to be told of it. Whoever answers notes what it knows. */
export interface Exchange {
  readonly id: string;
  readonly head: RequestHead;
  readonly target: RequestTarget;
  /** Whether target and host make a URL. */
  readonly isUrl: boolean;
  readonly access: Access;
  /** Milliseconds of `performance.now()`. */
  readonly startedAt: number;
  route: Route;
  source: AnswerSource | null;
  operationName: string | null;
}
