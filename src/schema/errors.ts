import { GraphQLError } from 'graphql';

/** The client asked for something that cannot be: told to it, never logged. */
export function badUserInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
