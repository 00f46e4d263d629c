import type { ExtractedLink } from '../extract/extraction.ts';
import type { NodeReference, NodeSource, PartnerMention } from '../nodes.ts';
import { headingsAbove } from '../outline.ts';
import type { JoinedPage } from './joined-page.ts';
import { type PageTargets, targetsByLink } from './link-targets.ts';
import { createNameMatcher, type NameMatch, punctuationOf, type SoughtName } from './name-matcher.ts';
import { linkReferences } from './page-references.ts';
import type { PartnerIdentity } from './partner-identity.ts';
import { gapsOfName, isPlainWord, shortName, wordsOfName } from './partner-names.ts';
import { isSharedHost, siteOf } from './partner-site.ts';

/** A mention and the partner that it is of. */
export interface IdentifiedMention {
  /** Index of the partner's identity. */
  readonly identity: number;
  readonly mention: PartnerMention;
}

/** Finds what a page says of partners, in the order of its text. */
export type MentionFinder = (page: JoinedPage, targets: PageTargets) => readonly IdentifiedMention[];

const none: readonly never[] = Object.freeze([]);
const noTargets: ReturnType<typeof targetsByLink> = new Map();

/**
 * Makes a finder for all partners at once. A page mentions a partner where it links to its site or to the page of its own
 * file, and where it names it: the whole name, an alias, or the name without its legal form.
 */
export function createMentionFinder(identities: readonly PartnerIdentity[]): MentionFinder {
  if (identities.length === 0) return () => none;
  const matcher = createNameMatcher(identities.flatMap(soughtNames));
  const bySite = identitiesBySite(identities);
  const byOwnPage = new Map(
    identities.flatMap(({ entries }, identity) =>
      entries.filter(({ position }) => position === 0).map(({ page }) => [page.place.slot, identity] as const),
    ),
  );

  /** Of the nearest path above, so that a page of a partner's site is the partner's, too. */
  function identityBelow(host: string, path: string): number | undefined {
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
      const identity = bySite.get(`${host}${path.slice(0, end)}`);
      if (identity !== undefined) return identity;
    }
    return undefined;
  }

  function identityOfLink(link: ExtractedLink, target: number | null): number | undefined {
    if (target !== null) return byOwnPage.get(target);
    const site = link.kind === 'EXTERNAL' ? siteOf(link.url) : null;
    if (site === null) return undefined;
    return identityBelow(site.host, site.path) ?? (isSharedHost(site.host) ? undefined : bySite.get(site.host));
  }

  return (page, targets) => {
    const { document, extraction, place } = page;
    const { links } = extraction;
    const own = byOwnPage.get(place.slot);
    const linkIdOf = createLinkIds(page);
    // only a partner with a page of its own can be meant by a link within the site
    const targetOf = byOwnPage.size === 0 ? noTargets : targetsByLink(page, targets);
    const byLink = links.flatMap((link, index): Found[] => {
      const identity = identityOfLink(link, targetOf.get(index)?.slot ?? null);
      if (identity === undefined || own === identity) return [];
      const text = link.text || link.url;
      const mention = { pageId: place.id, text, linkId: linkIdOf(index), source: link.source };
      return [{ identity, start: link.start, end: link.end, mention: Object.freeze(mention) }];
    });
    const matches = matcher.find(document.body, extraction.prose);
    if (matches.length === 0) return byLink.length === 0 ? none : inOrder(byLink);
    const byName = withLines(document.body, matches).flatMap(({ match, startLine, endLine }): Found[] => {
      const { value: identity, start, end } = match;
      if (own === identity) return [];
      const linkIndex = linkAround(links, start);
      const text = plainWordsOf(document.body.slice(start, end));
      const source: NodeSource = {
        path: document.path,
        startLine: startLine + document.bodyLine - 1,
        endLine: endLine + document.bodyLine - 1,
        headings: headingsAbove(document.outline.sections, startLine + document.bodyLine - 1),
        rule: null,
      };
      const linkId = linkIndex === -1 ? null : linkIdOf(linkIndex);
      const mention = { pageId: place.id, text, linkId, source: Object.freeze(source) };
      return [{ identity, start, end, mention: Object.freeze(mention) }];
    });
    return inOrder([...byLink, ...byName.filter((name) => !byLink.some((link) => isWithin(name, link)))]);
  };
}

