import type { Writable } from 'node:stream';
import { hasColor } from './color.ts';

/** Where commands print. Answers that somebody asked for go to `out`, everything else to `err`. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Whether what goes to `out` may be coloured. */
  readonly hasColor: boolean;
  /** Cells of a line of `out`; `Infinity` where it is no terminal. */
  readonly columns: number;
  /** The same of `err`, now: windows change their size. */
  errColumns(): number;
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
  const out = (text: string): void => void stdout.write(text);
  return { out, err, hasColor: hasColor(stdout, env), columns: columnsOf(stdout), errColumns: () => columnsOf(stderr) };
}

/** A terminal that does not tell its width tells 0. */
function columnsOf(stream: Writable): number {
  const isTerminal = 'isTTY' in stream && stream.isTTY === true;
  return isTerminal && 'columns' in stream && Number(stream.columns) > 0 ? Number(stream.columns) : Infinity;
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
