import type { Diagnostic } from '../diagnostic.ts';
import type { Clock } from './clock.ts';
import { runSlice } from './slices.ts';
import type { ToldProblems } from './told-problems.ts';

/** Finds, when there is time, which problems came with what was published. */
export interface ProblemFinder {
  /** Something else is known, because of files at these paths. */
  add(told: ToldProblems, paths: readonly string[]): void;
  /** When there is something to do; `Infinity` for never. */
  nextTime(): number;
  /** Does a slice of it. */
  advance(): void;
}

export interface ProblemFinderInput {
  /** What is served at first. */
  readonly first: ToldProblems;
  readonly clock: Clock;
  /** Called with the problems of the files that changed which they did not have before. */
  readonly onProblems: (diagnostics: readonly Diagnostic[]) => void;
  /** Called with all that is wrong whenever that was looked for. */
  readonly onDiagnosed: (diagnostics: readonly Diagnostic[]) => void;
}

/**
 * Milliseconds without another snapshot until problems are looked for, and how many times as long as finding them took the
 * last time: it costs more than publishing, and edits seldom come alone.
 */
const shortestRest = 200;
const restFactor = 10;

export function createProblemFinder({ first, clock, onProblems, onDiagnosed }: ProblemFinderInput): ProblemFinder {
  let isFirst = true;
  /** What is known to be wrong: at first, and then with the snapshot that was looked through last. */
  let known: readonly Diagnostic[] = [];
  let changedPaths = new Set<string>();
  let next: ToldProblems | null = null;
  let task: Task | null = taskOf(first, clock.now());
  /** Milliseconds that finding took: this time so far, and the last time. */
  let [spent, lastSpent] = [0, 0];
  const restTime = (): number => Math.max(shortestRest, restFactor * lastSpent);
  return {
    add(told, paths) {
      for (const path of paths) changedPaths.add(path);
      next = told;
      // what was wrong at first has to be known before anything can be new
      if (!isFirst) task = taskOf(told, clock.now() + restTime());
    },
    nextTime: () => task?.time ?? Infinity,
    advance() {
      if (task === null) return;
      const begunAt = clock.now();
      const isDone = runSlice(task.steps, clock);
      spent += clock.now() - begunAt;
      if (!isDone) return;
      [spent, lastSpent] = [0, spent];
      const { told } = task;
      task = next === null || next === told ? null : taskOf(next, clock.now() + restTime());
      finish(told.diagnostics);
    },
  };

  function finish(diagnostics: readonly Diagnostic[]): void {
    const found = isFirst ? [] : newProblems(diagnostics, { known, changedPaths });
    known = diagnostics;
    if (!isFirst) changedPaths = new Set();
    isFirst = false;
    onDiagnosed(diagnostics);
    if (found.length > 0) onProblems(found);
  }
}

interface Task {
  readonly told: ToldProblems;
  readonly steps: Iterator<void>;
  readonly time: number;
}

const taskOf = (told: ToldProblems, time: number): Task => ({
  told,
  steps: told.findDiagnostics()[Symbol.iterator](),
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
