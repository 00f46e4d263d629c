import type { LinkProblem } from '../nodes.ts';
import { normalized } from '../normalized.ts';
import type { JoinedPage } from './joined-page.ts';
import { readSitePath } from './site-path.ts';

/** Finds out whether the anchors that links name are there. */
export interface AnchorFinder {
  /** `anchor` where a URL names one that the page which it leads to does not have. */
  problemOf(url: string, target: JoinedPage): LinkProblem | null;
}

export function createAnchorFinder(): AnchorFinder {
  const known = new Map<JoinedPage, ReadonlySet<string>>();
  function anchorsOf(page: JoinedPage): ReadonlySet<string> {
    const found =
      known.get(page) ??
      new Set([
        ...page.document.outline.headings.map(({ anchor }) => anchor),
        ...page.extraction.anchors.map((id) => normalized(id)),
      ]);
    known.set(page, found);
    return found;
  }

  /** One without text gets its content from a template, and nobody here knows its anchors. */
  function hasAnchor(page: JoinedPage, anchor: string): boolean {
    if (isTop(anchor) || /^(?:fn|fnref)-|^footnote-label$/.test(anchor)) return true;
    return anchorsOf(page).has(anchor) || page.document.body.trim() === '';
  }

  return {
    problemOf(url, target) {
      if (!url.includes('#')) return null;
      const { anchor } = readSitePath(url, () => false);
      return anchor === null || hasAnchor(target, anchor) ? null : 'anchor';
    },
  };
}

/** The empty anchor and `top` are the top of any page (HTML living standard, 7.4.6.4), and `:~:` begins a search for text. */
const isTop = (anchor: string): boolean => anchor === '' || anchor.toLowerCase() === 'top' || anchor.startsWith(':~:');
