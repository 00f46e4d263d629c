/** Of every answer that is no page: names and values by turns (OWASP REST Security Cheat Sheet, "Security Headers"). */
export const securityHeaders: readonly string[] = [
  'x-content-type-options',
  'nosniff',
  'content-security-policy',
  "default-src 'none'; frame-ancestors 'none'",
];
