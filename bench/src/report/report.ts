import { formatNumber, formatValue } from './format-value.ts';
import type { Machine } from './machine.ts';
import { markdownTable } from './markdown-table.ts';
import type { Measurement, Table, Target } from './result.ts';
import { median, quantile } from './statistics.ts';
import { verdictOf } from './verdict.ts';

/** All that one run has found: what `--json` writes. */
export interface Report {
  readonly version: string;
  readonly machine: Machine;
  /** The arguments, as one would type the command. */
  readonly command: string;
  readonly minutes: number;
  readonly tables: readonly Table[];
}

/** The report as Markdown. */
export function printReport({ version, machine, command, minutes, tables }: Report): string {
  const { cpu, cores, memory, system, node, load, day } = machine;
  return [
    `Foliograph ${version}, \`${command}\`, ${day}, ${minutes} minutes, Node ${node}, ${cores} cores of ${cpu}, ${memory} GB, ${system}, load average before ${load}.`,
    '## Targets',
    targetTable(tables.flatMap(({ targets }) => targets)),
    ...tables.flatMap(printTable),
  ].join('\n\n');
}

function printTable({ title, text, measurements, failure }: Table): readonly string[] {
  return [`## ${title}`, text, failure === null ? measurementTable(measurements) : `Not measured: ${failure}`];
}

function targetTable(targets: readonly Target[]): string {
  const rows = targets.map((target) => {
    const { what, unit, samples, direction, limit } = target;
    return [
      what,
      `${direction} ${formatValue(limit, unit)}`,
      formatValue(median(samples), unit),
      spanOf(samples, unit),
      verdictOf(target),
    ];
  });
  return markdownTable(['what', 'target', 'median', 'lowest to highest round', 'verdict'], rows);
}

function measurementTable(measurements: readonly Measurement[]): string {
  const rows = measurements.map(({ name, unit, samples }) => {
    const p95 = samples.length < 20 ? '' : formatNumber(quantile(samples, 0.95), unit);
    return [name, formatValue(median(samples), unit), spanOf(samples, unit), p95, String(samples.length)];
  });
  return markdownTable(['what', 'median', 'lowest to highest', 'p95', 'samples'], rows);
}

const spanOf = (samples: readonly number[], unit: Target['unit']): string =>
  `${formatNumber(Math.min(...samples), unit)} to ${formatNumber(Math.max(...samples), unit)}`;
