/** An answer as it is sent. */
export interface Answer {
  readonly status: number;
  /** Names and values by turns. */
  readonly headers: readonly string[];
  /** `null` where there is none, such as with 304. */
  readonly body: Uint8Array<ArrayBuffer> | null;
  /** Whether it is HTML, which has security headers of its own. */
  readonly isPage?: boolean;
}

/** With all that every answer has. */
export interface FinishedAnswer extends Answer {
  readonly headers: string[];
}

/** What says that an answer holds for this moment only. */
export const notKept = ['cache-control', 'no-store'] as const;

export function textAnswer(
  status: number,
  contentType: string,
  text: string,
  headers: readonly string[] = notKept,
): Answer {
  const body = Buffer.from(text);
  return {
    status,
    headers: ['content-type', contentType, 'content-length', String(body.byteLength), ...headers],
    body,
  };
}

export const jsonAnswer = (status: number, value: unknown, headers?: readonly string[]): Answer =>
  textAnswer(status, 'application/json; charset=utf-8', JSON.stringify(value), headers);

/** A request that is refused before it is GraphQL: the same form as that of GraphQL errors, so that clients show it. */
export const refusal = (status: number, code: string, message: string, headers: readonly string[] = []): Answer =>
  jsonAnswer(status, { errors: [{ message, extensions: { code } }] }, [...notKept, ...headers]);

export const emptyAnswer = (status: number, headers: readonly string[]): Answer => ({ status, headers, body: null });
