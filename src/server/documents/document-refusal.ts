import type { MediaType } from '../operations/operation.ts';
import type { WayAnswer } from '../way-answer.ts';

/** Why the document of a request is not run. */
export interface DocumentRefusal {
  readonly message: string;
  readonly code: string;
  readonly statuses: Readonly<Record<MediaType, number>>;
}

/** Clients of APQ know it by its message or by its code, and ask again with the text. */
export const notFound: DocumentRefusal = {
  message: 'PersistedQueryNotFound',
  code: 'PERSISTED_QUERY_NOT_FOUND',
  statuses: unknownStatuses(),
};

export const notTrusted = (id: string): DocumentRefusal => ({
  message: `Expected the id of a trusted document, but got: ${shown(id)}. Add the document to those that the server is started with.`,
  code: 'PERSISTED_QUERY_NOT_IN_LIST',
  statuses: unknownStatuses(),
});

export const onlyTrusted: DocumentRefusal = {
  message:
    'Expected the id of a trusted document, but got the text of a document. Send "documentId" or "extensions.persistedQuery".',
  code: 'PERSISTED_QUERY_ONLY',
  statuses: { 'application/json': 403, 'application/graphql-response+json': 403 },
};

export const mismatch: DocumentRefusal = {
  message: 'provided sha does not match query',
  code: 'PERSISTED_QUERY_HASH_MISMATCH',
  statuses: { 'application/json': 400, 'application/graphql-response+json': 400 },
};

export const malformed = (message: string): DocumentRefusal => ({
  message,
  code: 'BAD_REQUEST',
  statuses: { 'application/json': 400, 'application/graphql-response+json': 400 },
});

/** The bytes that Yoga would send. It holds for this moment only: the document may be known to the next request. */
export function answerDocumentRefusal({ message, code, statuses }: DocumentRefusal, mediaType: MediaType): WayAnswer {
  return {
    status: statuses[mediaType],
    contentType: `${mediaType}; charset=utf-8`,
    body: Buffer.from(JSON.stringify({ errors: [{ message, extensions: { code } }] })),
    headers: [],
    isFixed: false,
  };
}

/** A value in a message: short. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}

/** Clients that know no other media type take anything but 200 for a broken connection, and would not ask again. */
function unknownStatuses(): Readonly<Record<MediaType, number>> {
  return { 'application/json': 200, 'application/graphql-response+json': 404 };
}
