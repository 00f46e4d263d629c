import type { LogFormat, OperatorLog } from './operator-log.ts';
import { createTextLog } from './text-log.ts';
import type { RelayedTerminal } from './relayed-terminal.ts';

export interface LogOptions {
  readonly format: LogFormat;
  readonly terminal: RelayedTerminal;
}

/** A log on stderr. As JSON it takes everything that goes to the terminal's `err` from now on, so that no line is none. */
export async function createLog({ format, terminal }: LogOptions): Promise<OperatorLog> {
  if (format === 'text') return createTextLog(terminal);
  // most starts need no JSON
  const { createJsonLog } = await import('./json-log.ts');
  const log = createJsonLog(terminal.own);
  terminal.relayTo(log);
  return log;
}
