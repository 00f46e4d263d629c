import { type Command, InvalidArgumentError, Option } from 'commander';
import { type ContentOptions, requestOf } from './content-arguments.ts';
import type { LogFormat } from './log/operator-log.ts';
import { isToken } from './read-tokens.ts';
import type { ServeOptions } from './serve-options.ts';

/** Options of serving, as commander gives them. */
export interface ServeArguments extends ContentOptions {
  readonly host: string;
  readonly port: number;
  readonly workers: number;
  readonly watch: boolean;
  readonly poll?: boolean;
  /** A folder by `--cache`, `false` by `--no-cache`. */
  readonly cache?: string | false | null;
  readonly tokenFile?: string;
  readonly previewToken?: string;
  readonly operations?: string;
  readonly onlyTrusted?: boolean;
  readonly logFormat: LogFormat;
  readonly logRequests?: boolean;
}

/** Adds the options of serving to a command whose action gets `(folder, options)`. */
export function addServeArguments(command: Command): Command {
  return command
    .option('-p, --port <number>', 'port to listen on; 0 takes a free one', portOf, 4000)
    .option('-H, --host <address>', 'address to listen on', hostOf, '127.0.0.1')
    .option('-w, --workers <number>', 'processes that serve on the port, for machines with many cores', workersOf, 1)
    .option('--no-watch', 'serve the content as it is at the start')
    .option('--poll', 'find changes by looking at all files every few seconds, where the system tells of none')
    .option(
      '--cache <folder>',
      'folder that keeps what was parsed for the next start (default: that of the system)',
      nameOf('folder'),
    )
    .option('--no-cache', 'parse everything at the start, and keep nothing')
    .option(
      '--token-file <file>',
      'file with access tokens, one a line; requests without one are refused',
      nameOf('file'),
    )
    .addOption(
      // other users of the machine see arguments
      new Option('--preview-token <token>', 'show drafts to requests that bear this token').env(
        'FOLIOGRAPH_PREVIEW_TOKEN',
      ),
    )
    .option('--operations <file>', 'JSON file or folder with documents that may be asked for by hash', nameOf('file'))
    .option('--only-trusted', 'run nothing but the documents of --operations')
    .addOption(
      new Option('--log-format <format>', 'how lines of the log look').choices(['text', 'json']).default('text'),
    )
    .option('--log-requests', 'log a line for each request');
}

/** What is wrong with options as such, or with some that do not go together; `null` where nothing is. */
export function problemIn({ onlyTrusted, operations, previewToken }: ServeArguments): string | null {
  if (onlyTrusted === true && operations === undefined) {
    return 'expected --operations with --only-trusted, which would refuse everything without it';
  }
  // commander would print it
  if (previewToken !== undefined && !isToken(previewToken)) {
    return 'expected the preview token to be letters, digits and "-._~+/", but found none or other characters';
  }
  return null;
}

/** What the command line says about serving, with nothing left open. */
export function serveOptionsOf(
  folder: string | undefined,
  given: ServeArguments,
): Omit<ServeOptions, 'terminal' | 'ending' | 'commands'> {
  const { host, port, workers, logFormat } = given;
  return {
    ...{ host, port, workers, logFormat },
    request: requestOf(folder, given),
    watch: !given.watch ? 'off' : given.poll === true ? 'poll' : 'hints',
    cache: given.cache ?? null,
    tokenFile: given.tokenFile ?? null,
    previewToken: given.previewToken ?? null,
    operations: given.operations ?? null,
    onlyTrusted: given.onlyTrusted === true,
    logRequests: given.logRequests === true,
  };
}

function hostOf(text: string): string {
  if (text.trim() !== '') return text;
  throw new InvalidArgumentError('Expected a host name or an address.');
}

const nameOf =
  (what: string) =>
  (text: string): string => {
    if (text !== '') return text;
    throw new InvalidArgumentError(`Expected the name of a ${what}.`);
  };

function workersOf(text: string): number {
  const workers = Number(text);
  if (/^\d+$/.test(text) && workers >= 1 && workers <= 256) return workers;
  throw new InvalidArgumentError('Expected a number from 1 to 256.');
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('Expected a number from 0 to 65535.');
}
