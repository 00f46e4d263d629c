import type { ExtractedLink } from '../extract/extraction.ts';
import { withoutOrigin } from '../extract/link-kind.ts';
import type { LinkProblem } from '../nodes.ts';
import { createAnchorFinder } from './anchor-finder.ts';
import type { JoinedPage } from './joined-page.ts';
import type { PageFinder } from './page-finder.ts';
import { createRouteFinder } from './route-finder.ts';
import { folderOf, pathCandidates, readSitePath, resolvePath } from './site-path.ts';

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
  /** The same page in other languages. */
  readonly translationsOf: (page: JoinedPage) => readonly JoinedPage[];
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
    return (absolute !== null && isRoute(absolute)) || isAsset(url, page) ? nowhere : pageMissing;
  }

  /** A site can have pages among its other files: `/slides/index.html`. */
  function isAsset(url: string, page: JoinedPage): boolean {
    const [path = ''] = url.split(/[?#]/, 1);
    return [path, `${path.replace(/\/+$/, '')}/index.html`].some((file) => context.hasAsset(file, page) === true);
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

/**
 * By the path on the site, and as a file of the content, which a Markdown ending tells first. A relative link is looked for
 * beside its own file, as on GitHub, then as browsers read it, whose page may have a slash at its end.
 */
function findPage(url: string, page: JoinedPage, context: LinkContext): JoinedPage | null {
  const [path = ''] = url.split(/[?#]/, 1);
  // `?page=2` leads to the page itself
  if (path === '') return page;
  const isFile = /\.(?:md|markdown)$/i.test(path);
  const bySite = (place: string) => bySitePath(place, page, context);
  const anyway = (place: string) =>
    isFile ? (byFile(place, context) ?? bySite(place)) : (bySite(place) ?? byFile(place, context));
  if (path.startsWith('/')) return anyway(path);
  return (
    atPlace(folderOf(page.document.path), path, anyway) ??
    atPlace(folderOf(page.path), path, bySite) ??
    atPlace(page.path, path, bySite)
  );
}

function atPlace(folder: string, path: string, find: (place: string) => JoinedPage | null): JoinedPage | null {
  const place = resolvePath(folder, path);
  return place === null ? null : find(place);
}

function byFile(path: string, { finder }: LinkContext): JoinedPage | null {
  const file = decodeUri(path).normalize('NFC').replace(/\/+$/, '');
  return finder.byFile(file) ?? null;
}

/** The page that a path means, in the best language there is for who wrote it. */
function bySitePath(
  text: string,
  { document }: JoinedPage,
  { finder, chainOf, isLanguage, translationsOf }: LinkContext,
): JoinedPage | null {
  for (const { language, path } of pathCandidates(text, isLanguage)) {
    const chain = chainOf(language ?? document.language);
    for (const tag of chain) {
      const found = finder.byPath(path, tag);
      if (found !== undefined) return bestOf([found, ...translationsOf(found)], chain) ?? found;
    }
  }
  return null;
}

function bestOf(pages: readonly JoinedPage[], chain: readonly string[]): JoinedPage | undefined {
  const best = chain.find((tag) => pages.some(({ document }) => document.language === tag));
  return pages.find(({ document }) => document.language === best);
}

function decodeUri(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
