import type { ConfigRequest } from '../../config/config-request.ts';
import type { Diagnostic, Severity } from '../../content/diagnostic.ts';
import { lineLimit, problemLines, toldProblems } from '../problem-lines.ts';
import type { LogLevel, OperatorLog } from './operator-log.ts';

/** Tells problems of the content, the worst first, and how many more there are. */
export function tellProblems(log: OperatorLog, diagnostics: readonly Diagnostic[], request: ConfigRequest): void {
  const told = toldProblems(diagnostics);
  for (const [index, line] of problemLines(diagnostics, request).entries()) {
    const problem = index < lineLimit ? told[index] : undefined;
    log.tell(
      line,
      problem === undefined ? { level: 'warn' } : { level: levels[problem.severity], fields: fieldsOf(problem) },
    );
  }
}

const levels: Readonly<Record<Severity, LogLevel>> = { error: 'error', warning: 'warn', info: 'info' };

const fieldsOf = ({ code, path, line, column }: Diagnostic) => ({ event: 'problem', code, path, line, column });
