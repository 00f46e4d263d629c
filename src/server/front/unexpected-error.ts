import { randomUUID } from 'node:crypto';
import type { Log } from '../log.ts';
import type { WayAnswer } from '../way-answer.ts';

/** Logs what should not have happened, and answers with no more than the id under which it was. */
export function unexpectedError(error: unknown, mediaType: string, log: Log): WayAnswer {
  const requestId = randomUUID();
  log.error('Unexpected error', { requestId, error });
  const errors = [{ message: 'Unexpected error.', extensions: { code: 'INTERNAL_SERVER_ERROR', requestId } }];
  return {
    status: 500,
    contentType: `${mediaType}; charset=utf-8`,
    body: Buffer.from(JSON.stringify({ errors })),
    headers: [],
    isFixed: false,
  };
}
