import type { Diagnostic } from '../diagnostic.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Clock } from './clock.ts';
import { runSlice } from './slices.ts';

/** Finds, when there is time, which problems came with what was published. */
export interface ProblemFinder {
  /** Another snapshot is served, because of files at these paths. */
  add(snapshot: Snapshot, paths: readonly string[]): void;
  /** When there is something to do; `Infinity` for never. */
  nextTime(): number;
  /** Does a slice of it. */
  advance(): void;
}

export interface ProblemFinderInput {
  /** What is served at first. */
  readonly first: Snapshot;
  readonly clock: Clock;
  /** Called with the problems of the files that changed which they did not have before. */
  readonly onProblems: (diagnostics: readonly Diagnostic[]) => void;
}

/**
 * Milliseconds without another snapshot until problems are looked for, and how many times as long as finding them took the
 * last time: it costs more than publishing, and edits seldom come alone.
 */
const shortestRest = 200;
const restFactor = 10;

export function createProblemFinder({ first, clock, onProblems }: ProblemFinderInput): ProblemFinder {
  let isFirst = true;
  /** What is known to be wrong: at first, and then with the snapshot that was looked through last. */
  let known: readonly Diagnostic[] = [];
  let changedPaths = new Set<string>();
  let next: Snapshot | null = null;
  let task: Task | null = taskOf(first, clock.now());
  /** Milliseconds that finding took: this time so far, and the last time. */
  let [spent, lastSpent] = [0, 0];
  const restTime = (): number => Math.max(shortestRest, restFactor * lastSpent);
  return {
    add(snapshot, paths) {
      for (const path of paths) changedPaths.add(path);
      next = snapshot;
      // what was wrong at first has to be known before anything can be new
      if (!isFirst) task = taskOf(snapshot, clock.now() + restTime());
    },
    nextTime: () => task?.time ?? Infinity,
    advance() {
      if (task === null) return;
      const begunAt = clock.now();
      const isDone = runSlice(task.steps, clock);
      spent += clock.now() - begunAt;
      if (!isDone) return;
      [spent, lastSpent] = [0, spent];
      const { snapshot } = task;
      task = next === null || next === snapshot ? null : taskOf(next, clock.now() + restTime());
      finish(snapshot.diagnostics);
    },
  };

  function finish(diagnostics: readonly Diagnostic[]): void {
    const found = isFirst ? [] : newProblems(diagnostics, { known, changedPaths });
    known = diagnostics;
    if (!isFirst) changedPaths = new Set();
    isFirst = false;
    if (found.length > 0) onProblems(found);
  }
}

interface Task {
  readonly snapshot: Snapshot;
  readonly steps: Iterator<void>;
  readonly time: number;
}

const taskOf = (snapshot: Snapshot, time: number): Task => ({
  snapshot,
  steps: snapshot.findDiagnostics()[Symbol.iterator](),
  time,
});

interface Compared {
  readonly known: readonly Diagnostic[];
  readonly changedPaths: ReadonlySet<string>;
}

function newProblems(diagnostics: readonly Diagnostic[], { known, changedPaths }: Compared): readonly Diagnostic[] {
  const ofChanged = (all: readonly Diagnostic[]) => all.filter(({ path }) => changedPaths.has(path));
  const knownKeys = new Set(ofChanged(known).map(keyOf));
  return ofChanged(diagnostics).filter((diagnostic) => !knownKeys.has(keyOf(diagnostic)));
}

/** Without the place: lines shift with every edit above them. */
const keyOf = ({ path, code, message }: Diagnostic): string => `${path}\0${code}\0${message}`;
