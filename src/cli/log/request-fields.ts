import type { AnsweredRequest } from '../../server/telemetry/telemetry.ts';
import { readTraceParent } from '../../server/telemetry/tracing/trace-parent.ts';

/** Characters of what clients choose freely. */
const maximumLength = 200;

export const shown = (text: string): string =>
  text.length > maximumLength ? `${text.slice(0, maximumLength)}…` : text;

/** What a log holds of a request. Milliseconds have three decimals. */
export function requestFields(request: AnsweredRequest): Readonly<Record<string, unknown>> {
  const { id, method, path, route, status, bytes, duration, source, operationName, isPreview } = request;
  const trace = readTraceParent(request.traceParent);
  return {
    requestId: shown(id),
    method: shown(method),
    path: shown(path),
    route,
    status,
    bytes,
    duration: Math.round(duration * 1000) / 1000,
    source,
    operationName: operationName === null ? null : shown(operationName),
    isPreview,
    ...(trace !== null && { traceId: trace.traceId }),
  };
}
