import type { Place } from '../diagnostic.ts';
import { placeOfKey } from '../document.ts';
import type { PartnerNode } from '../nodes.ts';
import { parseUrl } from '../parse-url.ts';
import type { SiteCheck } from './check.ts';
import { partnerGroups } from './language-groups.ts';
import type { SitePage } from './site.ts';

/** A partner with one URL in one language and another one in another: rightly so, where its site has both languages. */
export const partnerUrlDiffers: SiteCheck = {
  code: 'partner-url-differs',
  run(site, report) {
    const pageAt = new Map(site.pages.map((page) => [page.document.path, page]));
    for (const [first, ...others] of partnerGroups(site)) {
      for (const partner of others) {
        if (first.url === null || partner.url === null || urlKey(first.url) === urlKey(partner.url)) continue;
        report({
          path: partner.source.path,
          message: `expected ${first.url} as URL of "${partner.name}", as in ${first.source.path}, but found ${partner.url}`,
          hint: 'Use one URL, unless each leads to a page in its own language.',
          at: placeOf(partner, pageAt.get(partner.source.path)),
        });
      }
    }
  },
};

/** A slash at the end and the case of the host make no other address. */
function urlKey(url: string): string {
  const parsed = parseUrl(url);
  if (parsed === null) return url;
  const { protocol, host, pathname, search, hash } = parsed;
  return `${protocol}//${host}${pathname.replace(/\/$/, '')}${search}${hash}`;
}

/** The item of a list, or the key in the partner's own file. */
const placeOf = ({ source, frontmatter }: PartnerNode, page: SitePage | undefined): Place =>
  frontmatter === null || page === undefined ? { line: source.startLine, column: 1 } : placeOfKey(page.document, 'url');
