import { digest } from '../digest.ts';
import type { Document } from '../document.ts';
import type { Extraction } from '../extract/extraction.ts';
import type { NodeReference, NodeSource } from '../nodes.ts';
import { nodeId, pagePath } from './identity.ts';

/** A document and what was extracted from it. */
export interface ExtractedDocument {
  readonly document: Document;
  readonly extraction: Extraction;
}

/** A document that has got its place among the others. */
export interface JoinedPage extends ExtractedDocument {
  readonly id: string;
  /** The page's own path on a site. */
  readonly path: string;
  readonly goals: readonly NodeReference[];
  readonly links: readonly NodeReference[];
}

export function joinedPage(
  { document, extraction }: ExtractedDocument,
  key: string,
  collections: Readonly<Record<string, { readonly url: string }>>,
): JoinedPage {
  const { language } = document;
  return {
    document,
    extraction,
    id: nodeId('Page', language, key),
    path: pagePath(document.collection, document.slug, collections),
    goals: references('Goal', extraction.goals, ({ text }) => text),
    links: references('Link', extraction.links, ({ url, text }) => `${url}\0${text}`),
  };

  /** Ids of things that have no name: the page, what they say, and a number where one page says it twice. */
  function references<Thing extends { readonly source: NodeSource }>(
    type: 'Goal' | 'Link',
    things: readonly Thing[],
    contentOf: (thing: Thing) => string,
  ): readonly NodeReference[] {
    const seen = new Map<string, number>();
    const found = things.map((thing) => {
      const content = digest(contentOf(thing));
      const count = seen.get(content) ?? 0;
      seen.set(content, count + 1);
      return Object.freeze({ id: nodeId(type, language, key, content, count), line: thing.source.startLine });
    });
    return Object.freeze(found);
  }
}

/** The default order of pages. */
export function byPathAndLanguage(a: JoinedPage, b: JoinedPage): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  if (a.document.language !== b.document.language) return a.document.language < b.document.language ? -1 : 1;
  return a.document.path < b.document.path ? -1 : 1;
}
