import type { Log } from '../server/log.ts';
import type { Terminal } from './terminal.ts';

/** Tells on a terminal what an operator should know of requests. */
export const logTo = (terminal: Terminal): Log => ({
  error: (message, { requestId, error }) => terminal.err(`${message} (request ${requestId}): ${stackOf(error)}\n`),
});

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
