import type { GraphQLError } from 'graphql';
import { limitError, shownCount } from './limit-error.ts';

/** What an operation costs, as `extensions.cost` of an answer has it. */
export interface RequestCost {
  readonly requested: number;
  readonly limit: number;
}

/** Why an operation is not run; `null` where it may be. */
export function checkComplexity({ requested, limit }: RequestCost): GraphQLError | null {
  if (requested <= limit) return null;
  const message = `Expected an operation of a complexity of at most ${limit}, but got: ${shownCount(requested)}.`;
  return limitError(
    'COMPLEXITY_LIMIT_EXCEEDED',
    `${message} Ask for fewer nodes at once (\`first\`), for fewer lists within lists, by a shorter filter, or by several requests.`,
    { cost: requested, limit },
  );
}

/** Whether a request wants to be told what it costs. @param extensions - of the request, as they were sent */
export const wantsCost = (extensions: unknown): boolean =>
  typeof extensions === 'object' && extensions !== null && 'cost' in extensions && extensions.cost === true;
