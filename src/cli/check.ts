import { Command, InvalidArgumentError, Option } from 'commander';
import { buildSnapshot } from '../content/build-snapshot.ts';
import type { Diagnostic, Severity } from '../content/diagnostic.ts';
import type { Snapshot } from '../content/snapshot.ts';
import { readVersion } from '../version.ts';
import { type Baseline, baselineOf, compareWithBaseline } from './baseline.ts';
import { BaselineError, readBaseline, writeBaseline } from './baseline-file.ts';
import { addColorOptions, type ColorOptions, createPaint } from './color.ts';
import { addContentArguments, type ContentOptions, explainFailure, requestOf } from './content-arguments.ts';
import { loadQuietly } from './load-quietly.ts';
import { createProgressBar } from './progress-bar.ts';
import type { CheckReport } from './report/check-report.ts';
import { type FormatName, formatNames, formats } from './report/formats.ts';
import { counted, summaryOf } from './report/summary.ts';
import { printable, type Terminal } from './terminal.ts';

interface CheckOptions extends ContentOptions, ColorOptions {
  readonly format: FormatName;
  readonly quiet?: boolean;
  readonly maxWarnings?: number;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
}

/** `foliograph check`: ends with 0, with 1 for errors or too many warnings, and with 2 when it could not check. */
export function createCheckCommand(terminal: Terminal): Command {
  const command = addContentArguments(new Command('check'))
    .description('Tells what is wrong with the content.')
    .addOption(new Option('--format <format>', 'how to tell it').choices(formatNames).default('text'))
    .option('--quiet', 'tell errors only')
    .option('--max-warnings <number>', 'end with 1 when there are more warnings', maximumOf)
    .option('--baseline <file>', 'leave out the problems that stand in this file')
    .option('--update-baseline', 'write all problems of today into the baseline');
  return addColorOptions(command).action(async (folder: string | undefined, options: CheckOptions) => {
    if (options.updateBaseline === true && options.baseline === undefined) {
      command.error("error: option '--update-baseline' needs '--baseline <file>', the file to write", { exitCode: 2 });
    }
    process.exitCode = await check(folder, options, terminal);
  });
}

/** The exit code. */
async function check(folder: string | undefined, options: CheckOptions, terminal: Terminal): Promise<number> {
  try {
    const request = requestOf(folder, options);
    const loaded = await loadQuietly(request, terminal);
    const progress = createProgressBar({ terminal, now: () => performance.now() });
    const snapshot = buildSnapshot(loaded.folders, loaded.options, { onProgress: progress.update, view: 'everything' });
    progress.end();
    const { root } = loaded.folders;
    const { workingFolder } = request;
    const baseline = baselineFor(snapshot, options, terminal);
    const report = reportOf(snapshot, { root, workingFolder, options, baseline });
    print(report, options, terminal);
    return exitCodeOf(report, options, terminal);
  } catch (error) {
    if (!(error instanceof BaselineError)) {
      return explainFailure(error, { terminal, command: 'foliograph check', rootExitCode: 2 });
    }
    terminal.err(`foliograph: ${printable(error.message)}. ${error.hint}\n`);
    return 2;
  }
}

/** What stands in the baseline, after it was written anew where that was asked for. */
function baselineFor(
  { diagnostics }: Snapshot,
  { baseline: file, updateBaseline = false }: CheckOptions,
  terminal: Terminal,
): Baseline | null {
  if (file === undefined) return null;
  if (!updateBaseline) return readBaseline(file);
  requireReplaceable(file);
  const baseline = baselineOf(diagnostics);
  writeBaseline(file, baseline);
  terminal.err(`foliograph: Wrote ${counted(diagnostics.length, 'problem')} into ${printable(file)}.\n`);
  return baseline;
}

/** Nothing but a baseline, or nothing at all, may be written over. */
function requireReplaceable(file: string): void {
  try {
    readBaseline(file);
  } catch (error) {
    if (!(error instanceof BaselineError) || error.code !== 'BASELINE_NOT_FOUND') throw error;
  }
}

interface ReportContext {
  readonly root: string;
  readonly workingFolder: string;
  readonly options: CheckOptions;
  readonly baseline: Baseline | null;
}

function reportOf(snapshot: Snapshot, { root, workingFolder, options, baseline }: ReportContext): CheckReport {
  const { fresh, knownCount, outdatedCount } = compareWithBaseline(snapshot.diagnostics, baseline ?? []);
  const served = snapshot.indexes.Page.all.map(({ source }) => source.path);
  return {
    version: readVersion(),
    root,
    workingFolder,
    documentCount: snapshot.documentCount,
    fileCount: new Set([...served, ...snapshot.diagnostics.map(({ path }) => path)]).size,
    counts: {
      error: countOf(fresh, 'error'),
      warning: countOf(fresh, 'warning'),
      info: countOf(fresh, 'info'),
    },
    fileCountWithProblems: new Set(fresh.map(({ path }) => path)).size,
    diagnostics: options.quiet === true ? fresh.filter(({ severity }) => severity === 'error') : fresh,
    baseline: baseline === null ? null : { file: options.baseline ?? '', knownCount, outdatedCount },
  };
}

const countOf = (diagnostics: readonly Diagnostic[], severity: Severity): number =>
  diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;

function print(report: CheckReport, { format, color = undefined }: CheckOptions, terminal: Terminal): void {
  const { report: write, hasSummary } = formats[format];
  terminal.out(write(report, { paint: createPaint(color ?? terminal.hasColor), columns: terminal.columns }));
  if (!hasSummary) terminal.err(summaryOf(report));
}

function exitCodeOf({ counts }: CheckReport, { maxWarnings = Infinity }: CheckOptions, terminal: Terminal): 0 | 1 {
  const hasTooMany = counts.warning > maxWarnings;
  if (hasTooMany) {
    const expected = `expected at most ${counted(maxWarnings, 'warning')}`;
    terminal.err(`foliograph: ${expected}, but found ${counts.warning} (--max-warnings).\n`);
  }
  return hasTooMany || counts.error > 0 ? 1 : 0;
}

function maximumOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Expected a whole number, 0 or more.');
}
