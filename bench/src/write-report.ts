import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Options } from './options.ts';
import { withReport } from './report/docs.ts';
import { plotSvg } from './report/plot-svg.ts';
import type { Report } from './report/report.ts';

/** Writes what the options ask for. @param root - the project's folder */
export function writeReport(report: Report, { json, plots, writeDocs }: Options, root: string): void {
  if (json !== null) writeFileSync(json, `${JSON.stringify(report, null, 2)}\n`);
  if (plots !== null) writePlots(report, plots);
  if (!writeDocs) return;
  const docs = join(root, 'docs/performance.md');
  writeFileSync(docs, withReport(readFileSync(docs, 'utf8'), report, 'performance'));
  writePlots(report, join(root, 'docs/performance'));
}

function writePlots({ tables }: Report, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const plot of tables.flatMap((table) => table.plots)) {
    writeFileSync(join(folder, `${plot.name}.svg`), plotSvg(plot));
  }
}
