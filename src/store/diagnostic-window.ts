import { compareDiagnostics, type Diagnostic } from '../content/diagnostic.ts';
import type { DiagnosticQuery, DiagnosticWindow } from './contract.ts';
import { firstIndex } from './place.ts';

/** @param diagnostics - by path, line, column, code and message */
export function diagnosticWindow(
  diagnostics: readonly Diagnostic[],
  { severity, code, path, first, after }: DiagnosticQuery,
): DiagnosticWindow {
  const within = path === null || path === '' ? diagnostics : withinPath(diagnostics, path);
  const matching = within.filter(
    (diagnostic, index) =>
      (severity === null || diagnostic.severity === severity) &&
      (code === null || diagnostic.code === code) &&
      !isRepeated(diagnostic, within[index - 1]),
  );
  const start = after === null ? 0 : firstIndex(matching, (diagnostic) => compareDiagnostics(diagnostic, after) > 0);
  const end = first === null ? matching.length : Math.min(matching.length, start + first);
  return {
    items: matching.slice(start, end),
    totalCount: matching.length,
    hasPreviousPage: start > 0,
    hasNextPage: end < matching.length,
  };
}

/** Those of a file or of a folder, which may have a slash at its end, without a look at all the others. */
function withinPath(diagnostics: readonly Diagnostic[], path: string): readonly Diagnostic[] {
  const folder = path.endsWith('/') ? path : `${path}/`;
  const from = firstIndex(diagnostics, (diagnostic) => diagnostic.path >= folder);
  const end = firstIndex(diagnostics, (diagnostic) => diagnostic.path >= folder && !diagnostic.path.startsWith(folder));
  const file = firstIndex(diagnostics, (diagnostic) => diagnostic.path >= path);
  const endOfFile = firstIndex(diagnostics, (diagnostic) => diagnostic.path > path);
  return [...diagnostics.slice(file, endOfFile), ...diagnostics.slice(from, end)];
}

/** Told twice, a problem would have no place of its own. */
const isRepeated = (diagnostic: Diagnostic, before: Diagnostic | undefined): boolean =>
  before !== undefined && compareDiagnostics(before, diagnostic) === 0;
