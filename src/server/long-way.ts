import type { RequestListener } from 'node:http';
import type { GraphQLSchema } from 'graphql';
import { createYoga } from 'graphql-yoga';
import type { Renderer } from '../content/renderer.ts';
import type { Context } from '../schema/context.ts';
import type { ContentReader, ContentStore } from '../store/contract.ts';
import type { MaybePromise } from '../store/maybe-promise.ts';
import { guardListener } from './guard-listener.ts';
import type { Log } from './log.ts';
import { createOperationContext } from './operation-context.ts';
import { useCors } from './plugins/use-cors.ts';
import { maskError, useErrors } from './plugins/use-errors.ts';
import { useGraphiqlPage } from './plugins/use-graphiql-page.ts';
import { useJsonRequests } from './plugins/use-json-requests.ts';
import { useRoutes } from './plugins/use-routes.ts';
import { useSchemaRoute } from './plugins/use-schema-route.ts';
import { useTokenLimit } from './plugins/use-token-limit.ts';
import type { WayAnswer } from './way-answer.ts';

/** Answers every request that there can be, by Yoga. */
export interface LongWay {
  readonly fetch: (request: Request) => MaybePromise<Response>;
  readonly listener: RequestListener;
  /** @param reader - `null` where the store had none */
  ask(request: PlainRequest, reader: ContentReader | null): Promise<WayAnswer>;
}

/** A GraphQL request by GET, or by POST with JSON. */
export interface PlainRequest {
  readonly method: 'GET' | 'POST';
  /** Query string of a GET, without the question mark. */
  readonly query: string;
  /** Of a POST. */
  readonly body: Uint8Array;
  /** Of the answer. */
  readonly mediaType: string;
}

export interface LongWayOptions {
  readonly schema: GraphQLSchema;
  readonly store: ContentStore;
  readonly renderer: Renderer;
  readonly log: Log;
  readonly graphqlPath: string;
  readonly schemaPath: string;
  /** Bytes of a request body. */
  readonly maximumBodySize: number;
  readonly maximumTokens: number;
}

/** What goes with a request through Yoga. */
interface Passage {
  readonly reader?: ContentReader;
  readonly settle?: (isFixed: boolean) => void;
}

export function createLongWay(options: LongWayOptions): LongWay {
  const yoga = createYogaOf(options);
  return {
    fetch: (request) => yoga.fetch(request),
    listener: guardListener(yoga),
    async ask({ method, query, body, mediaType }, reader) {
      const url = `http://localhost${options.graphqlPath}`;
      const accept = mediaType;
      const request =
        method === 'GET'
          ? new yoga.fetchAPI.Request(`${url}?${query}`, { method, headers: { accept } })
          : new yoga.fetchAPI.Request(url, { method, headers: { accept, ...json }, body: new Uint8Array(body) });
      let isFixed = false;
      const settle = (value: boolean): void => {
        isFixed = value;
      };
      const response = await yoga.fetch(request, { ...(reader === null ? {} : { reader }), settle });
      return toWayAnswer(response, isFixed);
    },
  };
}

const json = { 'content-type': 'application/json' };

function createYogaOf(options: LongWayOptions) {
  const { schema, store, renderer, log, graphqlPath, schemaPath, maximumBodySize, maximumTokens } = options;
  return createYoga<Passage>({
    schema,
    graphqlEndpoint: graphqlPath,
    context: ({ reader = store.current() }): Context => createOperationContext({ reader, renderer }),
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
}

async function toWayAnswer(response: Response, isFixed: boolean): Promise<WayAnswer> {
  // Yoga's Response keeps names as they were written
  const headers = [...response.headers].filter(([name]) => !ownHeaders.has(name.toLowerCase())).flat();
  return {
    status: response.status,
    contentType: response.headers.get('content-type') ?? 'application/json; charset=utf-8',
    body: new Uint8Array(await response.arrayBuffer()),
    headers,
    isFixed,
  };
}

/** Written anew for whoever gets the answer. */
const ownHeaders: ReadonlySet<string> = new Set(['access-control-allow-origin', 'content-length', 'content-type']);
