export type Unit = 'ms' | 'µs' | 'MB' | 'answers/s' | 'times' | 'MB/hour' | Countable;

/** What there is a whole number of. */
type Countable = 'answers' | 'connections' | 'descriptors' | 'edits';

/** One thing that was measured, a sample a round or more. */
export interface Measurement {
  readonly name: string;
  readonly unit: Unit;
  readonly samples: readonly number[];
}

/** What is to be reached: a value of each round against a limit. */
export interface Target {
  readonly what: string;
  readonly unit: Unit;
  readonly samples: readonly number[];
  readonly direction: 'at least' | 'at most';
  readonly limit: number;
}

/** Measurements against the size of the corpus, for a plot. */
export interface Curve {
  readonly name: string;
  /** Size in documents, and a value. */
  readonly points: readonly (readonly [number, number])[];
}

export interface Plot {
  /** Of its file, too. */
  readonly name: string;
  readonly title: string;
  readonly unit: Unit;
  readonly curves: readonly Curve[];
}

/** One table of the benchmark. */
export interface Table {
  readonly name: string;
  readonly title: string;
  /** What a row measures, and how. */
  readonly text: string;
  readonly measurements: readonly Measurement[];
  readonly targets: readonly Target[];
  readonly plots: readonly Plot[];
  /** Why there are no measurements; `null` when there are. */
  readonly failure: string | null;
}

/** What a table's code makes. */
export type TableContent = Pick<Table, 'measurements' | 'targets'> & Partial<Pick<Table, 'plots'>>;
