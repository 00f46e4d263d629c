import type { ExtractedLink } from '../extract/extraction.ts';
import { withoutOrigin } from '../extract/link-kind.ts';
import type { LinkProblem } from '../nodes.ts';
import type { JoinedPage } from './joined-page.ts';
import type { PageFinder } from './page-finder.ts';
import { readSitePath, resolvePath } from './site-path.ts';

/** Where a link leads. */
export interface LinkTarget {
  readonly page: JoinedPage | null;
  readonly problem: LinkProblem | null;
}

export interface LinkContext {
  readonly finder: PageFinder;
  /** The languages to look for a page in, see `language-chain.ts`. */
  readonly chainOf: (language: string) => readonly string[];
  readonly isLanguage: (tag: string) => boolean;
  readonly origins: readonly string[];
  readonly routes: readonly string[];
  /** Whether a file of this site is there; `null` when nobody knows. */
  readonly hasAsset: (url: string, page: JoinedPage) => boolean | null;
}

const nowhere: LinkTarget = Object.freeze({ page: null, problem: null });
const pageMissing: LinkTarget = Object.freeze({ page: null, problem: 'page' });

/** Finds the page that a link on a page leads to, and tells when it leads nowhere. */
export function createLinkResolver(
  pages: readonly JoinedPage[],
  context: LinkContext,
): (link: ExtractedLink, page: JoinedPage) => LinkTarget {
  const hasAnchor = createAnchorFinder();
  const isRoute = createRouteFinder(pages, context.routes);

  function resolveInternal(url: string, page: JoinedPage): LinkTarget {
    const { path, anchor } = readSitePath(url, context.isLanguage);
    const target = findPage(url, page, context);
    if (target !== null) return { page: target, problem: hasAnchor(target, anchor) ? null : 'anchor' };
    const absolute = url.startsWith('/') ? path : resolvePath(folderOf(page.path), path);
    return absolute !== null && isRoute(absolute) ? nowhere : pageMissing;
  }

  return (link, page) => {
    const url = withoutOrigin(link.url, context.origins);
    if (link.kind === 'INTERNAL') return resolveInternal(url, page);
    if (link.kind === 'ASSET') return { page: null, problem: context.hasAsset(url, page) === false ? 'asset' : null };
    if (link.kind !== 'ANCHOR') return nowhere;
    const { anchor } = readSitePath(url, context.isLanguage);
    return { page: null, problem: hasAnchor(page, anchor) ? null : 'anchor' };
  };
}

/** By the path on the site; a relative link first as a file beside its own, as on GitHub, then as browsers read it. */
function findPage(url: string, page: JoinedPage, context: LinkContext): JoinedPage | null {
  const { document } = page;
  const [path = ''] = url.split(/[?#]/, 1);
  // `?page=2` leads to the page itself
  if (path === '') return page;
  if (path.startsWith('/')) return byFile(path, context) ?? bySitePath(path, page, context);
  const beside = resolvePath(folderOf(document.path), path);
  const fromPage = resolvePath(folderOf(page.path), path);
  return (
    (beside === null ? null : (byFile(beside, context) ?? bySitePath(beside, page, context))) ??
    (fromPage === null ? null : bySitePath(fromPage, page, context))
  );
}

function byFile(path: string, { finder }: LinkContext): JoinedPage | null {
  const file = decodeUri(path).normalize('NFC').replace(/\/+$/, '');
  return finder.byFile(file) ?? null;
}

function bySitePath(
  text: string,
  { document }: JoinedPage,
  { finder, chainOf, isLanguage }: LinkContext,
): JoinedPage | null {
  const { language, path } = readSitePath(text, isLanguage);
  for (const tag of chainOf(language ?? document.language)) {
    const found = finder.byPath(path, tag);
    if (found !== undefined) return found;
  }
  return null;
}

/** Paths that are there without a document: the start, the folders of pages, where sites list them, and what the owner names. */
function createRouteFinder(pages: readonly JoinedPage[], routes: readonly string[]): (path: string) => boolean {
  const folders = new Set(['/']);
  for (const { path } of pages) {
    for (let folder = folderOf(path); folder !== '' && !folders.has(folder); folder = folderOf(folder))
      folders.add(folder);
  }
  return (path) => folders.has(path) || routes.some((route) => isMatch(path, route));
}

function isMatch(path: string, route: string): boolean {
  if (!route.endsWith('*')) return path === route.replace(/(?<=.)\/+$/, '');
  const start = route.slice(0, -1);
  return path.startsWith(start) || path === start.replace(/\/+$/, '');
}

/** Whether a page has an anchor. One without text gets its content from a template, and nobody here knows its anchors. */
function createAnchorFinder(): (page: JoinedPage, anchor: string | null) => boolean {
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
    // the empty anchor and `top` are the top of any page (HTML living standard, 7.4.6.4)
    if (anchor === null || anchor === '' || anchor.toLowerCase() === 'top' || page.document.body.trim() === '')
      return true;
    return anchorsOf(page).has(anchor) || /^(?:fn|fnref)-|^footnote-label$/.test(anchor);
  };
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

function decodeUri(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
