import { withoutOrigin } from '../extract/link-kind.ts';
import type { LinkNode } from '../nodes.ts';
import type { SiteCheck } from './check.ts';
import { createPathSuggester } from './path-suggester.ts';
import { createRefusedFiles, type RefusedFiles } from './refused-files.ts';
import type { Site } from './site.ts';

/** A link to a page that is not there. */
export const linkBroken: SiteCheck = {
  code: 'link-broken',
  run(site, report) {
    const refused = createRefusedFiles(site);
    const broken = site.brokenLinks.filter((link) => link.problem === 'page' && !leadsToRefused(link, site, refused));
    if (broken.length === 0) return;
    const suggest = createPathSuggester(site);
    for (const link of broken) {
      const { url, source, column } = link;
      report({
        path: source.path,
        message: `expected a page or a web site, but found none at "${url}"`,
        hint: addressHint(url) ?? hintFor(suggest(link, withoutOrigin(url, site.options.origins))),
        at: { line: source.startLine, column },
      });
    }
  },
};

function leadsToRefused({ url, pageId }: LinkNode, { pageOf, options }: Site, refused: RefusedFiles): boolean {
  const page = pageOf(pageId);
  return page !== undefined && refused.isTarget(withoutOrigin(url, options.origins), page);
}

/** What is an address elsewhere without its beginning. */
function addressHint(url: string): string | null {
  if (/^[^\s@/]+@[^\s@/]+\.\p{L}{2,}$/u.test(url)) return `Write "mailto:${url}" if it is an e-mail address.`;
  return isHost(url) ? `Write "https://${url}" if it is a web site.` : null;
}

/** Whether a relative URL begins like a web site: `govstack.global`, `www.example.org/x`, but not `page.html`. */
function isHost(url: string): boolean {
  const [first = ''] = url.split(/[/?#]/, 1);
  return /^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}$/u.test(first) && !/\.(?:md|markdown|x?html?|php|aspx?|jsp)$/i.test(first);
}

const hintFor = (suggestion: string | null): string =>
  suggestion === null
    ? 'Correct the path; if the site makes it without a document, name it under "routes" in the configuration.'
    : `Did you mean "${suggestion}"?`;
