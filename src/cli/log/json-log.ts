import { pino } from 'pino';
import { printable, type Terminal } from '../terminal.ts';
import type { OperatorLog } from './operator-log.ts';
import { requestFields, shown } from './request-fields.ts';

/**
 * Lines of JSON as pino writes them: `level` (30 info, 40 warn, 50 error, 60 fatal), `time` in milliseconds since the
 * epoch, `pid`, fields, and `msg`. An error is `err`, with `type`, `message` and `stack`.
 */
export function createJsonLog(terminal: Terminal, now: () => number = Date.now): OperatorLog {
  const logger = pino(
    {
      base: { pid: process.pid },
      timestamp: () => `,"time":${now()}`,
      // pino's own would also write what an error carries, such as the source of a query
      serializers: { err: plainError },
    },
    // a stream that writes at once: pino's threads are files of their own, which a bundle has not
    { write: (line: string) => terminal.err(escaped(line)) },
  );
  return {
    error: (message, { requestId, error }) => logger.error({ requestId: shown(requestId), err: error }, message),
    tell: (text, { level = 'info', fields = {} } = {}) => logger[level](fields, messageOf(text)),
    requests: {
      answered(request) {
        const { method, path, status } = request;
        const level = status >= 500 ? 'warn' : 'info';
        logger[level](requestFields(request), `${shown(method)} ${shown(path)} ${status}`);
      },
    },
    unforeseen: (error) => logger.fatal({ err: error }, error instanceof Error ? error.message : String(error)),
  };
}

/** Without the name of the program, which every line of a log is of. */
const messageOf = (text: string): string => text.replace(/^foliograph: /, '').trimEnd();

/** What JSON lets stand and a terminal would obey, escaped as JSON does it: the line says the same. */
const escaped = (line: string): string => `${printable(line.trimEnd())}\n`;

function plainError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  const { name, message, stack, cause } = error;
  return { type: name, message, stack, ...(cause !== undefined && { cause: plainError(cause) }) };
}
