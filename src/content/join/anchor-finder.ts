import type { JoinedPage } from './joined-page.ts';

/** Whether a page has an anchor. One without text gets its content from a template, and nobody here knows its anchors. */
export function createAnchorFinder(): (page: JoinedPage, anchor: string | null) => boolean {
  const known = new Map<JoinedPage, ReadonlySet<string>>();
  function anchorsOf(page: JoinedPage): ReadonlySet<string> {
    const found =
      known.get(page) ??
      new Set([
        ...page.document.outline.headings.map(({ anchor }) => anchor),
        ...page.extraction.anchors.map((id) => id.normalize('NFC')),
      ]);
    known.set(page, found);
    return found;
  }
  return (page, anchor) => {
    if (anchor === null || isTop(anchor) || page.document.body.trim() === '') return true;
    return anchorsOf(page).has(anchor) || /^(?:fn|fnref)-|^footnote-label$/.test(anchor);
  };
}

/** The empty anchor and `top` are the top of any page (HTML living standard, 7.4.6.4), and `:~:` begins a search for text. */
const isTop = (anchor: string): boolean => anchor === '' || anchor.toLowerCase() === 'top' || anchor.startsWith(':~:');
