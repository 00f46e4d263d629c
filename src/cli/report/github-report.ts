import type { Severity } from '../../content/diagnostic.ts';
import { printable } from '../terminal.ts';
import { pathFromWorkingFolder, type Reporter } from './check-report.ts';
import { summaryOf } from './summary.ts';

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<Severity, string>;

/** Workflow commands of GitHub Actions, which shows them beside the lines of a pull request. */
export const githubReport: Reporter = (report) => {
  const lines = report.diagnostics.map(({ severity, code, message, hint, path, line, column }) => {
    const file = property(pathFromWorkingFolder(report, path));
    const text = [message, ...(hint === null ? [] : [hint])].map(printable).join('\n');
    return `::${commands[severity]} file=${file},line=${line},col=${column},title=${property(code)}::${data(text)}\n`;
  });
  return lines.join('') + summaryOf(report);
};

/** The message of a command: only what would end the line, and the sign of escaping itself. */
const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** The value of a property: also what would end the property. */
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
