import { joinTelemetry } from './join-telemetry.ts';
import type { Telemetry } from './telemetry.ts';
import { hasTracerProvider } from './tracing/sdk.ts';

export interface TelemetryOptions {
  /** Of Foliograph. */
  readonly version: string;
  /** `null` where none are wanted. */
  readonly metrics: Telemetry | null;
  /** Takes every request for a log; `null` where none is wanted. */
  readonly requests: Telemetry | null;
  /** Takes one line for people, without a full stop. */
  readonly warn: (message: string) => void;
}

/** All that sees requests; with spans where an OpenTelemetry SDK is loaded, of which otherwise nothing is read. */
export async function createTelemetry({ version, metrics, requests, warn }: TelemetryOptions): Promise<Telemetry> {
  return joinTelemetry(metrics, requests, await tracingOf(version, warn));
}

async function tracingOf(version: string, warn: TelemetryOptions['warn']): Promise<Telemetry | null> {
  if (!hasTracerProvider()) return null;
  const { createTracing } = await import('./tracing/tracing.ts');
  const tracing = createTracing({ version });
  if (tracing === null) warn('expected an OpenTelemetry SDK for @opentelemetry/api 1.9 or newer: no spans are made');
  return tracing;
}
