import { printableStack } from './log-to.ts';
import { printable, type Terminal } from './terminal.ts';

/** Prints an error that nobody has foreseen: a line for whoever meets it, then the stack for whoever is to mend it. */
export function explainUnforeseen(error: unknown, terminal: Terminal): void {
  const known = error instanceof Error ? error : new Error(String(error));
  terminal.err(`foliograph: ${printable(known.message)}\n${printableStack(known)}\n`);
}
