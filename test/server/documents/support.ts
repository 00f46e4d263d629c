import { createHash } from 'node:crypto';
import type { AppOptions } from '../../../src/server/app.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { apiOfStore } from '../../support/api.ts';
import { snapshotOf } from '../../support/content.ts';

export const query = '{ page(slug: "a") { title } }';
export const answered = '{"data":{"page":{"title":"A"}}}';
const snapshot = snapshotOf({ 'en/a.md': '---\ntitle: A\n---\n' });

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What Apollo Client and urql send for a document. */
export const persisted = (sha256Hash: unknown = hashOf(query), more = {}) => ({
  extensions: { persistedQuery: { version: 1, sha256Hash, ...more } },
});

/** Answers that are read to their end. */
export function documentsApi(options: Partial<AppOptions> = {}) {
  const store = createMemoryStore(snapshot);
  // requests that follow each other at once are one turn of the event loop
  const { fetch } = apiOfStore(store, { load: { delay: Number.POSITIVE_INFINITY }, ...options });
  const tell = async (answering: Promise<Response>) => {
    const { status, headers, text } = await answering.then(async (response) => {
      return { status: response.status, headers: response.headers, text: await response.text() };
    });
    return { status, text, tag: headers.get('etag'), cacheControl: headers.get('cache-control') };
  };
  return {
    store,
    post: (body: unknown, headers = {}, path = '/graphql') =>
      tell(
        fetch(path, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', ...headers },
          body: JSON.stringify(body),
        }),
      ),
    get: (parameters: Readonly<Record<string, unknown>>, headers = {}, method = 'GET') => {
      const texts = Object.entries(parameters).map(([name, value]): [string, string] => {
        return [name, typeof value === 'string' ? value : JSON.stringify(value)];
      });
      return tell(fetch(`/graphql?${new URLSearchParams(texts)}`, { method, headers }));
    },
  };
}

/** The one error of an answer. */
export function errorOf({ status, text }: { readonly status: number; readonly text: string }): unknown {
  const { errors, ...others } = JSON.parse(text);
  const [{ message, extensions }] = errors;
  return { status, message, code: extensions.code, count: errors.length, others };
}

export const notFound = {
  status: 200,
  message: 'PersistedQueryNotFound',
  code: 'PERSISTED_QUERY_NOT_FOUND',
  count: 1,
  others: {},
};
