import { pathIndexKey } from '../content/join/page-finder.ts';
import type { NodeType, NodeTypes } from '../content/nodes.ts';
import { type Snapshot, slugIndexKey } from '../content/snapshot.ts';
import { lookUp } from './chain.ts';
import type { ContentReader, ContentStore, ListQuery, ListWindow } from './contract.ts';
import { diagnosticWindow } from './diagnostic-window.ts';
import { createNodeList } from './node-list.ts';
import { createPageOrder, createSourceOrder } from './source-order.ts';

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
  const { revision, builtAt, documentCount, languages, defaultLanguage, fallbacks, origins } = snapshot;
  const { nodes, pagesBySlug, partnersBySlug, pageIdsByPath } = snapshot;
  const lists: NodeLists = {
    Page: createNodeList('Page', snapshot, createPageOrder(snapshot)),
    Partner: createNodeList('Partner', snapshot, createSourceOrder('Partner', snapshot)),
    Goal: createNodeList('Goal', snapshot, createSourceOrder('Goal', snapshot)),
    Link: createNodeList('Link', snapshot, createSourceOrder('Link', snapshot)),
  };
  return {
    info: { revision, builtAt, documentCount, languages, defaultLanguage, fallbacks, origins },
    isImmediate: true,
    getMany: (ids) => ids.map((id) => nodes.get(id) ?? null),
    pageBySlug: (slug, chain) =>
      lookUp(snapshot, 'Page', chain, (language) => pagesBySlug.get(slugIndexKey(language, slug))),
    pageByPath(lookUps) {
      for (const { path, languages } of lookUps) {
        const idOf = (language: string) => pageIdsByPath.get(pathIndexKey(language, path)) ?? '';
        const page = lookUp(snapshot, 'Page', languages, (language) => nodes.get(idOf(language)));
        if (page !== null) return page;
      }
      return null;
    },
    partnerBySlug: (slug, chain) =>
      lookUp(snapshot, 'Partner', chain, (language) => partnersBySlug.get(slugIndexKey(language, slug))),
    diagnostics: (query) => diagnosticWindow(snapshot.diagnostics, query),
    list: (type, query) => lists[type](query),
  };
}

type NodeLists = { readonly [Type in NodeType]: (query: ListQuery) => ListWindow<NodeTypes[Type]> };
