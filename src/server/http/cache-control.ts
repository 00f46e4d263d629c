/**
 * The same for caches of one client only: shared ones keep answers to requests with a token where these say `public`,
 * `s-maxage` or `must-revalidate` and not `private` (RFC 9111, 3 and 3.5).
 */
export function privateOnly(cacheControl: string): string {
  const closed = cacheControl.replace(/\bpublic\b/gi, 'private');
  // with names behind it, `private` is about these headers
  return /\b(?:private(?!\s*=)|no-store)\b/i.test(closed) ? closed : `private, ${closed}`;
}
