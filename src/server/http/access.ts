import { hash, timingSafeEqual } from 'node:crypto';

/** Who may see what. */
export interface AccessOptions {
  /** Bearer tokens (RFC 6750) of which every request has to have one; none where everybody may ask. */
  readonly tokens: readonly string[];
  /** The one with which drafts are shown; `null` for none. */
  readonly previewToken: string | null;
}

export type Access = 'public' | 'preview' | 'denied';

/** Makes what tells from an Authorization header what a request may see. */
export function createAccess({ tokens, previewToken }: AccessOptions): (authorization: string | undefined) => Access {
  const known = tokens.map(digestOf);
  const preview = previewToken === null ? null : digestOf(previewToken);
  const isOpen = known.length === 0;
  // without any token there is nothing to tell apart, and what proxies send for others is not looked at
  if (isOpen && preview === null) return () => 'public';
  return (authorization) => {
    if (authorization === undefined) return isOpen ? 'public' : 'denied';
    const digest = digestOf(bearerOf(authorization));
    // all of them are compared, whichever fits, in a time that tells nothing of them
    const isKnown = known.filter((other) => timingSafeEqual(digest, other)).length > 0;
    if (preview !== null && timingSafeEqual(digest, preview)) return 'preview';
    return isKnown ? 'public' : 'denied';
  };
}

/** Digests have one length, which comparing in constant time asks for. */
const digestOf = (token: string): Buffer => Buffer.from(hash('sha256', token, 'hex'), 'hex');

const bearerOf = (authorization: string): string => /^bearer +(\S+) *$/i.exec(authorization)?.[1] ?? '';
