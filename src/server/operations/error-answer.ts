import type { GraphQLError, GraphQLErrorExtensions, GraphQLFormattedError } from 'graphql';
import type { MediaType, OperationAnswer } from './operation.ts';

/** What is wrong with a request, as Yoga tells it; always the same for the same text. */
export interface Refusal {
  readonly body: string;
  readonly statuses: Readonly<Record<MediaType, number>>;
}

/** Of a document that is no GraphQL: clients that know no other media type expect 200 (GraphQL over HTTP, 6.4.1). */
export function refuseDocument(errors: readonly GraphQLError[], code: string): Refusal {
  return {
    body: JSON.stringify({ errors: errors.map((error) => formatError(error, code)) }),
    statuses: { 'application/json': 200, 'application/graphql-response+json': 400 },
  };
}

/** Of an operation that costs or uses too much. @param extensions - of the answer */
export function refuseRun(error: GraphQLError, extensions: Readonly<Record<string, unknown>> | undefined): Refusal {
  const code = 'BAD_USER_INPUT';
  return {
    body: JSON.stringify({ errors: [formatError(error, code)], extensions }),
    statuses: { 'application/json': 200, 'application/graphql-response+json': 400 },
  };
}

/** Of a request that names no operation of its document. */
export function refuseOperation(error: GraphQLError, code: string): Refusal {
  return {
    body: JSON.stringify({ errors: [formatError(error, code)] }),
    statuses: { 'application/json': 400, 'application/graphql-response+json': 400 },
  };
}

export function answerRefusal({ body, statuses }: Refusal, mediaType: MediaType): OperationAnswer {
  return { status: statuses[mediaType], body, isCacheable: true };
}

/** UTF-16 code units of a message that clients see. */
export const maximumMessage = 1000;

/** A message that holds no more of what a client has sent than it needs: graphql-js has whole objects in it, for each mistake. */
export const shortMessage = (message: string): string =>
  message.length > maximumMessage ? `${message.slice(0, maximumMessage)}…` : message;

/** An error as clients see it. @param code - for one that has none */
export function formatError(error: GraphQLError, code: string): GraphQLFormattedError {
  const { message, locations, path, extensions } = error.toJSON();
  return {
    message: shortMessage(message),
    ...(locations === undefined ? {} : { locations }),
    ...(path === undefined ? {} : { path }),
    extensions: { ...withoutInternals(extensions ?? {}), code: extensions?.['code'] ?? code },
  };
}

/** Yoga notes HTTP statuses on errors, among them on one that graphql-js has for all requests together. */
const withoutInternals = (extensions: GraphQLErrorExtensions): GraphQLErrorExtensions =>
  Object.fromEntries(Object.entries(extensions).filter(([name]) => name !== 'http' && name !== 'unexpected'));
