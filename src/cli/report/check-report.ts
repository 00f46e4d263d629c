import { relative, resolve, sep } from 'node:path';
import type { Diagnostic, Severity } from '../../content/diagnostic.ts';
import type { Paint } from '../color.ts';

/** Everything that a check has to tell; each format tells it in its own way. */
export interface CheckReport {
  /** Foliograph's. */
  readonly version: string;
  /** Absolute paths: of the content, and of the folder that printed paths begin at. */
  readonly root: string;
  readonly workingFolder: string;
  /** Documents that are served. */
  readonly documentCount: number;
  /** Files that were looked at, those that are not served included. */
  readonly fileCount: number;
  /** Of problems that count: also those that are not shown, but not those that the baseline knows. */
  readonly counts: Readonly<Record<Severity, number>>;
  readonly fileCountWithProblems: number;
  /** Those to show, in order. */
  readonly diagnostics: readonly Diagnostic[];
  /** `null` without a baseline. */
  readonly baseline: BaselineUse | null;
}

export interface BaselineUse {
  /** As it was named. */
  readonly file: string;
  /** Problems that stand in it, and so are left out. */
  readonly knownCount: number;
  /** Entries that name more problems than there are. */
  readonly outdatedCount: number;
}

/** How a report is to look. */
export interface ReportStyle {
  readonly paint: Paint;
  /** Cells that a line may take, where that matters. */
  readonly columns: number;
}

/** Writes a report out, with the last line end. */
export type Reporter = (report: CheckReport, style: ReportStyle) => string;

/** A path below the content root as it is called from the working folder, with `/`. */
export function pathFromWorkingFolder({ root, workingFolder }: CheckReport, path: string): string {
  return relative(workingFolder, resolve(root, path)).replaceAll(sep, '/') || '.';
}
