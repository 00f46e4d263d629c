import { randomUUID } from 'node:crypto';

/** What a proxy in front of the server may have named the request; anything else could forge lines of a log. */
const known = /^[\w.:+/=@-]{1,128}$/;

/** The id under which a request is logged and answered: the one that it brings, or a new one. */
export const requestIdOf = (given: string | undefined): string =>
  given !== undefined && known.test(given) ? given : randomUUID();
