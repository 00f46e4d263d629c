import type { ContentNode, NodeType, NodeTypes, PageNode, PartnerNode } from '../content/nodes.ts';
import type { Snapshot } from '../content/snapshot.ts';
import type { MaybePromise } from './maybe-promise.ts';

/**
 * Holds the content, one revision of it published at a time. Every store passes the suite in
 * `test/store/store-contract.ts`.
 */
export interface ContentStore {
  /** The reader of the revision that is published now. Never waits: an operation asks once and keeps the reader. */
  current(): ContentReader;
  /** Makes a snapshot the current one. Readers that were handed out stay on theirs. */
  publish(snapshot: Snapshot): MaybePromise<void>;
}

/** The content at one revision. What it answers never changes. */
export interface ContentReader {
  readonly info: RevisionInfo;
  /** Whether every method answers without a promise; where one does not, its callers batch look-ups with DataLoader. */
  readonly isImmediate: boolean;
  /** Nodes by global id, in the order asked for; `null` where there is none: DataLoader's batch signature. */
  getMany(ids: readonly string[]): MaybePromise<readonly (ContentNode | null)[]>;
  /** Of several pages with this slug the first in the default order. */
  pageBySlug(slug: string, language: string): MaybePromise<PageNode | null>;
  partnerBySlug(slug: string, language: string): MaybePromise<PartnerNode | null>;
  /** A window on the nodes of one type in their default order. */
  list<Type extends NodeType>(type: Type, query: ListQuery): MaybePromise<ListWindow<NodeTypes[Type]>>;
}

export interface RevisionInfo {
  readonly revision: string;
  /** ISO 8601, UTC. */
  readonly builtAt: string;
  readonly documentCount: number;
  /** Languages of the pages, ordered by tag. */
  readonly languages: readonly string[];
  readonly defaultLanguage: string;
}

export interface ListQuery {
  /** Canonical BCP 47 tag; `null` for every language. */
  readonly language: string | null;
  readonly window: WindowQuery;
}

/** Relay's pagination arguments: `after` and `before` cut the list, then `first`, then `last` (GraphQL Cursor Connections, 4.4). */
export interface WindowQuery {
  readonly after: ListPosition | null;
  readonly before: ListPosition | null;
  readonly first: number | null;
  readonly last: number | null;
}

/**
 * A place in a list that outlives the revision it was taken at: at the node where it is still listed, otherwise behind
 * the nearest node that came before it on its page, otherwise where its sort key belongs.
 */
export interface ListPosition {
  readonly id: string;
  readonly sortKey: SortKey;
  /** Digests of the nodes' ids in front of it on the same page, the nearest first, at most {@link maximumPreceding}. */
  readonly preceding: readonly string[];
}

/** What the default order of lists goes by. */
export interface SortKey {
  /** Of the page that the node is or stands on: path, language and file. Compared by UTF-16 code units. */
  readonly page: string;
  /** From 1 on its page; 0 for the page itself. */
  readonly position: number;
}

export const maximumPreceding = 16;

export interface ListWindow<Node extends ContentNode> {
  readonly items: readonly ListItem<Node>[];
  /** Nodes in the whole list. */
  readonly totalCount: number;
  readonly hasPreviousPage: boolean;
  readonly hasNextPage: boolean;
}

export interface ListItem<Node extends ContentNode> {
  readonly node: Node;
  /** Made when it is read. */
  readonly position: ListPosition;
}
