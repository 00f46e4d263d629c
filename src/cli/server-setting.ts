import type { TrustedOptions } from '../server/documents/documents.ts';
import type { ServerOptions } from '../server/server-options.ts';
import type { LogFormat } from './log/operator-log.ts';

/** What a process that serves has to know beside the content: plain data, which other processes are sent. */
export interface ServerSetting {
  readonly host: string;
  readonly port: number;
  readonly server: ServerOptions;
  readonly documents: TrustedOptions;
  /** Access tokens; none where everybody may ask. */
  readonly tokens: readonly string[];
  /** Of those who may see everything; `null` where nobody may. */
  readonly previewToken: string | null;
  readonly logFormat: LogFormat;
  /** Whether every request has a line of its own. */
  readonly logRequests: boolean;
}
