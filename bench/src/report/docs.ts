import { printReport, type Report } from './report.ts';

const [begin, end] = ['<!-- bench: begin -->', '<!-- bench: end -->'];

/**
 * The text of a document with the report in the place of what stands between the marks.
 *
 * @param folder - of the plots, from the document's own
 * @throws {Error} when the marks are not there.
 */
export function withReport(text: string, report: Report, folder: string): string {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`expected ${begin} and, behind it, ${end}, but found them not`);
  const plots = report.tables.flatMap((table) => table.plots);
  const images = plots.map(({ name, title }) => `![${title} against the size of the corpus](${folder}/${name}.svg)`);
  const made = [printReport(report), '## Plots', ...images].join('\n\n');
  return `${text.slice(0, from + begin.length)}\n\n${made}\n\n${text.slice(to)}`;
}
