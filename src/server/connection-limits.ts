/** What one connection, and all of them together, may take. Times are milliseconds. */
export interface ConnectionLimits {
  /** Until all headers of a request are there. */
  readonly headersTimeout: number;
  /** Until a whole request is there. */
  readonly requestTimeout: number;
  /** That a connection is kept between two requests; proxies should keep theirs for less long. */
  readonly idleTimeout: number;
  /** That a client may take to read an answer. */
  readonly responseTimeout: number;
  /** At the same time; further ones are closed at once. */
  readonly maximum: number;
  /** Requests on one connection; after the last one it is closed. */
  readonly requestsPerConnection: number;
}

export const defaultConnectionLimits: ConnectionLimits = Object.freeze({
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  idleTimeout: 65_000,
  responseTimeout: 60_000,
  maximum: 10_000,
  requestsPerConnection: 10_000,
});
