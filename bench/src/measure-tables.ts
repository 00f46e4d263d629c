import type { BenchContext } from './context.ts';
import type { Table } from './report/result.ts';
import type { TableDefinition } from './tables/table-definition.ts';

/** Measures tables one after the other. One that fails says why, and takes no other with it. */
export async function measureTables(
  definitions: readonly TableDefinition[],
  context: BenchContext,
): Promise<readonly Table[]> {
  const tables: Table[] = [];
  for (const definition of definitions) {
    const { name, title, text } = definition;
    const progress = (what: string): void => context.progress(`${name}: ${what}`);
    progress(title);
    try {
      const { measurements, targets, plots = [] } = await definition.measure({ ...context, progress });
      tables.push({ name, title, text, measurements, targets, plots, failure: null });
    } catch (error) {
      const failure = error instanceof Error ? error.message : String(error);
      progress(`failed: ${failure}`);
      tables.push({ name, title, text, measurements: [], targets: [], plots: [], failure });
    }
  }
  return tables;
}
