import type { LinkProblem } from '../nodes.ts';
import { normalized } from '../normalized.ts';
import type { PageFinder } from './page-finder.ts';
import type { PagePlace } from './page-place.ts';
import { createRouteFinder } from './route-finder.ts';
import { folderOf, pathCandidates, readSitePath, resolvePath } from './site-path.ts';
import type { SoughtLink } from './sought-links.ts';

/** Where a link leads, as far as paths tell: whether the page has the anchor that the link names is another question. */
export interface LinkTarget {
  /** Of the page that it leads to. */
  readonly slot: number | null;
  readonly problem: Exclude<LinkProblem, 'anchor'> | null;
}

export interface LinkContext {
  /** Of all pages, by slot. */
  readonly places: readonly PagePlace[];
  readonly finder: PageFinder;
  /** The languages to look for a page in, see `language-chain.ts`. */
  readonly chainOf: (language: string) => readonly string[];
  readonly isLanguage: (tag: string) => boolean;
  readonly routes: readonly string[];
  /** Whether a file of this site is there; `null` when nobody knows. */
  readonly hasAsset: (url: string, file: string) => boolean | null;
}

/** Links whose targets are remembered; far more than most sites have. */
const maximumKnown = 100_000;

const nowhere: LinkTarget = Object.freeze({ slot: null, problem: null });
const pageMissing: LinkTarget = Object.freeze({ slot: null, problem: 'page' });
const assetMissing: LinkTarget = Object.freeze({ slot: null, problem: 'asset' });

/** Finds the page that a link on a page leads to, and tells when it leads nowhere. */
export function createLinkResolver(context: LinkContext): (link: SoughtLink, page: PagePlace) => LinkTarget {
  const { places, isLanguage } = context;
  const isRoute = createRouteFinder(places, context.routes);
  const toPage = places.map(({ slot }): LinkTarget => Object.freeze({ slot, problem: null }));
  /** By language and URL: menus have the same links on every page. */
  const known = new Map<string, LinkTarget>();

  function resolveInternal(url: string, page: PagePlace): LinkTarget {
    const slot = findPage(url, page, context);
    if (slot !== null) return toPage[slot] ?? nowhere;
    const { path } = readSitePath(url, isLanguage);
    const absolute = url.startsWith('/') ? path : resolvePath(folderOf(page.path), path);
    return (absolute !== null && isRoute(absolute)) || isAsset(url, page) ? nowhere : pageMissing;
  }

  /** A site can have pages among its other files: `/slides/index.html`. */
  function isAsset(url: string, page: PagePlace): boolean {
    const [path = ''] = url.split(/[?#]/, 1);
    return [path, `${path.replace(/\/+$/, '')}/index.html`].some((file) => context.hasAsset(file, page.file) === true);
  }

  return ({ kind, url }, page) => {
    if (kind === 'ANCHOR') return nowhere;
    if (kind === 'ASSET') return context.hasAsset(url, page.file) === false ? assetMissing : nowhere;
    // what begins with a slash means the same on every page of a language
    if (!url.startsWith('/')) return resolveInternal(url, page);
    const key = `${page.language}\0${url}`;
    const target = known.get(key) ?? resolveInternal(url, page);
    // edits bring new ones as long as pages keep their places
    if (known.size >= maximumKnown) known.clear();
    known.set(key, target);
    return target;
  };
}

/**
 * By the path on the site, and as a file of the content, which a Markdown ending tells first. A relative link is looked for
 * beside its own file, as on GitHub, then as browsers read it, whose page may have a slash at its end.
 */
function findPage(url: string, page: PagePlace, context: LinkContext): number | null {
  const [path = ''] = url.split(/[?#]/, 1);
  // `?page=2` leads to the page itself
  if (path === '') return page.slot;
  const isFile = /\.(?:md|markdown)$/i.test(path);
  const bySite = (place: string) => bySitePath(place, page, context);
  const anyway = (place: string) =>
    isFile ? (byFile(place, context) ?? bySite(place)) : (bySite(place) ?? byFile(place, context));
  if (path.startsWith('/')) return anyway(path);
  return (
    atPlace(folderOf(page.file), path, anyway) ??
    atPlace(folderOf(page.path), path, bySite) ??
    atPlace(page.path, path, bySite)
  );
}

function atPlace(folder: string, path: string, find: (place: string) => number | null): number | null {
  const place = resolvePath(folder, path);
  return place === null ? null : find(place);
}

function byFile(path: string, { finder }: LinkContext): number | null {
  const file = normalized(decodeUri(path)).replace(/\/+$/, '');
  return finder.byFile(file) ?? null;
}

/** The page that a path means, in the best language there is for who wrote it. */
function bySitePath(
  text: string,
  page: PagePlace,
  { places, finder, chainOf, isLanguage }: LinkContext,
): number | null {
  for (const { language, path } of pathCandidates(text, isLanguage)) {
    const chain = chainOf(language ?? page.language);
    for (const tag of chain) {
      const found = finder.byPath(path, tag);
      if (found !== undefined) return bestOf([found, ...(places[found]?.translationSlots ?? [])], chain, places);
    }
  }
  return null;
}

/** The first of them is where none is in one of the languages. */
function bestOf(slots: readonly number[], chain: readonly string[], places: readonly PagePlace[]): number | null {
  for (const tag of chain) {
    const best = slots.find((slot) => places[slot]?.language === tag);
    if (best !== undefined) return best;
  }
  return slots[0] ?? null;
}

function decodeUri(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
