import type { ConfigRequest } from '../config/config-request.ts';
import type { Ending } from './ending.ts';
import type { WatchMode } from './served-content.ts';
import type { LogFormat } from './log/operator-log.ts';
import type { RelayedTerminal } from './log/relayed-terminal.ts';

/** What the command line says about serving. */
export interface ServeOptions {
  readonly request: ConfigRequest;
  readonly host: string;
  readonly port: number;
  /** Processes that serve; with 1 this one does. */
  readonly workers: number;
  readonly watch: WatchMode;
  /** Folder of the parse cache; `false` for none, `null` for the system's. */
  readonly cache: string | false | null;
  /** File with the access tokens; `null` where everybody may ask. */
  readonly tokenFile: string | null;
  /** The token with which drafts are shown; `null` for none. */
  readonly previewToken: string | null;
  /** JSON file or folder with trusted documents; `null` for none. */
  readonly operations: string | null;
  /** Whether nothing but trusted documents is run. */
  readonly onlyTrusted: boolean;
  /** How lines of the log look. */
  readonly logFormat: LogFormat;
  /** Whether every request has a line of its own. */
  readonly logRequests: boolean;
  readonly terminal: RelayedTerminal;
  readonly ending: Ending;
  /** Names of commands, one of which may be meant by a folder that is not there. */
  readonly commands: readonly string[];
}
