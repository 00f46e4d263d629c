import { createApp } from '../server/app.ts';
import { listen } from '../server/listen.ts';
import { createTelemetry } from '../server/telemetry/create-telemetry.ts';
import { exposition, expositionContentType } from '../server/telemetry/metrics/exposition.ts';
import type { Metrics } from '../server/telemetry/metrics/metrics.ts';
import type { MetricsSnapshot } from '../server/telemetry/metrics/metrics-snapshot.ts';
import type { ContentStore } from '../store/contract.ts';
import { readVersion } from '../version.ts';
import type { OperatorLog } from './log/operator-log.ts';
import type { ServerSetting } from './server-setting.ts';

export interface OpenServerInput {
  readonly setting: ServerSetting;
  readonly store: ContentStore;
  /** With everything that is hidden; `null` where nobody may see it. */
  readonly preview: ContentStore | null;
  readonly log: OperatorLog;
  readonly metrics: Metrics;
  /** The figures of all processes. */
  readonly gather: () => Promise<MetricsSnapshot>;
  /** See `AppOptions`. */
  readonly degraded: () => readonly string[];
}

export interface OpenServer {
  /** `http://127.0.0.1:4000`, without a slash at the end. */
  readonly origin: string;
  /** Lets requests that run come to their end; called once more, ends them. Resolves when no connection is left. */
  close(): Promise<void>;
}

/** Serves from this process. @throws {ListenError} when the address cannot be served on. */
export async function openServer(input: OpenServerInput): Promise<OpenServer> {
  const { setting, store, preview, log, metrics, gather, degraded } = input;
  const { host, port, server, documents, tokens, previewToken, logRequests } = setting;
  const telemetry = await createTelemetry({
    version: readVersion(),
    metrics: server.metrics ? metrics : null,
    requests: logRequests ? log.requests : null,
    warn: (message) => log.tell(`foliograph: ${message}.`, { level: 'warn' }),
  });
  const app = createApp({
    ...{ ...server, store, log, documents, tokens, telemetry, degraded },
    expose: async () => ({ contentType: expositionContentType, text: exposition(await gather()) }),
    ...(preview !== null && previewToken !== null && { preview: { store: preview, token: previewToken } }),
  });
  const listening = await listen(app.listener, { host, port, connections: server.connections });
  metrics.watch(async () => ({ ...app.figures(), connections: await listening.connections() }));
  let isClosing = false;
  return {
    origin: listening.origin,
    close() {
      if (isClosing) listening.closeAtOnce();
      isClosing = true;
      app.drain();
      return listening.close();
    },
  };
}
