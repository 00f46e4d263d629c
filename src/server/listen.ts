import { createServer, type RequestListener, type Server } from 'node:http';
import { Server as NetServer } from 'node:net';
import { type ConnectionLimits, defaultConnectionLimits } from './connection-limits.ts';

/** Milliseconds that requests have to come to their end once the server closes. */
const graceTime = 10_000;
/**
 * Milliseconds after which a kept connection that asks nothing is closed with the server. One that is closed while its client
 * is about to ask fails that request; meanwhile those who ask are told to close it themselves.
 */
const quietTime = 500;

export interface ListenOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly connections?: ConnectionLimits;
}

export interface Listening {
  /** `http://127.0.0.1:4000`, without a slash at the end. */
  readonly origin: string;
  /** Connections that are open. */
  connections(): Promise<number>;
  /** Stops taking connections, and waits for requests that run. */
  close(): Promise<void>;
  /** Ends the requests that run, too. */
  closeAtOnce(): void;
}

/** The address cannot be served on: the fault of whoever chose it. */
export class ListenError extends Error {
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ListenError';
    this.code = code;
  }
}

/** Serves a listener over HTTP. @throws {ListenError} when the address is taken or not this machine's. */
export async function listen(listener: RequestListener, options: ListenOptions): Promise<Listening> {
  const { host, port, connections = defaultConnectionLimits } = options;
  const server = createLimitedServer(listener, connections);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(explain(error, host, port)));
    server.listen({ host, port }, resolve);
  });
  let closing: Promise<void> | undefined;
  return {
    origin: originOf(server),
    connections: () =>
      new Promise((resolve, reject) =>
        server.getConnections((error, count) => (error === null ? resolve(count) : reject(error))),
      ),
    close() {
      closing ??= close(server);
      return closing;
    },
    closeAtOnce: () => server.closeAllConnections(),
  };
}

function originOf(server: Server): string {
  const bound = server.address();
  if (bound === null || typeof bound === 'string')
    throw new Error(`expected an address with a port, but got: ${bound}`);
  const { address, family, port } = bound;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

function createLimitedServer(listener: RequestListener, limits: ConnectionLimits): Server {
  const { headersTimeout, requestTimeout, idleTimeout } = limits;
  const server = createServer(
    {
      headersTimeout,
      requestTimeout,
      keepAliveTimeout: idleTimeout,
      // how late the first two may be
      connectionsCheckingInterval: Math.min(headersTimeout, 1000),
    },
    listener,
  );
  server.maxConnections = limits.maximum;
  server.maxRequestsPerSocket = limits.requestsPerConnection;
  return server;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    const isQuiet = setTimeout(closeIdle, quietTime);
    const isLate = setTimeout(() => server.closeAllConnections(), graceTime);
    let again: NodeJS.Timeout | undefined;
    function closeIdle(): void {
      server.closeIdleConnections();
      again = setTimeout(closeIdle, quietTime / 5);
    }
    whenNobodyWaits(server, () => {
      // that of `node:http` would close idle connections at once
      NetServer.prototype.close.call(server, (error) => {
        for (const timer of [isQuiet, isLate, again]) clearTimeout(timer);
        if (error === undefined) resolve();
        else reject(error);
      });
    });
  });
}

/**
 * Calls back after a turn of the event loop in which no connection came: the system resets those that wait to be taken when
 * nobody listens any more. Where they come all the time it calls back, too, but later.
 */
function whenNobodyWaits(server: Server, callback: () => void): void {
  const end = performance.now() + quietTime;
  let quietTurns = 0;
  const onConnection = (): void => {
    quietTurns = 0;
  };
  const look = (): void => {
    quietTurns++;
    // the turn in which this begins does not count
    if (quietTurns <= 2 && performance.now() < end) setImmediate(look);
    else {
      server.off('connection', onConnection);
      callback();
    }
  };
  server.on('connection', onConnection);
  look();
}

function explain(error: Error, host: string, port: number): ListenError {
  const code = 'code' in error ? String(error.code) : 'UNKNOWN';
  const reasons: Record<string, string> = {
    EADDRINUSE: `Port ${port} on ${host} is taken: choose another one with --port, or 0 for a free one`,
    EACCES: `Port ${port} on ${host} needs more rights: choose one above 1023 with --port`,
    EADDRNOTAVAIL: `${host} is not an address of this machine: choose another one with --host`,
    ENOTFOUND: `${host} is not a known host: choose another one with --host`,
  };
  return new ListenError(
    code,
    reasons[code] ?? `Could not listen on ${host}:${port} (${code}): choose another address with --host and --port`,
    { cause: error },
  );
}
