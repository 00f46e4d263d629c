import { printable } from '../terminal.ts';
import type { BaselineUse, CheckReport } from './check-report.ts';

/** The closing lines: how many problems there are, and what the baseline has to do with it. */
export function summaryOf({ counts, fileCount, fileCountWithProblems, baseline }: CheckReport): string {
  const found = [
    ...(counts.error === 0 ? [] : [counted(counts.error, 'error')]),
    ...(counts.warning === 0 ? [] : [counted(counts.warning, 'warning')]),
    ...(counts.info === 0 ? [] : [counted(counts.info, 'info')]),
  ].join(', ');
  const known = baseline === null ? [] : baselineLines(baseline);
  const none = `No ${known.length > 0 && baseline?.knownCount !== 0 ? 'new ' : ''}problems`;
  const first =
    found === ''
      ? `${none} in ${counted(fileCount, 'file')}.`
      : `${found} in ${fileCountWithProblems} of ${counted(fileCount, 'file')}.`;
  return [first, ...known].map((line) => `${line}\n`).join('');
}

function baselineLines({ file, knownCount, outdatedCount }: BaselineUse): readonly string[] {
  const name = printable(file);
  const [stand, are] = knownCount === 1 ? ['stands', 'is'] : ['stand', 'are'];
  const occur = outdatedCount === 1 ? 'does' : 'do';
  return [
    ...(knownCount === 0 ? [] : [`${counted(knownCount, 'problem')} that ${stand} in ${name} ${are} left out.`]),
    ...(outdatedCount === 0
      ? []
      : [
          `${counted(outdatedCount, 'entry', 'entries')} of ${name} ${occur} not occur any more: drop what is cured with --update-baseline.`,
        ]),
  ];
}

/** `1 page`, `2 pages`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
