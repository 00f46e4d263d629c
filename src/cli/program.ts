import { Command } from 'commander';
import { readVersion } from '../version.ts';
import { createCheckCommand } from './check.ts';
import { addContentArguments } from './content-arguments.ts';
import { createEnding } from './ending.ts';
import { createInitCommand } from './init.ts';
import { createLanguagesCommand } from './languages.ts';
import { addServeArguments, problemIn, type ServeArguments, serveOptionsOf } from './serve-arguments.ts';
import type { RelayedTerminal } from './log/relayed-terminal.ts';

/** The command line. Throws commander's error for wrong arguments, and for --help and --version. */
export function createProgram(terminal: RelayedTerminal): Command {
  const program = addServeArguments(addContentArguments(new Command('foliograph')))
    .description('Serves a folder of Markdown in several languages as a typed GraphQL API.')
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
    .action(async (folder: string | undefined, given: ServeArguments) => {
      const problem = problemIn(given);
      if (problem !== null) program.error(`error: ${problem}`);
      const ending = createEnding();
      // other commands need no server, and do not wait for it to be loaded
      const { serve } = await import('./serve.ts');
      await serve({ ...serveOptionsOf(folder, given), terminal, ending, commands: commandNames(program) });
    });
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
