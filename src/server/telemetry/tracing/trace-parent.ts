/** The span that a request was sent by: what OpenTelemetry calls a span context. */
export interface TraceParent {
  readonly traceId: string;
  readonly spanId: string;
  readonly traceFlags: number;
  readonly isRemote: true;
}

/** `traceparent` of W3C Trace Context, 3.2. Versions to come may have more behind what is known of them. */
const pattern = /^(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;

/** `null` where none is told, or not as it has to be. */
export function readTraceParent(value: string | undefined): TraceParent | null {
  const [, version, traceId, spanId, flags = '', rest] = pattern.exec(value ?? '') ?? [];
  if (traceId === undefined || spanId === undefined || (version === '00' && rest !== undefined)) return null;
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
}
