import { isTooDeep } from '../json-request.ts';
import type { MediaType, OperationRequest } from '../operations/operation.ts';

/** A well-formed request for an operation, and what its answers are known by. */
export interface Operation extends Omit<OperationRequest, 'mediaType'> {
  /** Equal for requests that ask for the same in other words. */
  readonly keys: Readonly<Record<MediaType, string>>;
  readonly name: string | null;
}

/** Reads the body of a POST. `null` where something about it has to be told to the client. */
export function readPosted(text: string): Operation | null {
  const parameters = parseObject(text);
  if (parameters === null) return null;
  for (const name in parameters) if (!names.has(name)) return null;
  return toOperation('POST', parameters);
}

/** Reads the query string of a GET. `null` where something about it has to be told to the client. */
export function readQueryString(text: string): Operation | null {
  const parameters = new URLSearchParams(text);
  const textOf = (name: string) => parameters.get(name) || undefined;
  const [variables, extensions] = [textOf('variables'), textOf('extensions')].map(parseOptional);
  if (variables === null || extensions === null) return null;
  const operationName = textOf('operationName');
  return toOperation('GET', { query: textOf('query'), operationName, variables, extensions });
}

const names: ReadonlySet<string> = new Set(['query', 'operationName', 'variables', 'extensions']);

function toOperation(method: 'GET' | 'POST', parameters: Readonly<Record<string, unknown>>): Operation | null {
  const { query, operationName = null, variables = null, extensions = null } = parameters;
  if (typeof query !== 'string' || !isObjectOrNull(variables) || !isObjectOrNull(extensions)) return null;
  if (operationName !== null && typeof operationName !== 'string') return null;
  const variablesText = JSON.stringify(variables ?? {});
  // JSON reads `1e999` as infinite, which it writes as `null`: the key would be that of another request
  if (variablesText.includes('null') && hasInfinity(variables)) return null;
  const key = `${JSON.stringify([query, operationName])} ${variablesText}`;
  return {
    method,
    query,
    operationName,
    variables,
    extensions,
    name: operationName,
    keys: {
      'application/json': `${method} json ${key}`,
      'application/graphql-response+json': `${method} graphql-response+json ${key}`,
    },
  };
}

function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) && !isTooDeep(value) ? value : null;
  } catch {
    return null;
  }
}

/** `null` for what is no object of JSON, nothing for nothing. */
function parseOptional(text: string | undefined): Readonly<Record<string, unknown>> | null | undefined {
  return text === undefined ? undefined : parseObject(text);
}

const hasInfinity = (value: unknown): boolean =>
  typeof value === 'object' && value !== null
    ? Object.values(value).some(hasInfinity)
    : typeof value === 'number' && !Number.isFinite(value);

const isObjectOrNull = (value: unknown): boolean => value === null || isObject(value);

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
