/** What of the head of a request an answer can depend on. */
export interface RequestHead {
  readonly method: string;
  /** As it was sent: path and query, or a whole URL (RFC 9112, 3.2). */
  readonly target: string;
  readonly host: string | undefined;
  readonly accept: string | undefined;
  readonly acceptEncoding: string | undefined;
  readonly authorization: string | undefined;
  readonly contentEncoding: string | undefined;
  readonly contentLength: string | undefined;
  readonly contentType: string | undefined;
  readonly ifNoneMatch: string | undefined;
  readonly origin: string | undefined;
  /** `X-Request-Id`. */
  readonly requestId: string | undefined;
  /** W3C Trace Context. */
  readonly traceParent: string | undefined;
}
