import type { Renderer } from '../content/renderer.ts';
import type { ContentReader } from '../store/contract.ts';
import type { NodeLoader } from './node-loader.ts';

/** What every resolver of one operation works with: one reader, and so one revision. */
export interface Context {
  readonly reader: ContentReader;
  readonly loader: NodeLoader;
  readonly renderer: Renderer;
  /** Nodes on a page of a list at the most. */
  readonly maximumListSize: number;
}
