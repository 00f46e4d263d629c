import { type ConnectionLimits, defaultConnectionLimits } from './connection-limits.ts';
import { defaultLoadLimits, type LoadLimits } from './load-limits.ts';
import { defaultQueryLimits, type QueryLimits } from './query-limits.ts';
import { defaultResponseOptions, type ResponseOptions } from './response-options.ts';

/** What an owner decides about the server; no snapshot depends on it. */
export interface ServerOptions {
  readonly responses: ResponseOptions;
  readonly limits: QueryLimits;
  /** Whether clients may ask for the schema: by introspection, by suggestions in messages, in GraphiQL and as SDL. */
  readonly introspection: boolean;
  /** Origins whose pages may read answers (Fetch standard, 3.2); `*` for all. */
  readonly cors: '*' | readonly string[];
  readonly connections: ConnectionLimits;
  readonly load: LoadLimits;
  /** Whether `/metrics` is there. */
  readonly metrics: boolean;
}

type Grouped = 'responses' | 'limits' | 'connections' | 'load';

/** The same where what is left out has its default. */
export type GivenServerOptions = {
  readonly [Name in keyof ServerOptions]?: Name extends Grouped ? Partial<ServerOptions[Name]> : ServerOptions[Name];
};

export const defaultServerOptions: ServerOptions = Object.freeze({
  responses: defaultResponseOptions,
  limits: defaultQueryLimits,
  introspection: true,
  cors: '*',
  connections: defaultConnectionLimits,
  load: defaultLoadLimits,
  metrics: true,
});

export function completeServerOptions(given: GivenServerOptions): ServerOptions {
  const { introspection, cors, metrics } = { ...defaultServerOptions, ...given };
  return {
    introspection,
    cors,
    metrics,
    responses: { ...defaultResponseOptions, ...given.responses },
    limits: { ...defaultQueryLimits, ...given.limits },
    connections: { ...defaultConnectionLimits, ...given.connections },
    load: { ...defaultLoadLimits, ...given.load },
  };
}
