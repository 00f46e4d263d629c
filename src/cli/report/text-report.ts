import { join } from 'node:path';
import type { Diagnostic, Severity } from '../../content/diagnostic.ts';
import { groupBy } from '../../content/group-by.ts';
import { codeFrame } from '../code-frame.ts';
import { readSourceLines } from '../source-lines.ts';
import { printable } from '../terminal.ts';
import { type CheckReport, pathFromWorkingFolder, type Reporter, type ReportStyle } from './check-report.ts';
import { summaryOf } from './summary.ts';

const colors = { error: 'red', warning: 'yellow', info: 'cyan' } as const satisfies Record<Severity, string>;
/** Before the lines of a file. */
const indent = '    ';

/** For people: each problem with its place, the lines around it, and what to do. */
export const textReport: Reporter = (report, style) => {
  const blocks = [...groupBy(report.diagnostics, ({ path }) => path)].flatMap(([path, diagnostics]) => {
    const lines = readSourceLines(join(report.root, path)) ?? [];
    return diagnostics.map((diagnostic) => blockOf(report, { diagnostic, lines, style }));
  });
  return [...blocks, style.paint('bold', summaryOf(report).trimEnd())].map((block) => `${block}\n`).join('\n');
};

interface Shown {
  readonly diagnostic: Diagnostic;
  /** Of its file; none where they cannot be shown. */
  readonly lines: readonly string[];
  readonly style: ReportStyle;
}

function blockOf(report: CheckReport, { diagnostic, lines, style }: Shown): string {
  const { paint } = style;
  const { severity, code, message, hint, path, line, column } = diagnostic;
  const place = printable(`${pathFromWorkingFolder(report, path)}:${line}:${column}`);
  return [
    `${paint('bold', place)} ${paint([colors[severity], 'bold'], severity)} ${paint('dim', code)}`,
    `  ${printable(message)}`,
    ...frameOf({ diagnostic, lines, style }),
    ...(hint === null ? [] : [`  ${paint('cyan', 'Hint:')} ${printable(hint)}`]),
  ].join('\n');
}

/** None for what concerns the file as a whole. */
function frameOf({ diagnostic, lines, style: { paint, columns } }: Shown): readonly string[] {
  if (diagnostic.line === 1 && diagnostic.column === 1) return [];
  return codeFrame(lines, diagnostic, { paint, columns: columns - indent.length }).map((line) => `${indent}${line}`);
}