/** Ids of a page's links, which are made when one of them is asked for. */
function createLinkIds(page: JoinedPage): (index: number) => string | null {
  let references: readonly NodeReference[] | undefined;
  return (index) => {
    references ??= linkReferences(page);
    return references[index]?.id ?? null;
  };
}

/** Without emphasis and line ends. */
const plainWordsOf = (markdown: string): string =>
  markdown
    .replace(/[*_~\\]+/g, '')
    .replaceAll('&amp;', '&')
    .replace(/\s+(?:> *)*/g, ' ');

interface Found extends IdentifiedMention {
  readonly start: number;
  readonly end: number;
}

function inOrder(found: readonly Found[]): readonly IdentifiedMention[] {
  return found.toSorted((a, b) => a.start - b.start).map(({ identity, mention }) => ({ identity, mention }));
}

/** A name within a link to the same partner is the same mention; of raw HTML only lines and words are known. */
function isWithin(name: Found, link: Found): boolean {
  if (name.identity !== link.identity) return false;
  if (link.end > link.start) return name.start >= link.start && name.end <= link.end;
  const { source, text } = link.mention;
  return (
    name.mention.source.startLine >= source.startLine &&
    name.mention.source.endLine <= source.endLine &&
    text.includes(name.mention.text)
  );
}

/** Words of a name at the most: longer ones are sentences. */
const maximumWords = 20;

/**
 * Names with and without legal form. A single character is no name that one could look for, and neither is a plain word
 * (`Open` of `Open Co.`) that only the legal form makes a name.
 */
function soughtNames({ names }: PartnerIdentity, identity: number): SoughtName<number>[] {
  return names.flatMap((name) => {
    const words = wordsOfName(name);
    const gaps = gapsOfName(name).map(punctuationOf);
    const short = shortName(words);
    // a full stop at the end of a name is part of it
    const sought = [{ words, gaps, tail: name.endsWith('.') ? '.' : '', value: identity }];
    if (short.length < words.length && !(short.length === 1 && isPlainWord(short[0] ?? ''))) {
      sought.push({ words: short, gaps: gaps.slice(0, short.length - 1), tail: '', value: identity });
    }
    return sought.filter((each) => each.words.length <= maximumWords && each.words.join('').length > 1);
  });
}

/** By host and path, and by the host alone where it is one partner's. */
function identitiesBySite(identities: readonly PartnerIdentity[]): ReadonlyMap<string, number> {
  const bySite = new Map<string, number>();
  const ofSeveral = new Set<string>();
  for (const [identity, { entries }] of identities.entries()) {
    for (const { url } of entries) {
      const site = url === null ? null : siteOf(url);
      if (site === null) continue;
      if (!bySite.has(`${site.host}${site.path}`)) bySite.set(`${site.host}${site.path}`, identity);
      const known = bySite.get(site.host);
      if (known === undefined) bySite.set(site.host, identity);
      else if (known !== identity) ofSeveral.add(site.host);
    }
  }
  for (const host of ofSeveral) bySite.delete(host);
  return bySite;
}

/** The index of the link whose text a place is in, or -1. */
function linkAround(links: readonly ExtractedLink[], offset: number): number {
  let low = 0;
  let high = links.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((links[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return offset < (links[low - 1]?.end ?? 0) ? low - 1 : -1;
}

/** The lines of the text on which matches begin and end, counted in one pass. */
function withLines<Value>(text: string, matches: readonly NameMatch<Value>[]) {
  let line = 1;
  let next = text.indexOf('\n');
  const lineAt = (offset: number): number => {
    for (; next !== -1 && next < offset; next = text.indexOf('\n', next + 1)) line++;
    return line;
  };
  return matches.map((match) => ({ match, startLine: lineAt(match.start), endLine: lineAt(match.end) }));
}
