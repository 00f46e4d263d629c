/**
 * Schemes a link may have, wherever it is told: as a Link, in HTML, as a partner's URL. Everything else (`javascript:`,
 * `data:`, `file:`, ...) could run code or read files on the machine of whoever follows it.
 */
export const linkSchemes = ['http', 'https', 'mailto', 'tel', 'irc', 'ircs', 'xmpp'] as const;

/**
 * The scheme of a URL in lower case, or `null` for a relative one. Reads it as browsers do: the WHATWG URL standard
 * drops tabs and line ends anywhere and control characters in front before it looks.
 */
export function schemeOf(url: string): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what browsers drop
  const cleaned = url.replace(/[\t\n\r]/g, '').replace(/^[\u0000-\u0020]+/, '');
  const match = /^([a-z][a-z0-9+.-]*):/i.exec(cleaned);
  return match?.[1]?.toLowerCase() ?? null;
}

export function isAllowedUrl(url: string): boolean {
  const scheme = schemeOf(url);
  return scheme === null || linkSchemes.some((allowed) => allowed === scheme);
}
