import type { LoadClient } from './load/load-client.ts';
import type { Product } from './product.ts';
import type { Settings } from './settings.ts';
import type { Workspace } from './workspace.ts';

/** What a table is measured with. */
export interface BenchContext {
  readonly product: Product;
  readonly load: LoadClient;
  readonly workspace: Workspace;
  readonly settings: Settings;
  /** Folder with the project's own content. */
  readonly content: string;
  /** Tells what is being done. */
  readonly progress: (text: string) => void;
}
