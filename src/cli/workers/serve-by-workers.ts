import type { BuildOptions } from '../../content/build-options.ts';
import type { LiveContent } from '../../content/live/live-content.ts';
import type { Snapshot } from '../../content/snapshot.ts';
import type { ServerOptions } from '../../server/server-options.ts';
import type { Serving } from '../serving.ts';
import type { ServedRevision } from './worker-message.ts';
import { createWorkerPool } from './worker-pool.ts';

export interface ServeByWorkersInput {
  readonly count: number;
  readonly live: LiveContent;
  readonly options: BuildOptions;
  readonly server: ServerOptions;
  readonly host: string;
  readonly port: number;
  /** Takes one line for people. */
  readonly tell: (line: string) => void;
}

/**
 * Serves content from several processes on one port, which all get every change from this one.
 *
 * @throws {ListenError} when the address cannot be served on.
 */
export async function serveByWorkers(input: ServeByWorkersInput): Promise<Serving> {
  const { count, live, options, server, host, port, tell } = input;
  // where a free port was asked for, a process that begins later has to take the same
  let ownPort = port;
  const pool = createWorkerPool({
    ...{ count, tell },
    setting: () => ({ host, port: ownPort, options, server, assets: live.assets() }),
    content: () => ({ sources: live.sources().values(), served: servedOf(live.current()) }),
  });
  try {
    const origin = await pool.start();
    ownPort = Number(new URL(origin).port) || port;
    return {
      origin,
      publish(snapshot, { changed, added, removed, haveAssetsChanged }) {
        const sources = [...changed, ...added].flatMap((path) => live.sources().get(path) ?? []);
        const assets = haveAssetsChanged ? (live.assets() ?? undefined) : undefined;
        pool.update({ sources, removed, assets, served: servedOf(snapshot) });
      },
      close: () => void pool.close(),
    };
  } catch (error) {
    void pool.close();
    throw error;
  }
}

const servedOf = ({ revision, builtAt }: Snapshot): ServedRevision => ({ revision, builtAt });
