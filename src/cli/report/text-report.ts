import { join } from 'node:path';
import type { Diagnostic, Severity } from '../../content/diagnostic.ts';
import { groupBy } from '../../content/group-by.ts';
import { codeFrame } from '../code-frame.ts';
import type { Paint } from '../color.ts';
import { readSourceLines } from '../source-lines.ts';
import { printable } from '../terminal.ts';
import { type CheckReport, pathFromWorkingFolder, type Reporter } from './check-report.ts';
import { summaryOf } from './summary.ts';

const colors = { error: 'red', warning: 'yellow', info: 'cyan' } as const satisfies Record<Severity, string>;

/** For people: each problem with its place, the lines around it, and what to do. */
export const textReport: Reporter = (report, paint) => {
  const blocks = [...groupBy(report.diagnostics, ({ path }) => path)].flatMap(([path, diagnostics]) => {
    const lines = readSourceLines(join(report.root, path)) ?? [];
    return diagnostics.map((diagnostic) => blockOf(report, { diagnostic, lines, paint }));
  });
  return [...blocks, paint('bold', summaryOf(report).trimEnd())].map((block) => `${block}\n`).join('\n');
};

interface Shown {
  readonly diagnostic: Diagnostic;
  /** Of its file; none where they cannot be shown. */
  readonly lines: readonly string[];
  readonly paint: Paint;
}

function blockOf(report: CheckReport, { diagnostic, lines, paint }: Shown): string {
  const { severity, code, message, hint, path, line, column } = diagnostic;
  const place = printable(`${pathFromWorkingFolder(report, path)}:${line}:${column}`);
  return [
    `${paint('bold', place)} ${paint([colors[severity], 'bold'], severity)} ${paint('dim', code)}`,
    `  ${printable(message)}`,
    ...frameOf({ diagnostic, lines, paint }),
    ...(hint === null ? [] : [`  ${paint('cyan', 'Hint:')} ${printable(hint)}`]),
  ].join('\n');
}

/** None for what concerns the file as a whole. */
function frameOf({ diagnostic, lines, paint }: Shown): readonly string[] {
  if (diagnostic.line === 1 && diagnostic.column === 1) return [];
  return codeFrame(lines, diagnostic, paint).map((line) => `    ${line}`);
}
