import { type Command, InvalidArgumentError } from 'commander';
import { ConfigError } from '../config/config-error.ts';
import type { ConfigRequest } from '../config/config-request.ts';
import { ContentRootError } from '../content/read-folder.ts';
import { printable, type Terminal } from './terminal.ts';

/** Options that every command about content has, as commander gives them. */
export interface ContentOptions {
  /** A file by `--config`, `false` by `--no-config`. */
  readonly config?: string | false;
}

/** Adds the folder, `--config` and `--no-config` to a command whose action gets `(folder, options)`. */
export function addContentArguments(command: Command): Command {
  return command
    .argument(
      '[folder]',
      'folder with the content, or with a configuration that says where it is (default: what the configuration says, otherwise "content")',
    )
    .option(
      '-c, --config <file>',
      'configuration to use (default: foliograph.config.* in the folder or above it)',
      configOf,
    )
    .option('--no-config', 'use no configuration');
}

function configOf(text: string): string {
  if (text !== '') return text;
  throw new InvalidArgumentError('Expected the name of a file.');
}

/** What the command line says about content and configuration. */
export function requestOf(folder: string | undefined, { config }: ContentOptions): ConfigRequest {
  return { folder: folder ?? null, config: config ?? null, workingFolder: process.cwd() };
}

export interface FailureContext {
  readonly terminal: Terminal;
  /** How the command that failed is called: `foliograph check`. */
  readonly command: string;
  /** Exit code for a content root that cannot be used. */
  readonly rootExitCode: 1 | 2;
  /** What to do where the folder is not there, if that is known. */
  readonly missingHint?: string | null;
}

/**
 * Prints why configuration or content cannot be used, and gives the exit code of the command: 2 for the configuration.
 * Every other error is thrown again.
 */
export function explainFailure(error: unknown, context: FailureContext): number {
  const { terminal, command, rootExitCode, missingHint = null } = context;
  if (error instanceof ConfigError) {
    for (const problem of error.problems) terminal.err(`${printable(problem)}\n`);
    return 2;
  }
  if (error instanceof ContentRootError) {
    const hint = error.code === 'ROOT_NOT_FOUND' ? missingHint : null;
    terminal.err(`foliograph: ${printable(error.message)}. ${hint ?? rootHints[error.code](command)}\n`);
    return rootExitCode;
  }
  throw error;
}

const nameFolder = (command: string): string => `Name the folder with your Markdown: ${command} FOLDER.`;

const rootHints: Readonly<Record<ContentRootError['code'], (command: string) => string>> = {
  ROOT_NOT_FOUND: nameFolder,
  ROOT_NOT_A_FOLDER: nameFolder,
  ROOT_UNREADABLE: () => 'Check its permissions.',
  ASSETS_UNREADABLE: () => 'Check the name and the permissions of the folder with the assets.',
  ROOT_EMPTY: (command) => `Write a page into it, or name another folder: ${command} FOLDER.`,
};
