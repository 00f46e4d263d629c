import type { Document } from '../document.ts';
import type { Extraction } from '../extract/extraction.ts';
import type { JoinContext } from '../join/join-context.ts';
import type { ContentNode, LinkNode, PageNode, PartnerNode } from '../nodes.ts';

/** A page together with the document that it is made of. */
export interface SitePage {
  readonly node: PageNode;
  readonly document: Document;
  readonly extraction: Extraction;
  /** Told without unpacking the links. */
  readonly linkCount: number;
}

/** The whole content, as checks see it. */
export interface Site extends JoinContext {
  /** By path and language. */
  readonly pages: readonly SitePage[];
  readonly partners: readonly PartnerNode[];
  /** Links that lead nowhere, in the order of their pages. */
  readonly brokenLinks: readonly LinkNode[];
  readonly nodes: Pick<ReadonlyMap<string, ContentNode>, 'get'>;
  /** The page of a node's id. */
  readonly pageOf: (id: string) => SitePage | undefined;
  /** Paths of files that are not served, because something is wrong with them. */
  readonly refusedPaths: readonly string[];
  /** Languages that every page is expected in, ordered by tag. */
  readonly languages: readonly string[];
}
