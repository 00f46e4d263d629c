import type { GraphQLSchema } from 'graphql';
import type { ContentStore } from '../store/contract.ts';
import type { Front } from './front/front.ts';
import { emptyAnswer } from './http/answer.ts';
import { privateOnly } from './http/cache-control.ts';
import { createGraphiql, type Graphiql } from './http/graphiql-routes.ts';
import type { Lifecycle } from './http/lifecycle.ts';
import { createMetricsRoute, type Exposition } from './http/metrics-route.ts';
import { answered } from './http/opened.ts';
import { createReadinessRoute, livenessRoute } from './http/probe-routes.ts';
import { createSchemaRoute } from './http/schema-route.ts';
import { readMethods, type ServedRoute } from './http/served-route.ts';
import { graphqlPath, schemaPath } from './paths.ts';
import type { ServerOptions } from './server-options.ts';

export interface RoutesInput {
  readonly schema: GraphQLSchema;
  readonly store: ContentStore;
  readonly expose?: () => Promise<Exposition>;
  readonly degraded?: () => readonly string[];
  readonly server: ServerOptions;
  readonly lifecycle: Lifecycle;
  readonly front: Front;
  /** Answers those who may see drafts. */
  readonly previewFront: Front;
  /** Whether every request needs an access token. */
  readonly isClosed: boolean;
}

/** What is served, by exact path. */
export function createRoutes(input: RoutesInput): ReadonlyMap<string, ServedRoute> {
  const { schema, store, expose, degraded = () => [], server, lifecycle, isClosed } = input;
  const cacheControlOf = (cacheControl: string): string => (isClosed ? privateOnly(cacheControl) : cacheControl);
  const graphiql = server.introspection
    ? createGraphiql({
        endpoint: graphqlPath,
        store,
        cacheControl: cacheControlOf('public, max-age=31536000, immutable'),
      })
    : null;
  return new Map<string, ServedRoute>([
    [graphqlPath, graphqlRoute(input, graphiql)],
    ['/livez', livenessRoute],
    ['/readyz', createReadinessRoute({ store, lifecycle, degraded })],
    ...(server.metrics && expose !== undefined ? ([['/metrics', createMetricsRoute(expose)]] as const) : []),
    ...(graphiql === null ? [] : graphiql.routes),
    ...(server.introspection
      ? ([
          [
            schemaPath,
            createSchemaRoute({ schema, cacheControl: cacheControlOf('public, max-age=0, must-revalidate') }),
          ],
          ['/', homeRoute],
        ] as const)
      : []),
  ]);
}

function graphqlRoute({ front, previewFront }: RoutesInput, graphiql: Graphiql | null): ServedRoute {
  return {
    route: 'graphql',
    methods: [...readMethods, 'POST'],
    isOpen: false,
    open(exchange) {
      const { method, accept } = exchange.head;
      if (graphiql !== null && method !== 'POST' && accept?.includes('text/html') === true) {
        exchange.route = 'graphiql';
        return graphiql.openPage();
      }
      return (exchange.access === 'preview' ? previewFront : front).open(exchange);
    },
  };
}

/** Browsers are sent to GraphiQL. */
const homeRoute: ServedRoute = {
  route: 'other',
  methods: readMethods,
  isOpen: false,
  open: () => answered(emptyAnswer(302, ['location', graphqlPath])),
};
