import type { GraphQLSchema } from 'graphql';
import { createYoga } from 'graphql-yoga';
import type { Renderer } from '../content/renderer.ts';
import type { ContentReader, ContentStore } from '../store/contract.ts';
import type { Documents } from './documents/documents.ts';
import type { BudgetClock } from './limits/budget.ts';
import type { Log } from './log.ts';
import { createOperationContext, type OperationContext } from './operation-context.ts';
import type { DocumentStore } from './operations/document-store.ts';
import { useDocuments } from './plugins/use-documents.ts';
import { maskError, useErrors } from './plugins/use-errors.ts';
import { useJsonRequests } from './plugins/use-json-requests.ts';
import { useQueryLimits } from './plugins/use-query-limits.ts';
import type { QueryLimits } from './query-limits.ts';
import type { WayAnswer } from './way-answer.ts';

/** Answers every GraphQL request that there can be, by Yoga. */
export interface LongWay {
  /** @param reader - `null` where the store had none */
  ask(request: GraphqlRequest, reader: ContentReader | null): Promise<WayAnswer>;
}

/** What came to the GraphQL path by GET or POST. */
export interface GraphqlRequest {
  readonly method: 'GET' | 'POST';
  /** Query string, without the question mark. */
  readonly query: string;
  /** Of a POST. */
  readonly body: Uint8Array;
  readonly accept: string | undefined;
  readonly contentType: string | undefined;
  readonly contentEncoding: string | undefined;
  /** Its document, where somebody has found that already. */
  readonly text?: string | undefined;
}

export interface LongWayOptions {
  readonly schema: GraphQLSchema;
  readonly store: ContentStore;
  readonly renderer: Renderer;
  readonly log: Log;
  readonly documents: Documents;
  readonly graphqlPath: string;
  readonly preparedDocuments: DocumentStore;
  readonly limits: QueryLimits;
  readonly clock: BudgetClock;
  /** Whether clients may ask for the schema. */
  readonly introspection: boolean;
}

/** What goes with a request through Yoga. */
interface Passage {
  readonly reader?: ContentReader;
  readonly settle?: (isFixed: boolean) => void;
  readonly text?: string | undefined;
}

export function createLongWay(options: LongWayOptions): LongWay {
  const yoga = createYogaOf(options);
  return {
    async ask({ method, query, body, accept, contentType, contentEncoding, text }, reader) {
      const headers = Object.entries({ accept, 'content-type': contentType, 'content-encoding': contentEncoding });
      const request = new yoga.fetchAPI.Request(`http://localhost${options.graphqlPath}?${query}`, {
        method,
        headers: headers.flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]])),
        ...(method === 'POST' && { body: new Uint8Array(body) }),
      });
      let isFixed = false;
      const settle = (value: boolean): void => {
        isFixed = value;
      };
      const response = await yoga.fetch(request, { ...(reader === null ? {} : { reader }), settle, text });
      return toWayAnswer(response, isFixed);
    },
  };
}

function createYogaOf(options: LongWayOptions) {
  const { store, renderer, log, documents, graphqlPath, limits, clock } = options;
  return createYoga<Passage>({
    schema: options.schema,
    graphqlEndpoint: graphqlPath,
    context: ({ reader = store.current() }): OperationContext =>
      createOperationContext({ reader, renderer, limits, clock }),
    // the door answers these, or nobody wants them
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
    // useQueryLimits has one, which the short way shares
    parserAndValidationCache: false,
    plugins: [
      // 1. what a GraphQL request may look like
      useJsonRequests({ maximumBodySize: limits.bodySize }),
      useQueryLimits({ ...options, maximumComplexity: limits.complexity }),
      // 2. what its errors look like
      useErrors({ log }),
      // 3. what its document is; says last whether that holds
      useDocuments({ documents }),
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
