#!/usr/bin/env node
import { CommanderError } from 'commander';
import { createRelayedTerminal } from './log/relayed-terminal.ts';
import { createProgram } from './program.ts';
import { createTerminal } from './terminal.ts';

const terminal = createRelayedTerminal(createTerminal(process.stdout, process.stderr));
const program = createProgram(terminal);
// serving ends with 1 when something fails, while a command that ends with 1 has found problems
const unforeseenCode = program.commands.some((command) => command.name() === process.argv[2]) ? 2 : 1;

// what code of the configuration does later is awaited by nobody
process.on('uncaughtException', (error) => {
  terminal.unforeseen(error);
  process.exit(unforeseenCode);
});

try {
  await program.parseAsync(process.argv);
} catch (error) {
  // --help and --version end with 0; wrong arguments, which commander has explained, with 2
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    terminal.unforeseen(error);
    process.exitCode = unforeseenCode;
  }
}
