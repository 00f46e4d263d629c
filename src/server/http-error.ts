import { GraphQLError } from 'graphql';

/** A request that is no well-formed GraphQL request: the answer says why, under the HTTP status that says it, too. */
export function httpError(
  status: number,
  code: string,
  message: string,
  headers: Record<string, string> = {},
): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status, headers } } });
}
