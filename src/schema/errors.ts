import { type ASTNode, GraphQLError } from 'graphql';

/** The client asked for something that cannot be: told to it, never logged. */
export function badUserInput(message: string, node?: ASTNode): GraphQLError {
  return new GraphQLError(message, { nodes: node ?? null, extensions: { code: 'BAD_USER_INPUT' } });
}

/** An argument asks for more than this server gives at once. */
export function limitExceeded(code: `${string}_LIMIT_EXCEEDED`, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}
