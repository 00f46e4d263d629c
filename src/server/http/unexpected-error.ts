import type { Log } from '../log.ts';
import { type Answer, jsonAnswer } from './answer.ts';

/** Logs what should not have happened, and answers with no more than the id of the request that it happened to. */
export function unexpectedAnswer(error: unknown, requestId: string, log: Log): Answer {
  log.error('Unexpected error', { requestId, error });
  const errors = [{ message: 'Unexpected error.', extensions: { code: 'INTERNAL_SERVER_ERROR', requestId } }];
  return jsonAnswer(500, { errors });
}
