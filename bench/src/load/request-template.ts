/** Stands in a request for ten digits that are others each time. */
export const nonce = '__NONCE___';

export interface RequestInput {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** JSON; `null` for none. */
  readonly body: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The bytes of a request of HTTP/1.1, each byte a character, with at most one nonce in them. */
export function requestText({ method, path, body, headers = {} }: RequestInput): string {
  const bytes = Buffer.from(body ?? '');
  const all = {
    Host: '127.0.0.1',
    Accept: 'application/json',
    ...(body === null ? {} : { 'Content-Type': 'application/json', 'Content-Length': String(bytes.length) }),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${bytes.toString('latin1')}`;
}

/** A POST to `/graphql`. */
export function graphqlRequest(payload: object, headers: Readonly<Record<string, string>> = {}): string {
  return requestText({ method: 'POST', path: '/graphql', body: JSON.stringify(payload), headers });
}

/** Gives the requests in turn, again and again, each with a nonce of its own. */
export function requestSource(requests: readonly string[], firstNonce: number): () => string {
  const parts = requests.map((request) => request.split(nonce));
  let sent = 0;
  return () => {
    const [head = '', tail] = parts[sent % parts.length] ?? [];
    const number = firstNonce + sent++;
    return tail === undefined ? head : `${head}${String(number).padStart(nonce.length, '0')}${tail}`;
  };
}
