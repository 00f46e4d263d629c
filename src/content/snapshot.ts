import { compareDiagnostics, type Diagnostic } from './diagnostic.ts';
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
  /** Languages of the pages, ordered by tag. */
  readonly languages: readonly string[];
  /** The language of look-ups that name none. */
  readonly defaultLanguage: string;
  readonly nodes: ReadonlyMap<string, ContentNode>;
  readonly indexes: { readonly [Type in NodeType]: NodeIndex<NodeTypes[Type]> };
  /** By language and slug, see {@link slugIndexKey}; of several the first in order. */
  readonly pagesBySlug: ReadonlyMap<string, NodeTypes['Page']>;
  readonly partnersBySlug: ReadonlyMap<string, NodeTypes['Partner']>;
  /** By path, line and column. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface SnapshotInput {
  readonly revision: string;
  readonly builtAt: Date;
  /** The configured default; the most common language takes its place where no page has it. */
  readonly defaultLanguage: string;
  /** In their default order. */
  readonly nodes: readonly ContentNode[];
  readonly diagnostics: readonly Diagnostic[];
}

export function createSnapshot({ revision, builtAt, defaultLanguage, nodes, diagnostics }: SnapshotInput): Snapshot {
  const indexes = {
    Page: indexOf(nodes, 'Page'),
    Partner: indexOf(nodes, 'Partner'),
    Goal: indexOf(nodes, 'Goal'),
    Link: indexOf(nodes, 'Link'),
  };
  const languages = [...indexes.Page.byLanguage.keys()].sort();
  return Object.freeze({
    revision,
    builtAt: builtAt.toISOString(),
    documentCount: indexes.Page.all.length,
    languages: Object.freeze(languages),
    defaultLanguage: indexes.Page.byLanguage.has(defaultLanguage)
      ? defaultLanguage
      : (mostCommon(indexes.Page, languages) ?? defaultLanguage),
    nodes: new Map(nodes.map((node) => [node.id, node])),
    indexes: Object.freeze(indexes),
    pagesBySlug: bySlug(indexes.Page.all),
    partnersBySlug: bySlug(indexes.Partner.all),
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

function mostCommon(pages: NodeIndex<NodeTypes['Page']>, languages: readonly string[]): string | undefined {
  const count = (language: string): number => pages.byLanguage.get(language)?.length ?? 0;
  return languages.toSorted((a, b) => count(b) - count(a))[0];
}
