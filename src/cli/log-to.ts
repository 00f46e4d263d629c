import type { Log } from '../server/log.ts';
import { printable, type Terminal } from './terminal.ts';

/** Tells on a terminal what an operator should know of requests. */
export const logTo = (terminal: Terminal): Log => ({
  error: (message, { requestId, error }) =>
    terminal.err(`${message} (request ${printable(requestId)}): ${printableStack(error)}\n`),
});

/** Lines of a stack, whose message may quote what a client sent. */
export function printableStack(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return stack.split('\n').map(printable).join('\n');
}
