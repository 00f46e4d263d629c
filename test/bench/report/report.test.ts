import { expect, test } from 'vitest';
import { withReport } from '../../../bench/src/report/docs.ts';
import { printReport, type Report } from '../../../bench/src/report/report.ts';

const report: Report = {
  version: '1.2.3',
  machine: {
    cpu: 'Some CPU',
    cores: 2,
    memory: 24,
    system: 'Linux 6.1',
    node: 'v20.1.0',
    load: 0.1,
    day: '2026-11-24',
  },
  command: 'npm run bench',
  minutes: 12,
  tables: [
    {
      name: 'one',
      title: 'The first',
      text: 'What it measures.',
      measurements: [
        { name: 'answers', unit: 'answers/s', samples: [1000, 3000, 2000] },
        { name: 'time', unit: 'ms', samples: Array.from({ length: 20 }, (_, index) => index + 1) },
      ],
      targets: [{ what: 'fast', unit: 'times', samples: [0.9, 0.95, 1], direction: 'at least', limit: 0.85 }],
      plots: [{ name: 'curve', title: 'A curve', unit: 'ms', curves: [] }],
      failure: null,
    },
    {
      name: 'two',
      title: 'The second',
      text: 'What it would measure.',
      measurements: [],
      targets: [],
      plots: [],
      failure: 'there was none',
    },
  ],
};

const printed = `Foliograph 1.2.3, \`npm run bench\`, 2026-11-24, 12 minutes, Node v20.1.0, 2 cores of Some CPU, 24 GB, Linux 6.1, load average before 0.1.

## Targets

| what | target              | median     | lowest to highest round | verdict |
| ---- | ------------------- | ---------- | ----------------------- | ------- |
| fast | at least 0.85 times | 0.95 times | 0.90 to 1.00            | reached |

## The first

What it measures.

| what    | median          | lowest to highest | p95  | samples |
| ------- | --------------- | ----------------- | ---- | ------- |
| answers | 2,000 answers/s | 1,000 to 3,000    |      | 3       |
| time    | 10.5 ms         | 1.00 to 20.0      | 19.0 | 20      |

## The second

What it would measure.

Not measured: there was none`;

test('a report is Markdown: targets, then each table, or why there is none', () => {
  expect(printReport(report)).toBe(printed);
});

test('a document gets the report and the plots between its marks', () => {
  const text = 'Before.\n<!-- bench: begin -->\nold\n<!-- bench: end -->\nBehind.\n';
  expect(withReport(text, report, 'plots')).toBe(
    `Before.\n<!-- bench: begin -->\n\n${printed}\n\n## Plots\n\n![A curve against the size of the corpus](plots/curve.svg)\n\n<!-- bench: end -->\nBehind.\n`,
  );
});

test.each(['No marks.', '<!-- bench: end --> <!-- bench: begin -->'])('a document such as %j has no place', (text) => {
  expect(() => withReport(text, report, 'plots')).toThrow(
    'expected <!-- bench: begin --> and, behind it, <!-- bench: end -->, but found them not',
  );
});
