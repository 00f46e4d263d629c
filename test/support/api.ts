import { type AppOptions, createApp } from '../../src/server/app.ts';
import type { ContentStore } from '../../src/store/contract.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { type Files, snapshotOf } from './content.ts';

interface Answer<Data> {
  readonly data?: Data;
  readonly errors?: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
}

interface Logged {
  readonly message: string;
  readonly requestId: string;
  readonly error: unknown;
}

export interface TestApi {
  query<Data = unknown>(query: string, variables?: Readonly<Record<string, unknown>>): Promise<Answer<Data>>;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** What the server told its operator. */
  readonly logged: readonly Logged[];
}

/** The API over these files, through its fetch handler. */
export function apiOf(files: Files, options: Partial<AppOptions> = {}): TestApi {
  return apiOfStore(createMemoryStore(snapshotOf(files)), options);
}

export function apiOfStore(store: ContentStore, options: Partial<AppOptions> = {}): TestApi {
  const logged: Logged[] = [];
  const log = { error: (message: string, details: Omit<Logged, 'message'>) => logged.push({ message, ...details }) };
  // requests that are made here come one after the other in one turn of the event loop
  const app = createApp({ store, log, load: { delay: Number.POSITIVE_INFINITY }, ...options });
  const fetch = async (path: string, init?: RequestInit): Promise<Response> =>
    app.fetch(new Request(`http://localhost${path}`, init));
  return {
    logged,
    fetch,
    async query<Data>(query: string, variables?: Readonly<Record<string, unknown>>) {
      const response = await fetch('/graphql', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      return response.json() as Promise<Answer<Data>>;
    },
  };
}
