import { onTestFinished } from 'vitest';
import { type AppOptions, createApp } from '../../src/server/app.ts';
import { listen } from '../../src/server/listen.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { type Files, snapshotOf } from './content.ts';

/** Serves these files on a free port of this machine until the test ends, and tells the origin. */
export async function serveFiles(files: Files, options: Partial<AppOptions> = {}): Promise<string> {
  const app = createApp({ store: createMemoryStore(snapshotOf(files)), log: { error: () => {} }, ...options });
  const listening = await listen(app.listener, { host: '127.0.0.1', port: 0 });
  onTestFinished(() => listening.close());
  return listening.origin;
}
