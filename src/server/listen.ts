import { createServer, type RequestListener, type Server } from 'node:http';

/** Milliseconds that requests have to come to their end once the server closes. */
const graceTime = 10_000;

export interface ListenOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
}

export interface Listening {
  /** `http://127.0.0.1:4000`, without a slash at the end. */
  readonly origin: string;
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
export async function listen(listener: RequestListener, { host, port }: ListenOptions): Promise<Listening> {
  const server = createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(explain(error, host, port)));
    server.listen({ host, port }, resolve);
  });
  let closing: Promise<void> | undefined;
  return {
    origin: originOf(server),
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

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), graceTime).unref();
  });
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
