import { Command, InvalidArgumentError } from 'commander';
import { readVersion } from '../version.ts';
import { serve } from './serve.ts';
import type { Terminal } from './terminal.ts';

interface ServeOptions {
  readonly host: string;
  readonly port: number;
}

/** The command line. Throws commander's error for wrong arguments, and for --help and --version. */
export function createProgram(terminal: Terminal): Command {
  return new Command('foliograph')
    .description('Serves a folder of Markdown in several languages as a typed GraphQL API.')
    .argument('[folder]', 'folder with the content', 'content')
    .option('-p, --port <number>', 'port to listen on; 0 takes a free one', portOf, 4000)
    .option('-H, --host <address>', 'address to listen on', hostOf, '127.0.0.1')
    .version(readVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .showHelpAfterError()
    .allowExcessArguments(false)
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .exitOverride()
    .action((folder: string, { host, port }: ServeOptions) => serve({ folder, host, port, terminal }));
}

function hostOf(text: string): string {
  if (text.trim() !== '') return text;
  throw new InvalidArgumentError('Expected a host name or an address.');
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('Expected a number from 0 to 65535.');
}
