import { Agent, request } from 'node:http';

/** What became of one request. */
interface Outcome {
  /** `refused`: there was no connection. */
  readonly kind: 'answered' | 'refused' | 'failed';
  /** Status and body; `null` where there was no whole answer. */
  readonly answer: readonly [status: number, body: string] | null;
  /** Of a system error. */
  readonly code: string | null;
  /** Of the client; `null` where there was no connection. */
  readonly port: number | null;
}

export interface Clients {
  /** Resolves with what became of so many requests, or a few more, once they have come to their end. */
  first(count: number): Promise<readonly Outcome[]>;
  /** Resolves with everything that was asked, once all clients were refused. */
  readonly ended: Promise<readonly Outcome[]>;
}

export interface ClientsInput {
  readonly url: string;
  readonly query: string;
  /** Clients that ask again on the connection that they have. */
  readonly kept: number;
  /** Clients that connect anew for each request. */
  readonly anew: number;
}

/** Clients that ask one server all the time until it refuses them. */
export function startClients({ url, query, kept, anew }: ClientsInput): Clients {
  const outcomes: Outcome[] = [];
  const agent = new Agent({ keepAlive: true, maxSockets: kept });
  let look = (): void => {};
  const askUntilRefused = async (by: Agent | false): Promise<void> => {
    for (let kind = ''; kind !== 'refused'; look()) {
      const outcome = await askOnce(url, query, by);
      outcomes.push(outcome);
      ({ kind } = outcome);
    }
  };
  const all = [...Array.from({ length: kept }, () => agent), ...Array.from({ length: anew }, () => false as const)];
  return {
    first: (count) =>
      new Promise((resolve) => {
        look = () => {
          if (outcomes.length >= count) resolve([...outcomes]);
        };
        look();
      }),
    ended: Promise.all(all.map(askUntilRefused)).then(() => outcomes),
  };
}

function askOnce(url: string, query: string, agent: Agent | false): Promise<Outcome> {
  const body = JSON.stringify({ query });
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve) => {
    let port: number | null = null;
    const asked = request(url, { method: 'POST', agent, headers });
    const fail = ({ code, syscall }: NodeJS.ErrnoException): void =>
      resolve({ kind: syscall === 'connect' ? 'refused' : 'failed', answer: null, code: code ?? null, port });
    asked.on('error', fail).on('socket', (socket) => {
      const note = (): void => {
        port = socket.localPort ?? null;
      };
      if (socket.connecting) socket.once('connect', note);
      else note();
    });
    asked.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece: string) => {
        text += piece;
      });
      response.on('error', fail).on('end', () => {
        resolve({ kind: 'answered', answer: [response.statusCode ?? 0, text], code: null, port });
      });
    });
    asked.end(body);
  });
}
