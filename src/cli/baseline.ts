import type { Diagnostic } from '../content/diagnostic.ts';
import { groupBy } from '../content/group-by.ts';

/** Problems of one file that say the same; where in the file does not count, so that a moved line stays known. */
export interface BaselineEntry {
  /** Below the content root, with `/`. */
  readonly path: string;
  readonly code: string;
  readonly message: string;
  /** At least 1. */
  readonly count: number;
}

/** Problems that are known and to be cured later. */
export type Baseline = readonly BaselineEntry[];

export interface Compared {
  /** Those that do not stand in the baseline. */
  readonly fresh: readonly Diagnostic[];
  readonly knownCount: number;
  /** Entries that name more problems than there are. */
  readonly outdatedCount: number;
}

/** @param diagnostics - in order: of several that say the same, the first are the known ones */
export function compareWithBaseline(diagnostics: readonly Diagnostic[], baseline: Baseline): Compared {
  const left = new Map<string, number>();
  for (const entry of baseline) left.set(keyOf(entry), (left.get(keyOf(entry)) ?? 0) + entry.count);
  const fresh = diagnostics.filter((diagnostic) => {
    const key = keyOf(diagnostic);
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return count === 0;
  });
  return {
    fresh,
    knownCount: diagnostics.length - fresh.length,
    outdatedCount: [...left.values()].filter((count) => count > 0).length,
  };
}

/** The baseline in which all of these problems stand. */
export function baselineOf(diagnostics: readonly Diagnostic[]): Baseline {
  return [...groupBy(diagnostics, keyOf)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, [first, ...others]]) => {
      if (first === undefined) return [];
      const { path, code, message } = first;
      return { path, code, message, count: 1 + others.length };
    });
}

const keyOf = ({ path, code, message }: Omit<BaselineEntry, 'count'>): string => [path, code, message].join('\0');
