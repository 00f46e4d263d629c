import type { Diagnostic, DiagnosticPosition, Severity } from '../content/diagnostic.ts';
import type { LanguageFacts } from '../content/language-facts.ts';
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
  /**
   * The page that has this slug in the first of the languages where one does, in the first of the languages that this page
   * is translated to. Of several pages with one slug the first in the default order.
   */
  pageBySlug(slug: string, languages: LanguageChain): MaybePromise<PageNode | null>;
  /** The same by the page's own path, or by the path that its file's name gives; of the first that leads to a page. */
  pageByPath(lookUps: readonly PathLookUp[]): MaybePromise<PageNode | null>;
  partnerBySlug(slug: string, languages: LanguageChain): MaybePromise<PartnerNode | null>;
  /** Problems of the content by path, line and column. */
  diagnostics(query: DiagnosticQuery): MaybePromise<DiagnosticWindow>;
  /** A window on the nodes of one type that match, in the order asked for. */
  list<Type extends NodeType>(type: Type, query: ListQuery): MaybePromise<ListWindow<NodeTypes[Type]>>;
}

export interface RevisionInfo {
  readonly revision: string;
  /** ISO 8601, UTC. */
  readonly builtAt: string;
  readonly documentCount: number;
  /** Ordered by tag. */
  readonly languages: readonly LanguageFacts[];
  readonly defaultLanguage: string;
  /** Configured chains, see `content/language-chain.ts`. */
  readonly fallbacks: Readonly<Record<string, readonly string[]>>;
  /** Of the site itself: `https://example.org`. */
  readonly origins: readonly string[];
}

/** Canonical BCP 47 tags, the best first: what to look for in one language, and in which ones when it is not there. */
export type LanguageChain = readonly string[];

/** A path without a language, and where to look for it. */
interface PathLookUp {
  readonly path: string;
  readonly languages: LanguageChain;
}

export interface ListQuery {
  /** One node of each translation group: the one in the first of these languages. `null` for all nodes. */
  readonly languages: LanguageChain | null;
  /** Acts on the nodes that the languages give; `null` for all of them. */
  readonly filter: Filter | null;
  /** The first key counts before the second, ties are ordered by id; without keys the default order. */
  readonly order: readonly OrderKey[];
  readonly window: WindowQuery;
}

/** Which nodes are wanted. */
export type Filter =
  | { readonly and: readonly Filter[] }
  | { readonly or: readonly Filter[] }
  | { readonly not: Filter }
  | Condition;

/**
 * A condition on one of `listFields`; text is compared by UTF-16 code units. Where the node has no value, only `ne`, `notIn`
 * and `exists: false` hold.
 */
export type Condition = { readonly [Name in Operator]: ConditionOf<Name> }[Operator];

export interface ConditionOf<Name extends Operator> {
  readonly field: string;
  readonly operator: Name;
  readonly value: OperatorValues[Name];
}

export type Operator = keyof OperatorValues;

/** What each operator compares a node's value with. */
export interface OperatorValues {
  readonly eq: FieldValue;
  readonly ne: FieldValue;
  readonly in: readonly FieldValue[];
  readonly notIn: readonly FieldValue[];
  readonly contains: string;
  readonly startsWith: string;
  readonly gt: string | number;
  readonly gte: string | number;
  readonly lt: string | number;
  readonly lte: string | number;
  readonly exists: boolean;
}

export type FieldValue = string | number | boolean;

/**
 * One of `orderFields`. Text is compared by the collation of the list's first language, of the default language in a list of
 * all languages, and by no more than its first 200 characters; nodes without a value come last in either direction.
 */
export interface OrderKey {
  readonly field: string;
  readonly direction: 'ASC' | 'DESC';
}

export interface DiagnosticQuery {
  readonly severity: Severity | null;
  readonly code: string | null;
  /** Of a file, or of a folder and everything in it. */
  readonly path: string | null;
  readonly first: number | null;
  /** Only those after this one, whether it is still there or not. */
  readonly after: DiagnosticPosition | null;
}

export interface DiagnosticWindow {
  readonly items: readonly Diagnostic[];
  readonly totalCount: number;
  readonly hasPreviousPage: boolean;
  readonly hasNextPage: boolean;
}

/** Relay's pagination arguments: `after` and `before` cut the list, then `first`, then `last` (GraphQL Cursor Connections, 4.4). */
export interface WindowQuery {
  readonly after: ListPosition | null;
  readonly before: ListPosition | null;
  readonly first: number | null;
  readonly last: number | null;
}

/**
 * A place in a list of one order that outlives the revision it was taken at. For pages, and in every order that is asked
 * for, it is where the sort key belongs, wherever the node is now. Partners, goals and links in their default order shift
 * with every line of the source, so there it is at the node while that stands on the page that the sort key names,
 * otherwise behind the nearest node that came before it on that page, otherwise where the sort key belongs.
 */
export interface ListPosition {
  readonly id: string;
  readonly sortKey: SortKey;
  /** Digests of the nodes' ids in front of it on the same page, the nearest first, at most {@link maximumPreceding}. */
  readonly preceding: readonly string[];
}

/**
 * What a list goes by, as plain data. In the default order the path, language and file of the page that the node is or
 * stands on, and there its number on the page; compared by UTF-16 code units. Otherwise the values of the order's keys.
 */
export type SortKey = readonly (string | number | null)[];

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
  /** Made when it is asked for; no getter, as each of those in an object literal costs a microsecond. */
  readonly position: () => ListPosition;
}
