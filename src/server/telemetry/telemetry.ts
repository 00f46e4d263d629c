/** Sees every request once, when its answer is handed to the connection. */
export interface Telemetry {
  answered(request: AnsweredRequest): void;
}

/** What can be told of a request without knowing its content. */
export interface AnsweredRequest {
  /** Of `X-Request-Id`. */
  readonly id: string;
  readonly method: string;
  /** Path without the query string. */
  readonly path: string;
  readonly route: Route;
  readonly status: number;
  /** Of the body as it is sent. */
  readonly bytes: number;
  /** Milliseconds since the epoch at which its head was there; may have fractions. */
  readonly startedAt: number;
  /** Milliseconds from then until the answer was handed over. */
  readonly duration: number;
  /** Where a GraphQL answer came from; `null` for everything else. */
  readonly source: AnswerSource | null;
  /** Of the operation, as the client chose it: from an unbounded set. */
  readonly operationName: string | null;
  /** Whether drafts were shown. */
  readonly isPreview: boolean;
  /** W3C Trace Context, `traceparent`. */
  readonly traceParent: string | undefined;
}

export type Route = 'graphql' | 'graphiql' | 'schema' | 'livez' | 'readyz' | 'metrics' | 'other';

/** `cache`: it was kept; `run`: made by the short way; `yoga`: by the long one; `refused`: told no before anything ran. */
export type AnswerSource = 'cache' | 'run' | 'yoga' | 'refused';

export const noTelemetry: Telemetry = Object.freeze({ answered() {} });
