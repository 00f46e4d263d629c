import { type DocumentRefusal, malformed, shown } from './document-refusal.ts';

/** What a request says of its document, as parsed from JSON; nobody has looked at it yet. */
export interface DocumentRequest {
  readonly query: unknown;
  /** GraphQL over HTTP, appendix "Persisted Documents". */
  readonly documentId: unknown;
  /** Those of Apollo's APQ hold `persistedQuery`. */
  readonly extensions: unknown;
}

/** By which a request names its document, as {@link plainId} has it; `null` where it names none. */
export function readDocumentId({ documentId, extensions }: DocumentRequest): string | null | DocumentRefusal {
  const named = documentId === undefined || documentId === null ? null : checkDocumentId(documentId);
  const persistedQuery = isObject(extensions) ? (extensions['persistedQuery'] ?? null) : null;
  if (persistedQuery === null || isRefusal(named)) return named;
  const hashed = checkPersistedQuery(persistedQuery);
  if (named === null || named === hashed || isRefusal(hashed)) return hashed;
  return malformed('Expected "documentId" and "extensions.persistedQuery" to name one document, but they name two.');
}

/** A SHA256 hex document identifier without its prefix, which is what APQ sends; any other id as it is. */
export const plainId = (id: string): string => (prefixedHash.test(id) ? id.slice(prefix.length) : id);

/** Whether an id is the SHA-256 of a text. */
export const isHash = (id: string): boolean => /^[\da-f]{64}$/.test(id);

const prefix = 'sha256:';
const prefixedHash = /^sha256:[\da-f]{64}$/;

function checkDocumentId(id: unknown): string | DocumentRefusal {
  if (typeof id !== 'string' || id === '') {
    return malformed(`Expected a document identifier as "documentId", but got: ${shown(id)}.`);
  }
  if (!id.startsWith(prefix) || prefixedHash.test(id)) return plainId(id);
  return malformed(`Expected 64 hexadecimal digits in lower case behind "${prefix}", but got: ${shown(id)}.`);
}

function checkPersistedQuery(value: unknown): string | DocumentRefusal {
  if (!isObject(value)) {
    return malformed(`Expected an object as "extensions.persistedQuery", but got: ${shown(value)}.`);
  }
  const { version, sha256Hash } = value;
  if (version !== 1) return malformed(`Expected version 1 of a persisted query, but got: ${shown(version)}.`);
  if (typeof sha256Hash === 'string' && sha256Hash !== '') return plainId(sha256Hash);
  return malformed(`Expected a text as "extensions.persistedQuery.sha256Hash", but got: ${shown(sha256Hash)}.`);
}

const isRefusal = (value: string | null | DocumentRefusal): value is DocumentRefusal =>
  value !== null && typeof value !== 'string';

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
