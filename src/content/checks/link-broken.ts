import { withoutOrigin } from '../extract/link-kind.ts';
import type { SiteCheck } from './check.ts';
import { createPathSuggester } from './path-suggester.ts';

/** A link to a page that is not there. */
export const linkBroken: SiteCheck = {
  code: 'link-broken',
  run(site, report) {
    const broken = site.links.filter(({ problem }) => problem === 'page');
    if (broken.length === 0) return;
    const suggest = createPathSuggester(site);
    for (const link of broken) {
      const { url, source, column } = link;
      report({
        path: source.path,
        message: `expected a page or a web site, but found none at "${url}"`,
        hint: isHost(url)
          ? `Write "https://${url}" if it is a web site.`
          : hintFor(suggest(link, withoutOrigin(url, site.options.origins))),
        at: { line: source.startLine, column },
      });
    }
  },
};

/** Whether a relative URL begins like a web site: `govstack.global`, `www.example.org/x`, but not `page.html`. */
function isHost(url: string): boolean {
  const [first = ''] = url.split(/[/?#]/, 1);
  return /^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}$/u.test(first) && !/\.(?:md|markdown|x?html?|php|aspx?|jsp)$/i.test(first);
}

const hintFor = (suggestion: string | null): string =>
  suggestion === null
    ? 'Correct the path; if the site makes it without a document, name it under "routes" in the configuration.'
    : `Did you mean "${suggestion}"?`;
