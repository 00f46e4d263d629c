import { compareDiagnostics, type Diagnostic } from '../diagnostic.ts';
import type { Snapshot } from '../snapshot.ts';
import type { UnderstoodSource } from '../understand.ts';

/** What is wrong with the content, for whoever runs the server. */
export type ToldProblems = Pick<Snapshot, 'diagnostics' | 'findDiagnostics'>;

/** Problems of a snapshot, and those of each hidden file by itself, which the snapshot must not tell. */
export function toldProblems(snapshot: Snapshot, hidden: ReadonlyMap<string, UnderstoodSource>): ToldProblems {
  const ofHidden = [...hidden.values()].flatMap(({ diagnostics }) => diagnostics);
  if (ofHidden.length === 0) return snapshot;
  return {
    findDiagnostics: snapshot.findDiagnostics,
    get diagnostics(): readonly Diagnostic[] {
      return [...snapshot.diagnostics, ...ofHidden].sort(compareDiagnostics);
    },
  };
}
