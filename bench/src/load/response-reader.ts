/** Takes what a connection receives, and tells each response when it is complete. */
export type ResponseReader = (chunk: Buffer) => void;

/** `head` is the status line and the headers. */
export type OnResponse = (status: number, bodySize: number, head: string) => void;

const headEnd = '\r\n\r\n';
const empty = Buffer.alloc(0);

/**
 * Reads responses of HTTP/1.1 off a connection: those with `Content-Length`, in chunks, or without a body (204, 304). No
 * more than load needs; a response that ends with its connection never completes.
 */
export function createResponseReader(onResponse: OnResponse): ResponseReader {
  let pending: Buffer = empty;
  return (chunk) => {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    for (let response = firstResponse(pending); response !== null; response = firstResponse(pending)) {
      pending = response.end === pending.length ? empty : pending.subarray(response.end);
      onResponse(response.status, response.bodySize, response.head);
    }
  };
}

interface Response {
  readonly status: number;
  readonly bodySize: number;
  readonly head: string;
  /** Where the next one begins. */
  readonly end: number;
}

/** `null` while something of it is missing. */
function firstResponse(bytes: Buffer): Response | null {
  const headSize = bytes.indexOf(headEnd, 0, 'latin1');
  if (headSize === -1) return null;
  const head = bytes.toString('latin1', 0, headSize);
  const status = Number(head.slice(9, 12));
  const start = headSize + headEnd.length;
  if (status === 204 || status === 304) return { status, bodySize: 0, head, end: start };
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length === undefined) return chunkedResponse(bytes, { status, head, start });
  const end = start + Number(length);
  return end > bytes.length ? null : { status, bodySize: Number(length), head, end };
}

interface ChunkedInput {
  readonly status: number;
  readonly head: string;
  /** Of the body. */
  readonly start: number;
}

function chunkedResponse(bytes: Buffer, { status, head, start }: ChunkedInput): Response | null {
  let [at, bodySize] = [start, 0];
  for (;;) {
    const lineEnd = bytes.indexOf('\r\n', at, 'latin1');
    if (lineEnd === -1) return null;
    const size = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16);
    const end = lineEnd + 2 + size + 2;
    if (end > bytes.length) return null;
    if (size === 0) return { status, bodySize, head, end };
    bodySize += size;
    at = end;
  }
}
