import type { Log } from '../../server/log.ts';
import type { Telemetry } from '../../server/telemetry/telemetry.ts';

/** What a server tells whoever runs it. */
export interface OperatorLog extends Log {
  /** Tells something; the text needs no line end. What came from elsewhere in it is printable already. */
  tell(text: string, details?: LogDetails): void;
  /** Tells each request in one line. */
  readonly requests: Telemetry;
  /** Tells an error that nobody has foreseen, after which the process ends. */
  unforeseen(error: unknown): void;
}

interface LogDetails {
  readonly level?: LogLevel;
  /** What the text says, for machines; never what clients asked for in secret: variables, queries, tokens, cookies. */
  readonly fields?: Readonly<Record<string, unknown>>;
}

export type LogLevel = 'info' | 'warn' | 'error';

/** `text` is for people, `json` has one JSON object a line. */
export type LogFormat = 'text' | 'json';
