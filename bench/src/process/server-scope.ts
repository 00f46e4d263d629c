import { type RunningServer, spawnPeer, spawnServer } from './spawn-server.ts';

/** Starts servers, which end with the scope. */
export interface ServerScope {
  server(command: readonly string[], nodeArguments?: readonly string[]): Promise<RunningServer>;
  /** One of the folder `peers`. */
  peer(name: string, ...args: readonly string[]): Promise<RunningServer>;
}

/** Runs work that needs servers, and ends them when it has ended, however. */
export async function withServers<Result>(work: (scope: ServerScope) => Promise<Result>): Promise<Result> {
  const running: RunningServer[] = [];
  const kept = async (starting: Promise<RunningServer>): Promise<RunningServer> => {
    const server = await starting;
    running.push(server);
    return server;
  };
  try {
    return await work({
      server: (...args) => kept(spawnServer(...args)),
      peer: (name, ...args) => kept(spawnPeer(name, ...args)),
    });
  } finally {
    await Promise.all(running.map((server) => server.stop()));
  }
}
