import { Agent, type IncomingHttpHeaders, request } from 'node:http';

export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** The body as it came. */
  readonly bytes: Buffer;
}

/** Asks a server on 127.0.0.1, over one kept connection. */
export interface HttpClient {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<HttpAnswer>;
  /** A POST of JSON to `/graphql`. */
  post(payload: object, headers?: Readonly<Record<string, string>>): Promise<HttpAnswer>;
  close(): void;
}

export function createHttpClient(port: number): HttpClient {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = (method: string, path: string, headers: Readonly<Record<string, string>>, body: string) =>
    new Promise<HttpAnswer>((resolve, reject) => {
      const asked = request({ port, host: '127.0.0.1', method, path, agent, headers }, (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.once('error', reject);
        response.once('end', () => {
          const bytes = Buffer.concat(pieces);
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: bytes.toString(), bytes });
        });
      });
      asked.once('error', reject).end(body);
    });
  const json = { accept: 'application/json', 'content-type': 'application/json' };
  return {
    get: (path, headers = {}) => ask('GET', path, { accept: 'application/json', ...headers }, ''),
    post: (payload, headers = {}) => {
      const body = JSON.stringify(payload);
      return ask('POST', '/graphql', { ...json, 'content-length': String(Buffer.byteLength(body)), ...headers }, body);
    },
    close: () => agent.destroy(),
  };
}

/** The data of an answer to a query. @throws {Error} for every other answer. */
export function dataOf({ status, body }: HttpAnswer): Record<string, unknown> {
  const { data, errors } = status === 200 ? JSON.parse(body) : { data: null, errors: body };
  if (errors !== undefined || data === null) throw new Error(`expected data, but got ${status}: ${body.slice(0, 500)}`);
  return data;
}
