import type { Reporter } from './check-report.ts';
import { githubReport } from './github-report.ts';
import { jsonReport } from './json-report.ts';
import { sarifReport } from './sarif-report.ts';
import { textReport } from './text-report.ts';

interface Format {
  readonly report: Reporter;
  /** Whether the closing lines stand in the report; where a program reads it, they go elsewhere. */
  readonly hasSummary: boolean;
}

/** By the name that `--format` takes; the first is the default. */
export const formats = {
  text: { report: textReport, hasSummary: true },
  json: { report: jsonReport, hasSummary: false },
  sarif: { report: sarifReport, hasSummary: false },
  github: { report: githubReport, hasSummary: true },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;
export const formatNames: readonly string[] = Object.freeze(Object.keys(formats));
