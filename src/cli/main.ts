#!/usr/bin/env node
import { CommanderError } from 'commander';
import { createProgram } from './program.ts';
import { createTerminal } from './terminal.ts';

const terminal = createTerminal(process.stdout, process.stderr);

try {
  await createProgram(terminal).parseAsync(process.argv);
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  // --help and --version end with 0; wrong arguments, which commander has explained, with 2
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}
