import type { Renderer } from '../content/renderer.ts';
import type { Context } from '../schema/context.ts';
import { createNodeLoader } from '../schema/node-loader.ts';
import type { ContentReader } from '../store/contract.ts';

export interface OperationContextInput {
  readonly reader: ContentReader;
  readonly renderer: Renderer;
}

/** What the resolvers of one operation work with, whichever way it is run. */
export function createOperationContext({ reader, renderer }: OperationContextInput): Context {
  return { reader, loader: createNodeLoader(reader), renderer };
}
