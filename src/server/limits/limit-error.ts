import { GraphQLError } from 'graphql';

export type LimitCode =
  | 'TOKEN_LIMIT_EXCEEDED'
  | 'FRAGMENT_LIMIT_EXCEEDED'
  | 'DEPTH_LIMIT_EXCEEDED'
  | 'ALIAS_LIMIT_EXCEEDED'
  | 'DIRECTIVE_LIMIT_EXCEEDED'
  | 'VARIABLE_LIMIT_EXCEEDED'
  | 'INTROSPECTION_LIMIT_EXCEEDED'
  | 'INTROSPECTION_DISABLED'
  | 'ROOT_FIELD_LIMIT_EXCEEDED'
  | 'MERGE_LIMIT_EXCEEDED'
  | 'COMPLEXITY_LIMIT_EXCEEDED'
  | 'OPERATION_NOT_SUPPORTED'
  | 'RESPONSE_TOO_LARGE'
  | 'EXECUTION_TIMEOUT';

/** A request that asks for more than it may. The whole answer is this error, as with a document that is not valid. */
export function limitError(
  code: LimitCode,
  message: string,
  extensions: Readonly<Record<string, unknown>> = {},
): GraphQLError {
  // `spec`: under application/json the status is 200 nevertheless (GraphQL over HTTP, 6.4.1)
  return new GraphQLError(message, { extensions: { code, ...extensions, http: { spec: true, status: 400 } } });
}

/** There is nothing that could be changed, and nothing that is told later. */
export const onlyQueries = (type: string): GraphQLError =>
  limitError(
    'OPERATION_NOT_SUPPORTED',
    `Expected a query, but got a ${type}. Ask for what there is: it can only be read.`,
  );

/** Numbers above it say nothing. */
const largestShown = 1_000_000;

/** A count as messages have it. */
export const shownCount = (count: number): string =>
  count > largestShown ? `more than ${largestShown}` : String(count);
