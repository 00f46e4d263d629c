import type { Snapshot } from '../content/snapshot.ts';
import { createApp } from '../server/app.ts';
import { listen } from '../server/listen.ts';
import type { ServerOptions } from '../server/server-options.ts';
import { createMemoryStore } from '../store/memory-store.ts';
import { logTo } from './log-to.ts';
import type { Serving } from './serving.ts';
import type { Terminal } from './terminal.ts';

export interface ServeHereInput {
  readonly snapshot: Snapshot;
  readonly server: ServerOptions;
  readonly host: string;
  readonly port: number;
  readonly terminal: Terminal;
}

/** Serves content from this process. @throws {ListenError} when the address cannot be served on. */
export async function serveHere({ snapshot, server, host, port, terminal }: ServeHereInput): Promise<Serving> {
  const store = createMemoryStore(snapshot);
  const app = createApp({ ...server, store, log: logTo(terminal) });
  const listening = await listen(app.listener, { host, port });
  let isClosing = false;
  return {
    origin: listening.origin,
    publish: (published) => void store.publish(published),
    close() {
      if (isClosing) listening.closeAtOnce();
      isClosing = true;
      void listening.close();
    },
  };
}
