import { randomUUID } from 'node:crypto';
import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Log } from '../log.ts';
import { shortMessage } from '../operations/error-answer.ts';

/** What somebody threw who did not mean it for clients becomes this; what happened stays on `originalError`. */
export function maskError(error: unknown): Error {
  if (isMeantForClients(error)) return error;
  const located = error instanceof GraphQLError ? error : undefined;
  const original = located?.originalError ?? error;
  return new GraphQLError('Unexpected error.', {
    nodes: located?.nodes ?? null,
    path: located?.path ?? null,
    originalError: original instanceof Error ? original : new Error(String(original), { cause: original }),
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  });
}

/** A GraphQLError that wraps nothing but other ones. */
function isMeantForClients(error: unknown): error is GraphQLError {
  if (!(error instanceof GraphQLError)) return false;
  return error.originalError === undefined || isMeantForClients(error.originalError);
}

export interface ErrorsOptions {
  readonly log: Log;
}

/** Who asks may want to know whether asking again would give the same. */
interface Settling {
  readonly settle?: (isFixed: boolean) => void;
}

/** Gives every error a code, and logs each unexpected one once, with an id that stands in the answer, too. */
export function useErrors({ log }: ErrorsOptions): Plugin<object, Settling> {
  return {
    onParse() {
      return ({ result }) => {
        if (result instanceof GraphQLError) setCode(result, 'GRAPHQL_PARSE_FAILED');
      };
    },
    onResultProcess({ result, serverContext }) {
      const errors = 'errors' in result ? (result.errors ?? []) : [];
      for (const error of errors) {
        setCode(error, 'BAD_USER_INPUT');
        error.message = shortMessage(error.message);
      }
      const unexpected = errors.filter(({ extensions }) => extensions['code'] === 'INTERNAL_SERVER_ERROR');
      serverContext.settle?.(!errors.some(({ extensions }) => passing.has(extensions['code'])));
      if (unexpected.length === 0) return;
      const requestId = randomUUID();
      for (const error of unexpected) report(error, requestId, log);
    },
  };
}

/** Codes of errors that may be gone the next time. */
const passing: ReadonlySet<unknown> = new Set(['INTERNAL_SERVER_ERROR', 'EXECUTION_TIMEOUT']);

/** graphql-js gives none to what is wrong with variables or the operation's name: requests that a client can mend. */
function setCode(error: GraphQLError, code: string): void {
  error.extensions['code'] ??= code;
}

function report(error: GraphQLError, requestId: string, log: Log): void {
  error.extensions['requestId'] = requestId;
  log.error('Unexpected error', { requestId, error: error.originalError ?? error });
}
