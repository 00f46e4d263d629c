import type { Diagnostic } from '../content/diagnostic.ts';
import { printable } from './terminal.ts';

/** `de/network.md:4:7 error expected ..., but found ... [frontmatter-yaml] What to do.` */
export function formatDiagnostic({ path, line, column, severity, message, code, hint }: Diagnostic): string {
  const place = [path, line, column].filter((part) => part !== null).join(':');
  return printable(`${place} ${severity} ${message} [${code}]${hint === null ? '' : ` ${hint}`}`);
}
