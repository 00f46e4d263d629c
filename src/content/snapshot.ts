import type { Diagnostic } from './diagnostic.ts';
import type { JoinedPage } from './join/joined-page.ts';
import type { JoinedSite } from './join/joined-site.ts';
import type { SiteNodes } from './join/site-nodes.ts';
import type { LanguageFacts } from './language-facts.ts';
import { createLazyMap } from './lazy-map.ts';
import type { ContentNode, NodeType, NodeTypes, PageNode } from './nodes.ts';
import { once } from './once.ts';
import { slugIndexKey } from './slug-index-key.ts';
import type { Stepped } from './stepped.ts';

/** Nodes of one type in their default order, of all languages and of each. */
interface NodeIndex<Node extends ContentNode> {
  readonly all: readonly Node[];
  readonly byLanguage: ReadonlyMap<string, readonly Node[]>;
}

/**
 * The whole content at one revision: frozen nodes in indexes that nobody edits. A change makes a new one. Nodes, indexes and
 * diagnostics are made when they are first read, so that a change costs what is asked for and not what is there.
 */
export interface Snapshot {
  /** 32 hexadecimal digits: equal for equal input bytes, options and extractor version, on any machine. */
  readonly revision: string;
  /** ISO 8601, UTC. */
  readonly builtAt: string;
  /** Documents that are served. */
  readonly documentCount: number;
  /** Nodes of each type. */
  readonly counts: { readonly [Type in NodeType]: number };
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
  /** By language and slug, see `slugIndexKey`; of several the first in order. */
  readonly pagesBySlug: ReadonlyMap<string, NodeTypes['Page']>;
  readonly partnersBySlug: ReadonlyMap<string, NodeTypes['Partner']>;
  /** By language and path, see `join/page-finder.ts`. */
  readonly pagesByPath: ReadonlyMap<string, NodeTypes['Page']>;
  /** By path, line and column. */
  readonly diagnostics: readonly Diagnostic[];
  /**
   * Finds the diagnostics in steps, so that a server can do other things between them. Whoever reads them before waits for
   * all steps that are left.
   */
  readonly findDiagnostics: () => Iterable<void>;
}

export interface SnapshotInput {
  readonly revision: string;
  readonly builtAt: Date;
  readonly site: JoinedSite;
  readonly nodes: SiteNodes;
  /** By path, line and column. */
  readonly diagnostics: Stepped<readonly Diagnostic[]>;
}

export function createSnapshot({ revision, builtAt, site, nodes, diagnostics }: SnapshotInput): Snapshot {
  const { layout, context } = site;
  const { options, defaultLanguage } = context;
  const { fallbacks, origins } = options;
  const indexes = createIndexes(nodes);
  const partnersBySlug = once(() => bySlug(nodes.partners()));
  return Object.freeze({
    revision,
    builtAt: builtAt.toISOString(),
    documentCount: site.pages.length,
    get counts() {
      return countsOf(site);
    },
    get languages() {
      return site.languages();
    },
    defaultLanguage,
    fallbacks,
    origins,
    nodes: createLazyMap<ContentNode>(
      nodes.node,
      once(() => allById(nodes)),
    ),
    indexes,
    pagesBySlug: pagesBy(layout.slotsBySlug, nodes),
    get partnersBySlug() {
      return partnersBySlug();
    },
    pagesByPath: pagesBy(layout.finder.slotsByPath, nodes),
    get diagnostics() {
      return diagnostics.value();
    },
    findDiagnostics: diagnostics.steps,
  });
}

/** Told without making the nodes. */
function countsOf({ pages, directory: { partners } }: JoinedSite): Snapshot['counts'] {
  const sum = (countOf: (page: JoinedPage) => number): number => pages.reduce((all, page) => all + countOf(page), 0);
  return {
    Page: pages.length,
    Partner: [...partners.values()].reduce((all, byLanguage) => all + byLanguage.size, 0),
    Goal: sum(({ extraction }) => extraction.goals.length),
    Link: sum(({ linkCount }) => linkCount),
  };
}

function createIndexes(nodes: SiteNodes): Snapshot['indexes'] {
  const indexes = {
    Page: once(() => indexOf(nodes.pages())),
    Partner: once(() => indexOf(nodes.partners())),
    Goal: once(() => indexOf(nodes.goals())),
    Link: once(() => indexOf(nodes.links())),
  };
  return Object.freeze({
    get Page() {
      return indexes.Page();
    },
    get Partner() {
      return indexes.Partner();
    },
    get Goal() {
      return indexes.Goal();
    },
    get Link() {
      return indexes.Link();
    },
  });
}

function indexOf<Node extends ContentNode>(all: readonly Node[]): NodeIndex<Node> {
  const byLanguage = new Map<string, Node[]>();
  for (const node of all) {
    const nodesOfLanguage = byLanguage.get(node.language);
    if (nodesOfLanguage === undefined) byLanguage.set(node.language, [node]);
    else nodesOfLanguage.push(node);
  }
  return { all, byLanguage };
}

const allById = (nodes: SiteNodes): ReadonlyMap<string, ContentNode> =>
  new Map([...nodes.pages(), ...nodes.partners(), ...nodes.goals(), ...nodes.links()].map((node) => [node.id, node]));

function pagesBy(slots: ReadonlyMap<string, number>, nodes: SiteNodes): ReadonlyMap<string, PageNode> {
  const pageAt = (slot: number | undefined) => (slot === undefined ? undefined : nodes.page(slot));
  return createLazyMap(
    (key) => pageAt(slots.get(key)),
    once(
      () =>
        new Map(
          [...slots].flatMap(([key, slot]) => {
            const page = pageAt(slot);
            return page === undefined ? [] : [[key, page] as const];
          }),
        ),
    ),
  );
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
