import { connect } from 'node:net';
import { createResponseReader, type OnResponse } from './response-reader.ts';

/** One kept connection to a server, with one request on its way at most. */
export interface Connection {
  /** Sends the bytes of a request, each byte a character. `onAnswer` comes once, in the turn in which the answer is complete. */
  send(request: string, onAnswer: OnResponse): void;
  close(): void;
}

/**
 * Opens a connection on 127.0.0.1.
 *
 * @param onFailure - told when the server closes it, or it breaks
 */
export function openConnection(port: number, onFailure: (error: Error) => void): Promise<Connection> {
  return new Promise((resolve, reject) => {
    let waiting: OnResponse | null = null;
    const read = createResponseReader((status, bodySize, head) => {
      const onAnswer = waiting;
      waiting = null;
      if (onAnswer === null) onFailure(new Error(`expected no answer, but got one with status ${status}`));
      else onAnswer(status, bodySize, head);
    });
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.off('error', reject).on('error', onFailure).on('data', read);
      socket.on('close', () => onFailure(new Error('expected a kept connection, but the server closed it')));
      resolve({
        send(request, onAnswer) {
          waiting = onAnswer;
          socket.write(request, 'latin1');
        },
        close: () =>
          socket
            .removeAllListeners()
            .on('error', () => undefined)
            .destroy(),
      });
    });
  });
}
