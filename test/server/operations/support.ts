import type { GraphQLSchema } from 'graphql';
import { systemClock } from '../../../src/content/live/clock.ts';
import { createRenderer } from '../../../src/content/renderer.ts';
import { createSchema } from '../../../src/schema/index.ts';
import { type AppOptions, createApp } from '../../../src/server/app.ts';
import { createOperationContext } from '../../../src/server/operation-context.ts';
import { createDocumentStore } from '../../../src/server/operations/document-store.ts';
import type { MediaType, OperationAnswer } from '../../../src/server/operations/operation.ts';
import { createOperationRunner, type OperationRunner } from '../../../src/server/operations/operation-runner.ts';
import { defaultQueryLimits, type QueryLimits } from '../../../src/server/query-limits.ts';
import type { ContentStore } from '../../../src/store/contract.ts';
import type { Files } from '../../support/content.ts';

export const mediaTypes: readonly MediaType[] = ['application/json', 'application/graphql-response+json'];

/** A request as a client means it, before it is JSON. */
export interface Asked {
  readonly query?: unknown;
  readonly variables?: unknown;
  readonly operationName?: unknown;
  readonly extensions?: unknown;
}

interface HttpAnswer {
  readonly status: number;
  readonly contentType: string | null;
  readonly body: string;
}

/** Something of every type in two languages, with text that JSON and HTML must escape. */
export const village: Files = {
  'en/pages/village.md': `---
title: 'The "village" \\ its 👩‍🌾 people'
description: Tabs\tand <b>tags</b>
date: 2026-11-23
tags: [a, null, { deep: [1, 2.5, true] }]
---

# Village

Ünïcödé \u2028 text, see [the mill](/mill) and [nothing](/nowhere).

## Partners

- [Baker & Sons](https://baker.example), bread
- [Smith](https://smith.example)

## Goals

- Mend the **bridge**
- Plant \`trees\`
`,
  'de/pages/dorf.md': `---
slug: village
title: Das Dorf
---

## Partner

- [Baker & Sons](https://baker.example/de)

## Ziele

- Die Brücke flicken
- Bäume pflanzen
`,
  'en/pages/mill.md':
    '---\ntitle: Mill\ntemplate: plain\n---\n\nBack to the [village](village.md#partners).\n\n### Deep\n',
};

const renderer = createRenderer();

interface RunnerOptions {
  readonly schema?: GraphQLSchema;
  readonly limits?: Partial<QueryLimits>;
  readonly maximumRemembered?: number;
}

export function createRunner({ schema = createSchema(), limits = {}, ...others }: RunnerOptions = {}): OperationRunner {
  const all = { ...defaultQueryLimits, ...limits };
  const preparedDocuments = createDocumentStore({ schema, limits: all, introspection: true });
  return createOperationRunner({ schema, preparedDocuments, maximumComplexity: all.complexity, ...others });
}

/** Runs what was asked for by the short way alone. */
export async function askRunner(
  runner: OperationRunner,
  store: ContentStore,
  asked: Asked,
  mediaType: MediaType = 'application/json',
): Promise<OperationAnswer | null> {
  const reader = store.current();
  const sent = JSON.parse(JSON.stringify(asked));
  const { query, variables, operationName, extensions } = sent;
  const request = { method: 'POST', mediaType, query, variables, operationName, extensions } as const;
  return runner.run(
    request,
    createOperationContext({ reader, renderer, limits: defaultQueryLimits, clock: systemClock }),
  );
}

export type Ask = (asked: Asked, mediaType: MediaType, method?: 'GET' | 'POST') => Promise<HttpAnswer>;

/** Asks a server that keeps no answers, by the short way first or by the long way alone. */
export function createAsk(store: ContentStore, way: 'short' | 'long', options: Partial<AppOptions> = {}): Ask {
  const app = createApp({
    store,
    log: { error: () => {} },
    responses: { cacheSize: 0 },
    shortWay: way === 'short',
    // the machine may be busy with other tests
    load: { delay: Number.POSITIVE_INFINITY },
    ...options,
  });
  return async (asked, mediaType, method = 'POST') => {
    const response = await app.fetch(method === 'POST' ? posted(asked, mediaType) : got(asked, mediaType));
    const body = withoutRequestIds(await response.text());
    return { status: response.status, contentType: response.headers.get('content-type'), body };
  };
}

const url = 'http://localhost/graphql';

function posted(asked: Asked, mediaType: MediaType): Request {
  const headers = { 'content-type': 'application/json', accept: mediaType };
  return new Request(url, { method: 'POST', headers, body: JSON.stringify(asked) });
}

function got(asked: Asked, mediaType: MediaType): Request {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) {
    if (value !== undefined) parameters.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return new Request(`${url}?${parameters}`, { headers: { accept: mediaType } });
}

/** Another one for every request. */
const withoutRequestIds = (body: string): string => body.replace(/"requestId":"[0-9a-f-]{36}"/g, '"requestId":"…"');
