import {
  type Attributes,
  type Context,
  type ContextManager,
  context,
  INVALID_SPAN_CONTEXT,
  ProxyTracerProvider,
  ROOT_CONTEXT,
  type Span,
  type SpanContext,
  SpanKind,
  type SpanOptions,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createTelemetry } from '../../../src/server/telemetry/create-telemetry.ts';
import { hasTracerProvider } from '../../../src/server/telemetry/tracing/sdk.ts';
import { readTraceParent } from '../../../src/server/telemetry/tracing/trace-parent.ts';
import { answeredRequest } from './answered-request.ts';

interface Recorded {
  readonly scope: string;
  readonly name: string;
  readonly kind: SpanKind | undefined;
  readonly attributes: Attributes | undefined;
  readonly startTime: unknown;
  readonly parent: SpanContext | undefined;
  status: SpanStatusCode;
  endTime: unknown;
}

/** What an SDK does, as far as it is needed: registers a provider, and keeps the spans that are ended. */
function registerProvider(): readonly Recorded[] {
  const recorded: Recorded[] = [];
  trace.setGlobalTracerProvider({
    getTracer: (name, version) => ({
      ...noTracer,
      startSpan: (spanName, options, parent) =>
        recordingSpan({ scope: `${name} ${version}`, spanName, options, parent, recorded }),
    }),
  });
  onTestFinished(() => trace.disable());
  return recorded;
}

const noTracer: Tracer = new ProxyTracerProvider().getTracer('none');

interface Started {
  readonly scope: string;
  readonly spanName: string;
  readonly options: SpanOptions | undefined;
  readonly parent: Context | undefined;
  readonly recorded: Recorded[];
}

function recordingSpan({ scope, spanName, options, parent = ROOT_CONTEXT, recorded }: Started): Span {
  const { kind, attributes, startTime } = options ?? {};
  const own: Recorded = {
    ...{ scope, name: spanName, kind, attributes, startTime },
    parent: trace.getSpanContext(parent),
    status: SpanStatusCode.UNSET,
    endTime: undefined,
  };
  const span: Span = {
    ...trace.wrapSpanContext(INVALID_SPAN_CONTEXT),
    setStatus({ code }) {
      own.status = code;
      return span;
    },
    end(endTime) {
      own.endTime = endTime;
      recorded.push(own);
    },
  };
  return span;
}

async function telemetryOf() {
  const warnings: string[] = [];
  const telemetry = await createTelemetry({
    ...{ version: '1.2.3', metrics: null, requests: null },
    warn: (message) => warnings.push(message),
  });
  return { telemetry, warnings };
}

describe('where an OpenTelemetry SDK is loaded', () => {
  test('a request makes a span with the attributes of HTTP servers and GraphQL', async () => {
    const recorded = registerProvider();
    const { telemetry } = await telemetryOf();
    const traceParent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    telemetry.answered(answeredRequest({ startedAt: 1_795_871_723_100, duration: 2.5, traceParent }));
    expect(recorded).toEqual([
      {
        scope: 'foliograph 1.2.3',
        name: 'POST /graphql',
        kind: SpanKind.SERVER,
        attributes: {
          'http.request.method': 'POST',
          'url.scheme': 'http',
          'url.path': '/graphql',
          'http.route': '/graphql',
          'http.response.status_code': 200,
          'http.response.body.size': 2000,
          'graphql.operation.type': 'query',
          'graphql.operation.name': 'Partners',
          'foliograph.request.id': 'request-1',
          'foliograph.answer.source': 'run',
        },
        startTime: 1_795_871_723_100,
        endTime: 1_795_871_723_102.5,
        parent: {
          traceId: '0af7651916cd43dd8448eb211c80319c',
          spanId: 'b7ad6b7169203331',
          traceFlags: 1,
          isRemote: true,
        },
        status: SpanStatusCode.UNSET,
      },
    ]);
  });

  test('a path and a method that clients make up are no part of its name', async () => {
    const recorded = registerProvider();
    const { telemetry } = await telemetryOf();
    const path = `/${'x'.repeat(500)}`;
    const request = { method: 'SPY', path, route: 'other', status: 405, source: null, operationName: null } as const;
    telemetry.answered(answeredRequest(request));
    expect(recorded[0]).toMatchObject({ name: 'HTTP', parent: undefined });
    expect(recorded[0]?.attributes).toMatchObject({
      'http.request.method': '_OTHER',
      'http.request.method_original': 'SPY',
      'url.path': path.slice(0, 200),
    });
    expect(recorded[0]?.attributes).not.toHaveProperty('http.route');
  });

  test('an answer with a status of 500 or more is an error', async () => {
    const recorded = registerProvider();
    const { telemetry } = await telemetryOf();
    telemetry.answered(answeredRequest({ status: 503, source: 'refused' }));
    expect(recorded[0]?.status).toBe(SpanStatusCode.ERROR);
    expect(recorded[0]?.attributes).toMatchObject({ 'error.type': '503' });
    expect(recorded[0]?.attributes).not.toHaveProperty('graphql.operation.type');
  });

  test('a span that is open here is the parent, before that of the client', async () => {
    const recorded = registerProvider();
    const { telemetry } = await telemetryOf();
    const open = { traceId: '1'.repeat(32), spanId: '2'.repeat(16), traceFlags: 1 };
    const active = trace.setSpanContext(ROOT_CONTEXT, open);
    const manager: ContextManager = {
      active: () => active,
      with: (_context, callback, thisArgument, ...args) => callback.call(thisArgument, ...args),
      bind: (_context, target) => target,
      enable: () => manager,
      disable: () => manager,
    };
    context.setGlobalContextManager(manager);
    onTestFinished(() => context.disable());
    telemetry.answered(answeredRequest({ traceParent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' }));
    expect(recorded[0]?.parent).toEqual(open);
  });

  test.each(['livez', 'readyz', 'metrics'] as const)('no span is made for %s', async (route) => {
    const recorded = registerProvider();
    const { telemetry } = await telemetryOf();
    telemetry.answered(answeredRequest({ route, path: `/${route}`, source: null, operationName: null }));
    expect(recorded).toEqual([]);
  });

  test('for another version of its API, a warning says that there are no spans', async () => {
    const registryKey = Symbol.for('opentelemetry.js.api.1');
    Reflect.set(globalThis, registryKey, { version: '1.8.0', trace: { getTracer: () => noTracer } });
    onTestFinished(() => void Reflect.deleteProperty(globalThis, registryKey));
    const { warnings } = await telemetryOf();
    expect(warnings).toEqual(['expected an OpenTelemetry SDK for @opentelemetry/api 1.9 or newer: no spans are made']);
  });
});

test('where none is loaded, nothing is made', async () => {
  expect(hasTracerProvider()).toBe(false);
  const { telemetry, warnings } = await telemetryOf();
  telemetry.answered(answeredRequest());
  expect(warnings).toEqual([]);
});

describe('traceparent', () => {
  test.each([
    ['00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', 1],
    ['00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00', 0],
    ['01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-what-may-come', 1],
  ])('is read from %s', (value, traceFlags) => {
    expect(readTraceParent(value)).toEqual({
      traceId: '0af7651916cd43dd8448eb211c80319c',
      spanId: 'b7ad6b7169203331',
      traceFlags,
      isRemote: true,
    });
  });

  test.each([
    undefined,
    '',
    'nonsense',
    'ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more',
    '00-00000000000000000000000000000000-b7ad6b7169203331-01',
    '00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01',
    '00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01',
    '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\n',
  ])('is not read from %j', (value) => {
    expect(readTraceParent(value)).toBeNull();
  });
});
