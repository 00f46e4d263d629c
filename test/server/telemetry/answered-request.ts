import type { AnsweredRequest } from '../../../src/server/telemetry/telemetry.ts';

/** A request as a server would tell of it. */
export function answeredRequest(request: Partial<AnsweredRequest> = {}): AnsweredRequest {
  return {
    id: 'request-1',
    method: 'POST',
    path: '/graphql',
    route: 'graphql',
    status: 200,
    bytes: 2000,
    startedAt: Date.UTC(2026, 10, 28, 13, 15, 23, 100),
    duration: 1.5,
    source: 'run',
    operationName: 'Partners',
    isPreview: false,
    traceParent: undefined,
    ...request,
  };
}
