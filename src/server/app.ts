import type { RequestListener } from 'node:http';
import { createRenderer, type Renderer } from '../content/renderer.ts';
import { createSchema } from '../schema/index.ts';
import type { ContentStore } from '../store/contract.ts';
import type { MaybePromise } from '../store/maybe-promise.ts';
import { createFetchHandler } from './front/fetch-handler.ts';
import { createFront } from './front/front.ts';
import { createNodeListener } from './front/node-listener.ts';
import { createLazyLongWay } from './lazy-long-way.ts';
import type { Log } from './log.ts';
import { createOperationRunner } from './operations/operation-runner.ts';
import { completeServerOptions, type GivenServerOptions } from './server-options.ts';

export const graphqlPath = '/graphql';
export const schemaPath = '/schema.graphql';

export interface AppOptions extends GivenServerOptions {
  readonly store: ContentStore;
  readonly log: Log;
  readonly renderer?: Renderer;
  /** Whether operations are run without Yoga where that gives the same; `false` is for comparing the two. */
  readonly shortWay?: boolean;
}

export interface App {
  /** Answers a request of the Fetch standard. */
  readonly fetch: (request: Request) => MaybePromise<Response>;
  /** The same for `node:http`. */
  readonly listener: RequestListener;
}

/** Needs neither a disk nor a port. Every operation keeps the reader that is current when it begins. */
export function createApp({ store, log, renderer = createRenderer(), shortWay = true, ...given }: AppOptions): App {
  const { responses, limits } = completeServerOptions(given);
  const { bodySize: maximumBodySize, tokens: maximumTokens } = limits;
  const schema = createSchema();
  const shared = { schema, store, renderer, log, maximumBodySize, maximumTokens };
  const longWay = createLazyLongWay({ ...shared, graphqlPath, schemaPath });
  const front = createFront({
    ...shared,
    path: graphqlPath,
    runner: shortWay ? createOperationRunner(shared) : null,
    longWay,
    responses,
  });
  return {
    fetch: createFetchHandler({ front, otherwise: longWay.fetch, maximumBodySize }),
    listener: createNodeListener({ front, otherwise: longWay.listener, maximumBodySize }),
  };
}
