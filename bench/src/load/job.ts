/** Work for the process that makes load. */
export interface LoadJob {
  readonly port: number;
  /** Bytes of requests, each byte a character, sent in turn. */
  readonly requests: readonly string[];
  /** Of the first nonce. */
  readonly firstNonce: number;
  readonly connections: number;
  readonly milliseconds: number;
  /** Requests a second, sent when they are due, whether others have been answered or not; `null` sends the next when one is answered. */
  readonly rate: number | null;
  /** Those that answers may have. */
  readonly statuses: readonly number[];
}

export interface LoadResult {
  readonly answers: number;
  readonly milliseconds: number;
  /** From sending, or from when the request was due, to the complete answer. */
  readonly latency: Latency;
  /** Bytes of all bodies. */
  readonly bodyBytes: number;
  /** The answers with each status that there was. */
  readonly byStatus: Readonly<Record<string, StatusFigures>>;
  /** Requests at a rate that had to wait for a connection: with any of them the load was less than it was meant to be. */
  readonly delayed: number;
}

interface StatusFigures {
  readonly answers: number;
  readonly latency: Latency;
  /** Answers with a `Retry-After` header. */
  readonly withRetryAfter: number;
}

/** Milliseconds. */
export interface Latency {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}
