import type { DocumentRefusal } from '../documents/document-refusal.ts';
import type { Documents } from '../documents/documents.ts';
import { isTooDeep } from '../json-request.ts';
import type { MediaType, OperationRequest } from '../operations/operation.ts';

/** A well-formed request for an operation, and what its answers are known by. */
export interface Operation extends Omit<OperationRequest, 'mediaType'> {
  /** The document, whether the request has brought it or named it. */
  readonly query: string;
  /** What its client calls it: by the request, otherwise by the document; `null` where it has no name. */
  readonly name: string | null;
  /** Equal for requests that ask for the same in other words. */
  readonly keys: Readonly<Record<MediaType, string>>;
}

export type ReadOperation =
  | {
      readonly operation: Operation;
      /** Whether the request registers its document: it has to be read again each time that it comes. */
      readonly isRegistering: boolean;
    }
  /** Its document is not run. */
  | { readonly refusal: DocumentRefusal };

/** Reads the body of a POST. `null` where something about it has to be told to the client. */
export function readPosted(text: string, documents: Documents): ReadOperation | null {
  const parameters = parseObject(text);
  if (parameters === null) return null;
  for (const name in parameters) if (!names.has(name)) return null;
  return toOperation('POST', parameters, documents);
}

/** Reads the query string of a GET. `null` where something about it has to be told to the client. */
export function readQueryString(text: string, documents: Documents): ReadOperation | null {
  const parameters = new URLSearchParams(text);
  const textOf = (name: string) => parameters.get(name) || undefined;
  const [variables, extensions] = [textOf('variables'), textOf('extensions')].map(parseOptional);
  if (variables === null || extensions === null) return null;
  const [query, documentId, operationName] = ['query', 'documentId', 'operationName'].map(textOf);
  return toOperation('GET', { query, documentId, operationName, variables, extensions }, documents);
}

const names: ReadonlySet<string> = new Set(['query', 'documentId', 'operationName', 'variables', 'extensions']);

function toOperation(
  method: 'GET' | 'POST',
  parameters: Readonly<Record<string, unknown>>,
  documents: Documents,
): ReadOperation | null {
  const { query, documentId, operationName = null, variables = null, extensions = null } = parameters;
  if (!isTextOrNone(query) || !isObjectOrNull(variables) || !isObjectOrNull(extensions)) return null;
  if (operationName !== null && typeof operationName !== 'string') return null;
  const found = documents.find({ query, documentId, extensions });
  if (found.refusal !== null) return { refusal: found.refusal };
  if (found.text === null) return null;
  const known = keyOf({ query: found.text, operationName, variables, extensions });
  if (known === null) return null;
  const keys = {
    'application/json': `${method} json ${known}`,
    'application/graphql-response+json': `${method} graphql-response+json ${known}`,
  };
  const name = operationName ?? firstName(found.text);
  const operation = { method, query: found.text, operationName, name, variables, extensions, keys };
  return { operation, isRegistering: found.isRegistering };
}

const firstName = (text: string): string | null => /\b(?:query|mutation|subscription)\s+(\w+)/.exec(text)?.[1] ?? null;

interface Asked {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Parameters | null;
  readonly extensions: Parameters | null;
}

type Parameters = Readonly<Record<string, unknown>>;

/** All that an answer can depend on. `null` for numbers that JSON cannot write. */
function keyOf({ query, operationName, variables, extensions }: Asked): string | null {
  const { persistedQuery: _, ...others } = extensions ?? {};
  const texts = [variables ?? {}, others].map((value) => JSON.stringify(value));
  // JSON reads `1e999` as infinite, which it writes as `null`: the key would be that of another request
  if (texts.some((text) => text.includes('null')) && hasInfinity([variables, others])) return null;
  const [variablesText, othersText] = texts;
  return `${JSON.stringify([query, operationName])} ${variablesText}${othersText === '{}' ? '' : ` ${othersText}`}`;
}

function parseObject(text: string): Parameters | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) && !isTooDeep(value) ? value : null;
  } catch {
    return null;
  }
}

/** `null` for what is no object of JSON, nothing for nothing. */
function parseOptional(text: string | undefined): Parameters | null | undefined {
  return text === undefined ? undefined : parseObject(text);
}

const hasInfinity = (value: unknown): boolean =>
  typeof value === 'object' && value !== null
    ? Object.values(value).some(hasInfinity)
    : typeof value === 'number' && !Number.isFinite(value);

const isTextOrNone = (value: unknown): value is string | null | undefined =>
  value === undefined || value === null || typeof value === 'string';

const isObjectOrNull = (value: unknown): value is Parameters | null => value === null || isObject(value);

function isObject(value: unknown): value is Parameters {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
