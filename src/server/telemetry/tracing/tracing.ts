import {
  type Attributes,
  type Context,
  context,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import type { AnsweredRequest, Route, Telemetry } from '../telemetry.ts';
import { registeredProvider } from './sdk.ts';
import { readTraceParent } from './trace-parent.ts';

/**
 * Makes a span of every request but those of probes and metrics, once it is answered, after OpenTelemetry's semantic
 * conventions for HTTP servers and GraphQL. `null` where the SDK has been made for another version of the API than can be
 * used: then nothing would ever come of a span.
 *
 * @param version - of Foliograph
 */
export function createTracing({ version }: { readonly version: string }): Telemetry | null {
  if (trace.getTracerProvider() !== registeredProvider()) return null;
  const tracer = trace.getTracer('foliograph', version);
  return {
    answered(request) {
      if (!quietRoutes.has(request.route)) recordSpan(request, tracer);
    },
  };
}

/** Asked for every few seconds, by nobody whose way is to be followed. */
const quietRoutes: ReadonlySet<Route> = new Set(['livez', 'readyz', 'metrics']);

function recordSpan(request: AnsweredRequest, tracer: Tracer): void {
  const { startedAt, duration, status } = request;
  const options = { kind: SpanKind.SERVER, startTime: startedAt, attributes: attributesOf(request) };
  const span = tracer.startSpan(nameOf(request), options, parentOf(request));
  if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end(startedAt + duration);
}

/** A span that is open here, such as one that an instrumentation of `node:http` makes, is nearer than that of the client. */
function parentOf({ traceParent }: AnsweredRequest): Context {
  const active = context.active();
  if (trace.getSpan(active) !== undefined) return active;
  const remote = readTraceParent(traceParent);
  return remote === null ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, remote);
}

/** Of a bounded set: `POST /graphql`; without the path where it is none of ours. */
function nameOf(request: AnsweredRequest): string {
  const name = knownMethods.has(request.method) ? request.method : 'HTTP';
  const path = servedPathOf(request);
  return path === null ? name : `${name} ${path}`;
}

/** Each route is served at paths that are known. */
const servedPathOf = ({ route, path }: AnsweredRequest): string | null => (route === 'other' ? null : path);

function attributesOf(request: AnsweredRequest): Attributes {
  const { id, method, path, status, bytes, source, operationName, isPreview } = request;
  const servedPath = servedPathOf(request);
  return {
    'http.request.method': knownMethods.has(method) ? method : '_OTHER',
    ...(!knownMethods.has(method) && { 'http.request.method_original': method.slice(0, shownLength) }),
    'url.scheme': 'http',
    'url.path': path.slice(0, shownLength),
    ...(servedPath !== null && { 'http.route': servedPath }),
    'http.response.status_code': status,
    'http.response.body.size': bytes,
    ...(status >= 500 && { 'error.type': String(status) }),
    // the schema has no other operations
    ...(source !== null && source !== 'refused' && { 'graphql.operation.type': 'query' }),
    ...(operationName !== null && { 'graphql.operation.name': operationName.slice(0, shownLength) }),
    'foliograph.request.id': id,
    ...(source !== null && { 'foliograph.answer.source': source }),
    ...(isPreview && { 'foliograph.preview': true }),
  };
}

/** Characters of what clients choose freely. */
const shownLength = 200;

/** RFC 9110, 9.1, and RFC 5789: what the conventions call known. */
const knownMethods: ReadonlySet<string> = new Set([
  'CONNECT',
  'DELETE',
  'GET',
  'HEAD',
  'OPTIONS',
  'PATCH',
  'POST',
  'PUT',
  'TRACE',
]);
