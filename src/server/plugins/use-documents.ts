import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { DocumentRefusal } from '../documents/document-refusal.ts';
import type { Documents } from '../documents/documents.ts';

/** What goes with a request through Yoga. */
interface Passage {
  /** The document where somebody has found it already; what was registered then may be forgotten now. */
  readonly text?: string | undefined;
  readonly settle?: (isFixed: boolean) => void;
}

/** Gives requests that name their document its text. Stands behind `useErrors`: a refusal never holds for long. */
export function useDocuments({ documents }: { readonly documents: Documents }): Plugin<object, Passage> {
  const refused = new WeakSet<object>();
  return {
    onParams({ request, params, context, setParams }) {
      const { documentId: posted, ...others }: Readonly<Record<string, unknown>> = { ...params };
      const documentId = request.method === 'GET' ? documentIdOf(request.url) : posted;
      const text = context.text ?? textOf({ query: others['query'], documentId, extensions: others['extensions'] });
      setParams(text === null ? others : { ...others, query: text });

      function textOf(asked: Parameters<Documents['find']>[0]): string | null {
        const found = documents.find(asked);
        if (found.refusal === null) return found.text;
        refused.add(context);
        throw toError(found.refusal);
      }
    },
    onResultProcess({ serverContext }) {
      if (refused.has(serverContext)) serverContext.settle?.(false);
    },
  };
}

const documentIdOf = (url: string): string | undefined =>
  new URL(url, 'http://localhost').searchParams.get('documentId') || undefined;

function toError({ message, code, statuses }: DocumentRefusal): GraphQLError {
  const status = statuses['application/graphql-response+json'];
  // `spec` has Yoga answer with 200 to those who know JSON alone
  const http = { status, ...(statuses['application/json'] === 200 && { spec: true }) };
  return new GraphQLError(message, { extensions: { code, http } });
}
