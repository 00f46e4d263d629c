import { compareDiagnostics, type Diagnostic } from './diagnostic.ts';
import { type LanguageFacts, languageFactsOf } from './language-facts.ts';
import type { ContentNode, NodeType, NodeTypes } from './nodes.ts';

/** Nodes of one type in their default order, of all languages and of each. */
interface NodeIndex<Node extends ContentNode> {
  readonly all: readonly Node[];
  readonly byLanguage: ReadonlyMap<string, readonly Node[]>;
}

/** The whole content at one revision: frozen nodes in indexes that nobody edits. A change makes a new one. */
export interface Snapshot {
  /** 32 hexadecimal digits: equal for equal input bytes, options and extractor version, on any machine. */
  readonly revision: string;
  /** ISO 8601, UTC. */
  readonly builtAt: string;
  /** Documents that are served. */
  readonly documentCount: number;
  /** Languages of the pages and those that the site is to have, ordered by tag. */
  readonly languages: readonly LanguageFacts[];
  /** The language of look-ups that name none. */
  readonly defaultLanguage: string;
  /** Configured chains, see `language-chain.ts`. */
  readonly fallbacks: Readonly<Record<string, readonly string[]>>;
  /** Of the site itself: `https://example.org`. */
  readonly origins: readonly string[];
  readonly nodes: ReadonlyMap<string, ContentNode>;
  readonly indexes: { readonly [Type in NodeType]: NodeIndex<NodeTypes[Type]> };
  /** By language and slug, see {@link slugIndexKey}; of several the first in order. */
  readonly pagesBySlug: ReadonlyMap<string, NodeTypes['Page']>;
  readonly partnersBySlug: ReadonlyMap<string, NodeTypes['Partner']>;
  /** Ids of pages by language and path, see `join/page-finder.ts`. */
  readonly pageIdsByPath: ReadonlyMap<string, string>;
  /** By path, line and column. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface SnapshotInput {
  readonly revision: string;
  readonly builtAt: Date;
  readonly defaultLanguage: string;
  /** Those that the site is to have; `null` for those of its pages. */
  readonly languages: readonly string[] | null;
  readonly fallbacks: Readonly<Record<string, readonly string[]>>;
  readonly origins: readonly string[];
  /** In their default order. */
  readonly nodes: readonly ContentNode[];
  readonly pageIdsByPath: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

export function createSnapshot(input: SnapshotInput): Snapshot {
  const { revision, builtAt, defaultLanguage, fallbacks, origins, nodes, pageIdsByPath, diagnostics } = input;
  const indexes = {
    Page: indexOf(nodes, 'Page'),
    Partner: indexOf(nodes, 'Partner'),
    Goal: indexOf(nodes, 'Goal'),
    Link: indexOf(nodes, 'Link'),
  };
  const languages = [...new Set([...indexes.Page.byLanguage.keys(), ...(input.languages ?? [])])].sort();
  return Object.freeze({
    revision,
    builtAt: builtAt.toISOString(),
    documentCount: indexes.Page.all.length,
    languages: Object.freeze(languageFactsOf(indexes.Page.all, languages, { fallbacks, defaultLanguage })),
    defaultLanguage,
    fallbacks,
    origins,
    nodes: new Map(nodes.map((node) => [node.id, node])),
    indexes: Object.freeze(indexes),
    pagesBySlug: bySlug(indexes.Page.all),
    partnersBySlug: bySlug(indexes.Partner.all),
    pageIdsByPath,
    diagnostics: Object.freeze(diagnostics.toSorted(compareDiagnostics)),
  });
}

export const slugIndexKey = (language: string, slug: string): string => `${language}\0${slug.normalize('NFC')}`;

function indexOf<Type extends NodeType>(nodes: readonly ContentNode[], type: Type): NodeIndex<NodeTypes[Type]> {
  const all = nodes.filter((node): node is NodeTypes[Type] => node.type === type);
  const byLanguage = new Map<string, NodeTypes[Type][]>();
  for (const node of all) {
    const nodesOfLanguage = byLanguage.get(node.language);
    if (nodesOfLanguage === undefined) byLanguage.set(node.language, [node]);
    else nodesOfLanguage.push(node);
  }
  return { all, byLanguage };
}

function bySlug<Node extends { readonly language: string; readonly slug: string }>(
  nodes: readonly Node[],
): ReadonlyMap<string, Node> {
  const index = new Map<string, Node>();
  for (const node of nodes) {
    const key = slugIndexKey(node.language, node.slug);
    if (!index.has(key)) index.set(key, node);
  }
  return index;
}
