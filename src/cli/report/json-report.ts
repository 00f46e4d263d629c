import { pathFromWorkingFolder, type Reporter } from './check-report.ts';

/** For programs; the fields are those of docs/checking.md. */
export const jsonReport: Reporter = (report) => {
  const { version, documentCount, fileCount, counts, baseline } = report;
  const diagnostics = report.diagnostics.map(({ path, line, column, severity, code, message, hint }) => {
    return { path, line, column, severity, code, message, hint };
  });
  const root = pathFromWorkingFolder(report, '');
  return `${JSON.stringify({ version, root, documentCount, fileCount, counts, baseline, diagnostics }, null, 2)}\n`;
};
