import type { Diagnostic } from '../content/diagnostic.ts';
import { printable } from './terminal.ts';

/** `de/network.md:4:7 error expected ..., but found ... [frontmatter-yaml] What to do.` */
export function formatDiagnostic({ path, line, column, severity, message, code, hint }: Diagnostic): string {
  return printable(`${path}:${line}:${column} ${severity} ${message} [${code}]${hint === null ? '' : ` ${hint}`}`);
}
