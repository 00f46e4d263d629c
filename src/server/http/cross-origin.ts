import type { RequestHead } from './request-head.ts';

/** What pages of other origins are told (Fetch standard, 3.2). */
export interface CrossOrigin {
  /** Headers of every answer: names and values by turns. */
  headersFor(head: RequestHead): readonly string[];
  /** Further ones of the answer to a preflight. */
  readonly preflight: readonly string[];
}

/**
 * No page may send credentials of its visitors: there is nothing here that cookies would open.
 *
 * @param allowed - origins that may read answers; `*` for all
 */
export function createCrossOrigin(allowed: '*' | readonly string[]): CrossOrigin {
  if (allowed === '*')
    return { headersFor: ({ origin }) => (origin === undefined ? openToAll : exposedToAll), preflight };
  const none = ['vary', 'Origin'];
  const byOrigin = new Map(
    allowed.map((origin) => [origin, [...none, 'access-control-allow-origin', origin, ...exposed]]),
  );
  return {
    headersFor: ({ origin }) => (origin === undefined ? none : (byOrigin.get(origin) ?? none)),
    preflight,
  };
}

const exposed = ['access-control-expose-headers', 'etag, retry-after, x-request-id'];
const openToAll: readonly string[] = ['access-control-allow-origin', '*'];
const exposedToAll: readonly string[] = [...openToAll, ...exposed];

const preflight: readonly string[] = [
  'access-control-allow-methods',
  'GET, HEAD, POST, OPTIONS',
  // `*` stands for all but this one
  'access-control-allow-headers',
  '*, Authorization',
  'access-control-max-age',
  '86400',
];
