import type { GraphQLResolveInfo } from 'graphql';
import type { Budget } from '../../limits/budget.ts';
import type { OperationContext } from '../../operation-context.ts';
import type { Variables } from '../plain-request.ts';
import { leave } from './not-plain.ts';

/** One run of a compiled operation. */
export interface Run {
  /** Coerced. */
  readonly variables: Variables;
  readonly context: OperationContext;
  readonly budget: Budget;
  /** Bytes of an answer. */
  readonly maximumSize: number;
}

/** Resolves and writes in one pass. @returns JSON @throws whatever the run has to be given up for */
export type Write = (value: unknown, run: Run) => string;

/** Stands for what graphql-js tells resolvers about the run. None of ours asks; one that does is left to graphql-js. */
export const unknownInfo: GraphQLResolveInfo = new Proxy(Object.create(null), {
  get: () => leave(),
  has: () => leave(),
});
