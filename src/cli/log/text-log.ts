import type { AnsweredRequest } from '../../server/telemetry/telemetry.ts';
import { logTo } from '../log-to.ts';
import { printable, type Terminal } from '../terminal.ts';
import { explainUnforeseen } from '../unforeseen.ts';
import type { OperatorLog } from './operator-log.ts';
import { shown } from './request-fields.ts';

/** Lines for people. */
export function createTextLog(terminal: Terminal): OperatorLog {
  return {
    error: logTo(terminal).error,
    tell: (text) => terminal.err(`${text}\n`),
    requests: { answered: (request) => terminal.err(`${requestLine(request)}\n`) },
    unforeseen: (error) => explainUnforeseen(error, terminal),
  };
}

/**
 * `2026-11-28T13:15:23.123Z POST /graphql 200 0.41 ms 2048 B cache 1f0c... Partners`: the time of the answer; `-` stands
 * for what there is not. The operation's name is last, since it may hold anything.
 */
function requestLine(request: AnsweredRequest): string {
  const { id, method, path, status, bytes, startedAt, duration, source, operationName, isPreview } = request;
  const time = new Date(startedAt + duration).toISOString();
  const origin = `${source ?? '-'}${isPreview ? ' (preview)' : ''}`;
  return printable(
    `${time} ${shown(method)} ${shown(path)} ${status} ${duration.toFixed(2)} ms ${bytes} B ${origin} ${shown(id)} ${shown(operationName ?? '-')}`,
  );
}
