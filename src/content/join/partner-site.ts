import { parseUrl } from '../parse-url.ts';

/** Hosts on which many have their pages, none of them all: there the path tells who it is. */
const sharedHosts = new Set(
  [
    'github.com gitlab.com codeberg.org bitbucket.org sourceforge.net opencode.de',
    'linkedin.com xing.com facebook.com instagram.com x.com twitter.com youtube.com vimeo.com mastodon.social bsky.app',
    'medium.com sites.google.com notion.site wikipedia.org de.wikipedia.org en.wikipedia.org',
  ].flatMap((hosts) => hosts.split(' ')),
);

/** Where a URL leads, as far as it tells whose it is: host without `www.`, and the path without a language or slashes. */
export interface Site {
  readonly host: string;
  /** `/garloff`; empty for the start page. */
  readonly path: string;
}

/** The site of an absolute `http` or `https` URL; `null` for anything else. */
export function siteOf(url: string): Site | null {
  const parsed = parseUrl(url);
  if (parsed === null) return null;
  const { protocol, host, pathname } = parsed;
  if (!/^https?:$/.test(protocol) || host === '') return null;
  const path = pathname
    .replace(/\/(?:index\.\w+)?$/i, '')
    .replace(/^\/[a-z]{2}(?:[-_][a-z]{2})?(?=\/|$)/i, '')
    .toLowerCase();
  return { host: host.replace(/^www\./, ''), path };
}

export const isSharedHost = (host: string): boolean => sharedHosts.has(host);
