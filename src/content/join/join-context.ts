import type { BuildOptions } from '../build-options.ts';
import type { AssetFinder } from './asset-finder.ts';

/** What joining depends on beside the documents. */
export interface JoinContext {
  readonly options: BuildOptions;
  /** Of look-ups that name none. */
  readonly defaultLanguage: string;
  readonly assets: AssetFinder;
}
