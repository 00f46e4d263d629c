/** Of every answer that is no page: names and values by turns (OWASP REST Security Cheat Sheet, "Security Headers"). */
export const securityHeaders: readonly string[] = [
  'x-content-type-options',
  'nosniff',
  'content-security-policy',
  "default-src 'none'; frame-ancestors 'none'",
  // pages of other origins may load it, as far as CORS lets them
  'cross-origin-resource-policy',
  'cross-origin',
  'referrer-policy',
  'no-referrer',
];
