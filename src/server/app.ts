import type { RequestListener } from 'node:http';
import { createYoga } from 'graphql-yoga';
import { createRenderer, type Renderer } from '../content/renderer.ts';
import type { Context } from '../schema/context.ts';
import { createSchema } from '../schema/index.ts';
import { createNodeLoader } from '../schema/node-loader.ts';
import type { ContentStore } from '../store/contract.ts';
import type { MaybePromise } from '../store/maybe-promise.ts';
import { guardListener } from './guard-listener.ts';
import type { Log } from './log.ts';
import { useCors } from './plugins/use-cors.ts';
import { maskError, useErrors } from './plugins/use-errors.ts';
import { useGraphiqlPage } from './plugins/use-graphiql-page.ts';
import { useJsonRequests } from './plugins/use-json-requests.ts';
import { useRoutes } from './plugins/use-routes.ts';
import { useSchemaRoute } from './plugins/use-schema-route.ts';
import { useTokenLimit } from './plugins/use-token-limit.ts';

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
}

export interface App {
  /** Answers a request of the Fetch standard. */
  readonly fetch: (request: Request) => MaybePromise<Response>;
  /** The same for `node:http`. */
  readonly listener: RequestListener;
}

/** Needs neither a disk nor a port. Every operation keeps the reader that is current when it begins. */
export function createApp({ store, log, renderer = createRenderer() }: AppOptions): App {
  const schema = createSchema();
  const yoga = createYoga({
    schema,
    graphqlEndpoint: graphqlPath,
    context: (): Context => {
      const reader = store.current();
      return { reader, loader: createNodeLoader(reader), renderer };
    },
    // Yoga's own answers to these are replaced by plugins below, or not wanted
    cors: false,
    graphiql: false,
    landingPage: false,
    multipart: false,
    batching: false,
    // compared with the end of the URL, which a space can never be: any other text could be asked for
    healthCheckEndpoint: ' ',
    // unexpected errors are logged by useErrors, with the request's id
    logging: false,
    maskedErrors: { maskError },
    plugins: [
      // 1. answers for every path but the GraphQL one, so that nothing below matches by accident
      useCors(),
      useSchemaRoute({ path: schemaPath, schema }),
      useGraphiqlPage({ path: graphqlPath, store }),
      useRoutes({ graphqlPath }),
      // 2. what a GraphQL request may look like
      useJsonRequests({ maximumBodySize }),
      useTokenLimit({ maximumTokens }),
      // 3. what its errors look like
      useErrors({ log }),
    ],
  });
  return { fetch: (request) => yoga.fetch(request), listener: guardListener(yoga) };
}
