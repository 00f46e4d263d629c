import type { BuildOptions } from '../build-options.ts';
import type { Document } from '../document.ts';
import type { Extraction } from '../extract/extraction.ts';
import type { AssetFinder } from '../join/asset-finder.ts';
import type { ContentNode, GoalNode, LinkNode, PageNode, PartnerNode } from '../nodes.ts';

/** A page together with the document that it is made of. */
export interface SitePage {
  readonly node: PageNode;
  readonly document: Document;
  readonly extraction: Extraction;
}

/** The whole content, as checks see it. */
export interface Site {
  /** By path and language. */
  readonly pages: readonly SitePage[];
  readonly partners: readonly PartnerNode[];
  readonly goals: readonly GoalNode[];
  readonly links: readonly LinkNode[];
  readonly nodes: ReadonlyMap<string, ContentNode>;
  /** The page of a node's id. */
  readonly pageOf: (id: string) => SitePage | undefined;
  /** Paths of files that are not served, because something is wrong with them. */
  readonly refusedPaths: readonly string[];
  /** Languages that every page is expected in, ordered by tag. */
  readonly languages: readonly string[];
  readonly defaultLanguage: string;
  readonly options: BuildOptions;
  readonly assets: AssetFinder;
}
