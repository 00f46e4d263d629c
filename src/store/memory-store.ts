import type { NodeType, NodeTypes } from '../content/nodes.ts';
import { type Snapshot, slugIndexKey } from '../content/snapshot.ts';
import type { ContentReader, ContentStore, ListQuery, ListWindow } from './contract.ts';
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
  const { revision, builtAt, documentCount, languages, defaultLanguage } = snapshot;
  return {
    info: { revision, builtAt, documentCount, languages, defaultLanguage },
    isImmediate: true,
    getMany: (ids) => ids.map((id) => snapshot.nodes.get(id) ?? null),
    pageBySlug: (slug, language) => snapshot.pagesBySlug.get(slugIndexKey(language, slug)) ?? null,
    partnerBySlug: (slug, language) => snapshot.partnersBySlug.get(slugIndexKey(language, slug)) ?? null,
    list: (type, query) => list(snapshot, type, query),
  };
}

function list<Type extends NodeType>(
  snapshot: Snapshot,
  type: Type,
  { language, window }: ListQuery,
): ListWindow<NodeTypes[Type]> {
  const index = snapshot.indexes[type];
  const nodes: readonly NodeTypes[Type][] = language === null ? index.all : (index.byLanguage.get(language) ?? []);
  return windowOf(nodes, window, snapshot);
}
