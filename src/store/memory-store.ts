import type { ContentNode, NodeType, NodeTypes } from '../content/nodes.ts';
import { type Snapshot, slugIndexKey } from '../content/snapshot.ts';
import type { ContentReader, ContentStore, LanguageChain, ListQuery, ListWindow } from './contract.ts';
import { windowOf } from './list-window.ts';

/** Keeps the current snapshot in this process. Every answer is there at once. */
export function createMemoryStore(first: Snapshot): ContentStore {
  let reader = createReader(first);
  return {
    current: () => reader,
    publish(snapshot) {
      reader = createReader(snapshot);
    },
  };
}

function createReader(snapshot: Snapshot): ContentReader {
  const { revision, builtAt, documentCount, languages, defaultLanguage, fallbacks } = snapshot;
  const found = <Node extends ContentNode>(languages: LanguageChain, find: (language: string) => Node | undefined) => {
    for (const language of languages) {
      const node = find(language);
      if (node !== undefined) return node;
    }
    return null;
  };
  return {
    info: { revision, builtAt, documentCount, languages, defaultLanguage, fallbacks },
    isImmediate: true,
    getMany: (ids) => ids.map((id) => snapshot.nodes.get(id) ?? null),
    pageBySlug: (slug, chain) => found(chain, (language) => snapshot.pagesBySlug.get(slugIndexKey(language, slug))),
    pageByPath: () => null,
    partnerBySlug: (slug, chain) =>
      found(chain, (language) => snapshot.partnersBySlug.get(slugIndexKey(language, slug))),
    diagnostics: () => ({
      items: snapshot.diagnostics,
      totalCount: snapshot.diagnostics.length,
      hasPreviousPage: false,
      hasNextPage: false,
    }),
    list: (type, query) => list(snapshot, type, query),
  };
}

function list<Type extends NodeType>(
  snapshot: Snapshot,
  type: Type,
  { languages, window }: ListQuery,
): ListWindow<NodeTypes[Type]> {
  const index = snapshot.indexes[type];
  const nodes: readonly NodeTypes[Type][] =
    languages === null ? index.all : (index.byLanguage.get(languages[0] ?? '') ?? []);
  return windowOf(nodes, window, snapshot);
}
