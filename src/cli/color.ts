import type { Writable } from 'node:stream';
import { styleText } from 'node:util';
import type { Command } from 'commander';

/** Gives a text a format of `util.styleText`, where colours are wanted. */
export type Paint = (format: Parameters<typeof styleText>[0], text: string) => string;

export function createPaint(isColored: boolean): Paint {
  return (format, text) => (isColored ? styleText(format, text, { validateStream: false }) : text);
}

export interface ColorOptions {
  /** `undefined` when the command line says nothing. */
  readonly color?: boolean;
}

/** `--color` and `--no-color`, which win over what the environment says. */
export function addColorOptions(command: Command): Command {
  return command
    .option('--color', 'print colours, also into a file or a pipe')
    .option('--no-color', 'print no colours');
}

/** Whether a stream takes colours: NO_COLOR says so, then FORCE_COLOR, then the terminal. What is empty says nothing. */
export function hasColor(stream: Writable, { FORCE_COLOR = '', NO_COLOR = '', ...env }: NodeJS.ProcessEnv): boolean {
  if (NO_COLOR !== '') return false;
  if (FORCE_COLOR !== '') return !['0', 'false'].includes(FORCE_COLOR);
  return 'hasColors' in stream && typeof stream.hasColors === 'function' && stream.hasColors(env) === true;
}
