import type { LiveContent } from '../content/live/live-content.ts';
import type { Metrics } from '../server/telemetry/metrics/metrics.ts';
import { createMemoryStore } from '../store/memory-store.ts';
import type { OperatorLog } from './log/operator-log.ts';
import { openServer } from './open-server.ts';
import type { ServerSetting } from './server-setting.ts';
import type { Serving } from './serving.ts';

export interface ServeHereInput {
  readonly live: Pick<LiveContent, 'current' | 'preview'>;
  readonly setting: ServerSetting;
  readonly log: OperatorLog;
  readonly metrics: Metrics;
}

/** Serves content from this process. @throws {ListenError} when the address cannot be served on. */
export async function serveHere({ live, setting, log, metrics }: ServeHereInput): Promise<Serving> {
  const store = createMemoryStore(live.current());
  const everything = live.preview()?.current();
  const preview = everything === undefined ? null : createMemoryStore(everything);
  let degraded: readonly string[] = [];
  const server = await openServer({
    ...{ setting, store, preview, log, metrics },
    gather: metrics.snapshotOf,
    degraded: () => degraded,
  });
  return {
    origin: server.origin,
    publish: (published) => void store.publish(published),
    preview: (snapshot) => void preview?.publish(snapshot),
    degrade(notes) {
      degraded = notes;
    },
    close: () => void server.close().then(metrics.close),
  };
}
