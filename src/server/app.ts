import type { RequestListener } from 'node:http';
import { systemClock } from '../content/live/clock.ts';
import { createRenderer, type Renderer } from '../content/renderer.ts';
import type { GraphQLSchema } from 'graphql';
import { createSchema } from '../schema/index.ts';
import type { ContentStore } from '../store/contract.ts';
import type { MaybePromise } from '../store/maybe-promise.ts';
import { anyDocument, createDocuments, type TrustedOptions } from './documents/documents.ts';
import { createFront } from './front/front.ts';
import { privateOnly } from './http/cache-control.ts';
import { createDoor } from './http/door.ts';
import { createFetchHandler } from './http/fetch-handler.ts';
import { createLifecycle } from './http/lifecycle.ts';
import { createLoadGauge } from './http/load-gauge.ts';
import type { Exposition } from './http/metrics-route.ts';
import { createNodeListener } from './http/node-listener.ts';
import { createLazyLongWay } from './lazy-long-way.ts';
import type { BudgetClock } from './limits/budget.ts';
import { guardResolvers } from './limits/guard-resolvers.ts';
import type { Log } from './log.ts';
import { createDocumentStore } from './operations/document-store.ts';
import { createOperationRunner } from './operations/operation-runner.ts';
import { graphqlPath } from './paths.ts';
import { createRoutes } from './routes.ts';
import { completeServerOptions, type GivenServerOptions, type ServerOptions } from './server-options.ts';
import type { Telemetry } from './telemetry/telemetry.ts';

export interface AppOptions extends GivenServerOptions {
  readonly store: ContentStore;
  readonly log: Log;
  readonly renderer?: Renderer;
  /** Whether operations are run without Yoga where that gives the same; `false` is for comparing the two. */
  readonly shortWay?: boolean;
  /** Bearer tokens of which every request has to have one; none where everybody may ask. */
  readonly tokens?: readonly string[];
  /** What requests with this bearer token are answered from: content with what is not published yet. */
  readonly preview?: { readonly store: ContentStore; readonly token: string };
  /** Documents that requests may name instead of bringing them; clients may register others unless only these are run. */
  readonly documents?: TrustedOptions;
  /** How long operations run is told by it. */
  readonly clock?: BudgetClock;
  readonly telemetry?: Telemetry;
  /** What `/metrics` tells. */
  readonly expose?: () => Promise<Exposition>;
  /** What does not work as it should while content is served all the same: one sentence each, for `/readyz`. */
  readonly degraded?: () => readonly string[];
}

export interface App {
  /** Answers a request of the Fetch standard. */
  readonly fetch: (request: Request) => MaybePromise<Response>;
  /** The same for `node:http`. */
  readonly listener: RequestListener;
  /** Tells clients to go elsewhere: the server is about to end. */
  drain(): void;
  figures(): AppFigures;
}

/** For metrics. */
interface AppFigures {
  /** Answers that are kept. */
  readonly cache: { readonly bytes: number; readonly count: number };
  /** Operations that were refused because there were too many. */
  readonly refused: number;
}

/** Needs neither a disk nor a port. Every operation keeps the reader that is current when it begins. */
export function createApp(options: AppOptions): App {
  const { store, log, preview, tokens = [], telemetry = null } = options;
  const server = completeServerOptions(options);
  const { bodySize: maximumBodySize } = server.limits;
  const lifecycle = createLifecycle();
  const load = createLoadGauge(server.load);
  const vary = varyOf(preview !== undefined);
  const schema = guardResolvers(createSchema());
  const createOne = frontMaker(options, server, schema);
  const isClosed = tokens.length > 0;
  const front = createOne({ store, load, vary, responses: responsesOf(server, isClosed) });
  const previewed = { cacheControl: 'private, no-store', cacheSize: 0 };
  const previewFront =
    preview === undefined ? front : createOne({ store: preview.store, load, vary, responses: previewed });
  const door = createDoor({
    routes: createRoutes({ ...options, schema, server, lifecycle, front, previewFront, isClosed }),
    access: { tokens, previewToken: preview?.token ?? null },
    cors: server.cors,
    telemetry,
    log,
  });
  const { responseTimeout } = server.connections;
  return {
    fetch: createFetchHandler({ door, maximumBodySize }),
    listener: createNodeListener({ door, load, lifecycle, maximumBodySize, responseTimeout }),
    drain: lifecycle.drain,
    figures: () => ({ cache: front.cacheSize(), refused: load.refused() }),
  };
}

/** Makes what answers from one store. */
function frontMaker(
  { log, renderer = createRenderer(), shortWay = true, store, clock = systemClock, ...options }: AppOptions,
  { limits, introspection }: ServerOptions,
  schema: GraphQLSchema,
) {
  const documents = createDocuments(options.documents ?? anyDocument);
  const preparedDocuments = createDocumentStore({ schema, limits, introspection });
  const shared = { schema, renderer, log, documents, preparedDocuments, limits, clock };
  const longWay = createLazyLongWay({ ...shared, introspection, store, graphqlPath });
  // one for all stores, as plans are kept with the documents, and know what is remembered of nodes
  const runner = shortWay ? createOperationRunner({ ...shared, maximumComplexity: limits.complexity }) : null;
  return (own: Pick<Parameters<typeof createFront>[0], 'store' | 'load' | 'vary' | 'responses'>) =>
    createFront({ ...shared, ...own, maximumBodySize: limits.bodySize, longWay, runner });
}

/** What answers differ by (RFC 9110, 12.5.5), but for those that are for some origins only. */
function varyOf(hasPreview: boolean): string {
  return ['Accept', 'Accept-Encoding', ...(hasPreview ? ['Authorization'] : [])].join(', ');
}

/** What only some may see is nothing for caches that others ask, too. */
function responsesOf({ responses }: ServerOptions, isClosed: boolean): ServerOptions['responses'] {
  return isClosed ? { ...responses, cacheControl: privateOnly(responses.cacheControl) } : responses;
}
