import type { Writable } from 'node:stream';
import { hasColor } from './color.ts';

/** Where commands print. Answers that somebody asked for go to `out`, everything else to `err`. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Whether what goes to `out` may be coloured. */
  readonly hasColor: boolean;
}

/** A reader that goes away (`| head`) ends nothing: what nobody reads any more is dropped. */
export function createTerminal(stdout: Writable, stderr: Writable, env: NodeJS.ProcessEnv = process.env): Terminal {
  const err = (text: string): void => void stderr.write(text);
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    err(`foliograph: The output could not be written (${error.code ?? error.message}).\n`);
    process.exitCode = 2;
  });
  stderr.on('error', () => {});
  return { out: (text) => void stdout.write(text), err, hasColor: hasColor(stdout, env) };
}

/**
 * One line of text that a terminal shows as it is: names of files may hold line ends, escape sequences, and characters
 * that turn the direction of what follows.
 */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a terminal would obey
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
