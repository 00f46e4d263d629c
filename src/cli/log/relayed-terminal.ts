import type { Terminal } from '../terminal.ts';
import { explainUnforeseen } from '../unforeseen.ts';
import type { LogLevel, OperatorLog } from './operator-log.ts';

/** A terminal whose `err` can be taken over by a log, by whoever it was given to before. */
export interface RelayedTerminal extends Terminal {
  /** What is written to until then. */
  readonly own: Terminal;
  relayTo(log: OperatorLog): void;
  /** The same whose `err` takes what is worth that level. */
  at(level: LogLevel): Terminal;
  /** Tells an error that nobody has foreseen. */
  unforeseen(error: unknown): void;
}

export function createRelayedTerminal(own: Terminal): RelayedTerminal {
  let log: OperatorLog | null = null;
  const at = (level: LogLevel): Terminal => ({
    ...own,
    err: (text) => (log === null ? own.err(text) : log.tell(text, { level })),
    // a log is no place for pictures
    errColumns: () => (log === null ? own.errColumns() : Infinity),
  });
  return {
    ...at('info'),
    own,
    at,
    relayTo(taker) {
      log = taker;
    },
    unforeseen: (error) => (log === null ? explainUnforeseen(error, own) : log.unforeseen(error)),
  };
}
