import { type DocumentNode, type ExecutionResult, execute, type GraphQLError, type GraphQLSchema } from 'graphql';
import { isPromise } from '../../store/maybe-promise.ts';
import type { OperationContext } from '../operation-context.ts';
import { maskError } from '../plugins/use-errors.ts';
import { formatError } from './error-answer.ts';
import type { OperationResult } from './operation-result.ts';

export interface Interpretation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: OperationContext;
}

/** Runs an operation by graphql-js. `null` where something has to be waited for, or the long way has to tell what went wrong. */
export function interpretOperation({
  schema,
  document,
  operationName,
  variables,
  context,
}: Interpretation): OperationResult | null {
  const result = execute({ schema, document, operationName, variableValues: variables, contextValue: context });
  // Yoga's executor has the fields of an object in the order in which they arrive
  return isPromise(result) ? null : answer(result, context);
}

function answer({ errors, data }: ExecutionResult, { budget }: OperationContext): OperationResult | null {
  if (errors === undefined) return { errors: null, data: JSON.stringify(data) };
  budget.measureErrors(errors);
  if (budget.failure() !== null) return null;
  if (data === undefined || !errors.every(isToldByUs)) return null;
  return {
    errors: JSON.stringify(errors.map((error) => formatError(error, 'BAD_USER_INPUT'))),
    data: JSON.stringify(data),
  };
}

/** A resolver's own words to the client. Those of graphql-js are not, to the letter, those of Yoga's executor. */
const isToldByUs = (error: GraphQLError): boolean =>
  maskError(error) === error && error.originalError !== undefined && error.extensions['code'] !== undefined;
