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
  /** What every answer must have. */
  readonly status: number;
}

export interface LoadResult {
  readonly answers: number;
  readonly milliseconds: number;
  /** From sending, or from when the request was due, to the complete answer: p50, p99 and the longest, in milliseconds. */
  readonly latency: { readonly p50: number; readonly p99: number; readonly max: number };
  /** Bytes of all bodies. */
  readonly bodyBytes: number;
}
