import type { ConfigRequest } from '../config/config-request.ts';
import type { Diagnostic } from '../content/diagnostic.ts';
import { formatDiagnostic } from './format-diagnostic.ts';
import { printable } from './terminal.ts';

/** Problems that are told one by one at the start. */
export const lineLimit = 20;

/** What a start tells of the content: errors, then warnings; `foliograph check` tells the rest, and infos. */
export function problemLines(diagnostics: readonly Diagnostic[], request: ConfigRequest): readonly string[] {
  const told = toldProblems(diagnostics);
  const lines = told.slice(0, lineLimit).map(formatDiagnostic);
  const rest = told.length - lines.length;
  return rest === 0 ? lines : [...lines, `... and ${rest} more: run "${printable(checkCommand(request))}"`];
}

/** Errors and warnings, errors first. */
export function toldProblems(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return (['error', 'warning'] as const).flatMap((wanted) => diagnostics.filter(({ severity }) => severity === wanted));
}

/** The command that checks what is served. */
function checkCommand({ folder, config }: ConfigRequest): string {
  const options = config === false ? ['--no-config'] : config === null ? [] : ['--config', quoted(config)];
  return ['foliograph check', ...(folder === null ? [] : [quoted(folder)]), ...options].join(' ');
}

/** As a POSIX shell reads it. */
const quoted = (argument: string): string =>
  /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`;
