import type { LoadClient } from '../load/load-client.ts';
import type { Product } from '../product.ts';
import type { Measurement, Target } from '../report/result.ts';
import type { Workspace } from '../workspace.ts';
import type { Settings } from './settings.ts';

/** Something that is done to a server, to see what it holds out. */
export interface Experiment {
  readonly name: string;
  readonly title: string;
  /** What is done, and what a row measures. */
  readonly text: string;
  run(context: ExperimentContext): Promise<Findings>;
}

export interface Findings {
  readonly measurements: readonly Measurement[];
  readonly targets: readonly Target[];
  /** What must not happen, and has. */
  readonly errors: readonly string[];
}

export interface ExperimentContext {
  readonly product: Product;
  readonly load: LoadClient;
  readonly workspace: Workspace;
  readonly settings: Settings;
  /** Tells what is being done. */
  readonly progress: (text: string) => void;
}
