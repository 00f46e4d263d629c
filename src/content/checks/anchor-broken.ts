import { readSitePath } from '../join/site-path.ts';
import type { closest } from '../suggest.ts';
import type { SiteCheck } from './check.ts';
import type { SitePage } from './site.ts';
import { createSuggester } from './suggester.ts';

/** Anchors that a hint names at the most. */
const namedAnchors = 5;

/** A link to a place on a page where neither a heading nor an id is. */
export const anchorBroken: SiteCheck = {
  code: 'anchor-broken',
  run(site, report) {
    const suggest = createSuggester();
    const listAnchors = createAnchorList();
    for (const { problem, url, targetId, pageId, source, column } of site.brokenLinks) {
      const page = problem === 'anchor' ? site.pageOf(targetId ?? pageId) : undefined;
      if (page === undefined) continue;
      const anchor = `#${readSitePath(url, () => false).anchor ?? ''}`;
      report({
        path: source.path,
        message: `expected a heading or id for "${anchor}" on ${page.document.path}, but found none`,
        hint: hintFor(anchor, listAnchors(page), suggest),
        at: { line: source.startLine, column },
      });
    }
  },
};

/** Asked for again and again where a page is linked to often. */
function createAnchorList(): (page: SitePage) => readonly string[] {
  const known = new Map<SitePage, readonly string[]>();
  return (page) => {
    const anchors = known.get(page) ?? anchorsOf(page);
    known.set(page, anchors);
    return anchors;
  };
}

const anchorsOf = ({ node, extraction }: SitePage): readonly string[] =>
  [...node.headings.map(({ anchor }) => anchor), ...extraction.anchors]
    .filter((anchor) => anchor !== '')
    .map((anchor) => `#${anchor}`);

function hintFor(anchor: string, known: readonly string[], suggest: typeof closest): string {
  if (known.length === 0) return 'Link to the page as a whole, or give it headings.';
  const suggestion = suggest(anchor, known);
  if (suggestion !== null) return `Did you mean "${suggestion}"?`;
  const further = known.length - namedAnchors;
  const named = known.slice(0, namedAnchors).map((each) => `"${each}"`);
  return `Its anchors are ${named.join(', ')}${further > 0 ? ` and ${further} more` : ''}.`;
}
