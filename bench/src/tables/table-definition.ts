import type { BenchContext } from '../context.ts';
import type { TableContent } from '../report/result.ts';

/** A table that can be measured. */
export interface TableDefinition {
  /** For `--only`. */
  readonly name: string;
  readonly title: string;
  /** What is measured, and how. */
  readonly text: string;
  measure(context: BenchContext): Promise<TableContent>;
}
