import { Command, InvalidArgumentError } from 'commander';
import { readVersion } from '../version.ts';
import { createCheckCommand } from './check.ts';
import { addContentArguments, type ContentOptions, requestOf } from './content-arguments.ts';
import { createInitCommand } from './init.ts';
import { createLanguagesCommand } from './languages.ts';
import type { Terminal } from './terminal.ts';

interface ServeOptions extends ContentOptions {
  readonly host: string;
  readonly port: number;
  readonly workers: number;
  readonly watch: boolean;
  readonly poll?: boolean;
  /** A folder by `--cache`, `false` by `--no-cache`. */
  readonly cache?: string | false | null;
}

/** The command line. Throws commander's error for wrong arguments, and for --help and --version. */
export function createProgram(terminal: Terminal): Command {
  const program = addContentArguments(new Command('foliograph'))
    .description('Serves a folder of Markdown in several languages as a typed GraphQL API.')
    .option('-p, --port <number>', 'port to listen on; 0 takes a free one', portOf, 4000)
    .option('-H, --host <address>', 'address to listen on', hostOf, '127.0.0.1')
    .option('-w, --workers <number>', 'processes that serve on the port, for machines with many cores', workersOf, 1)
    .option('--no-watch', 'serve the content as it is at the start')
    .option('--poll', 'find changes by looking at all files every few seconds, where the system tells of none')
    .option(
      '--cache <folder>',
      'folder that keeps what was parsed for the next start (default: that of the system)',
      folderOf,
    )
    .option('--no-cache', 'parse everything at the start, and keep nothing')
    .version(readVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .usage('[options] [folder]\n       foliograph <command> [options]')
    .addHelpText('after', `\n${namesOfCommands}`)
    .showHelpAfterError(hintFor('foliograph'))
    .helpCommand('help [command]', 'print the help of a command')
    .allowExcessArguments(false)
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .exitOverride()
    // what stands behind the name of a command belongs to that command
    .enablePositionalOptions()
    .hook('preSubcommand', requireNoOptions)
    .action(
      async (
        folder: string | undefined,
        { host, port, workers, watch, poll = false, cache = null, ...options }: ServeOptions,
      ) => {
        // other commands need no server, and do not wait for it to be loaded
        const { serve } = await import('./serve.ts');
        const request = requestOf(folder, options);
        const mode = !watch ? 'off' : poll ? 'poll' : 'hints';
        await serve({ request, host, port, workers, watch: mode, cache, terminal, commands: commandNames(program) });
      },
    );
  for (const create of [createCheckCommand, createLanguagesCommand, createInitCommand]) {
    const command = create(terminal).copyInheritedSettings(program);
    program.addCommand(command.showHelpAfterError(hintFor(`foliograph ${command.name()}`)));
  }
  return program;
}

const namesOfCommands =
  'A folder that has the name of a command is served by its path: foliograph ./check.\n' +
  'Help for a command: foliograph check --help.';

const hintFor = (command: string): string => `Run "${command} --help" for its arguments and options.`;

const commandNames = ({ commands }: Command): readonly string[] => [
  ...commands.map((command) => command.name()),
  'help',
];

/** Options in front of a command would be those of serving, and count for nothing. */
function requireNoOptions(program: Command, command: Command): void {
  const given = program.options.find((option) => {
    const name = option.attributeName();
    const isNegated = program.getOptionValue(name) === false;
    return program.getOptionValueSource(name) === 'cli' && option.negate === isNegated;
  });
  if (given === undefined) return;
  program.error(`error: expected options behind "${command.name()}", but found '${given.flags}' in front of it`);
}

function hostOf(text: string): string {
  if (text.trim() !== '') return text;
  throw new InvalidArgumentError('Expected a host name or an address.');
}

function folderOf(text: string): string {
  if (text !== '') return text;
  throw new InvalidArgumentError('Expected the name of a folder.');
}

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
