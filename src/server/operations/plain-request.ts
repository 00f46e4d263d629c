import { wantsCost } from '../limits/check-complexity.ts';
import type { MediaType, OperationRequest } from './operation.ts';

export interface PlainRequest {
  readonly text: string;
  readonly operationName: string | null;
  readonly variables: Variables;
  readonly mediaType: MediaType;
  /** Whether the answer is to tell what the operation costs. */
  readonly wantsCost: boolean;
}

export type Variables = Readonly<Record<string, unknown>>;

/** Lists and objects within each other; beyond it the long way decides. */
const maximumLevels = 50;

/** A request as it should be; `null` for any other, about which the long way has its messages. */
export function plainRequest(request: OperationRequest): PlainRequest | null {
  const { query, operationName = null, mediaType } = request;
  const variables = request.variables ?? {};
  const isPlain = isObject(variables) && isObject(request.extensions ?? {});
  if (typeof query !== 'string' || !isPlain) return null;
  if (operationName !== null && typeof operationName !== 'string') return null;
  if (isDeeper(variables, maximumLevels) || isDeeper(request.extensions, maximumLevels)) return null;
  return { text: query, operationName, variables, mediaType, wantsCost: wantsCost(request.extensions) };
}

const isObject = (value: unknown): value is Variables =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((item) => isDeeper(item, levels - 1));
}
