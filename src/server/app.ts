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
import { defaultResponseOptions, type ResponseOptions } from './response-options.ts';

export const graphqlPath = '/graphql';
export const schemaPath = '/schema.graphql';

/** Bytes of a request body. */
const maximumBodySize = 100_000;
/** Tokens of a document; the introspection query has about 200. */
const maximumTokens = 2000;

export interface AppOptions {
  readonly store: ContentStore;
  readonly log: Log;
  readonly renderer?: Renderer;
  readonly responses?: Partial<ResponseOptions>;
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
export function createApp({ store, log, renderer = createRenderer(), responses, shortWay = true }: AppOptions): App {
  const schema = createSchema();
  const shared = { schema, store, renderer, log, maximumBodySize, maximumTokens };
  const longWay = createLazyLongWay({ ...shared, graphqlPath, schemaPath });
  const front = createFront({
    ...shared,
    path: graphqlPath,
    runner: shortWay ? createOperationRunner(shared) : null,
    longWay,
    responses: { ...defaultResponseOptions, ...responses },
  });
  return {
    fetch: createFetchHandler({ front, otherwise: longWay.fetch, maximumBodySize }),
    listener: createNodeListener({ front, otherwise: longWay.listener, maximumBodySize }),
  };
}
