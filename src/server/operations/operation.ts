export type MediaType = 'application/json' | 'application/graphql-response+json';

export interface OperationRequest {
  readonly method: 'GET' | 'POST';
  /** Of the answer: chosen from the Accept header. */
  readonly mediaType: MediaType;
  // as parsed from JSON
  readonly query: unknown;
  readonly operationName: unknown;
  readonly variables: unknown;
  readonly extensions: unknown;
}

export interface OperationAnswer {
  readonly status: number;
  /** JSON text, to the byte what Yoga would have sent. */
  readonly body: string;
  /** Whether it is a function of the request and the revision alone. */
  readonly isCacheable: boolean;
}
