import { pathIndexKey } from '../content/join/page-finder.ts';
import type { NodeType, NodeTypes } from '../content/nodes.ts';
import { slugIndexKey } from '../content/slug-index-key.ts';
import type { Snapshot } from '../content/snapshot.ts';
import { lookUp } from './chain.ts';
import type { ContentReader, ContentStore, ListQuery, ListWindow, RevisionInfo } from './contract.ts';
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
  const { nodes, pagesBySlug, pagesByPath } = snapshot;
  const lists: NodeLists = {
    Page: createNodeList('Page', snapshot, createPageOrder(snapshot)),
    Partner: createNodeList('Partner', snapshot, createSourceOrder('Partner', snapshot)),
    Goal: createNodeList('Goal', snapshot, createSourceOrder('Goal', snapshot)),
    Link: createNodeList('Link', snapshot, createSourceOrder('Link', snapshot)),
  };
  return {
    info: infoOf(snapshot),
    isImmediate: true,
    getMany: (ids) => ids.map((id) => nodes.get(id) ?? null),
    pageBySlug: (slug, chain) =>
      lookUp(snapshot, 'Page', chain, (language) => pagesBySlug.get(slugIndexKey(language, slug))),
    pageByPath(lookUps) {
      for (const { path, languages } of lookUps) {
        const pageOf = (language: string) => pagesByPath.get(pathIndexKey(language, path));
        const page = lookUp(snapshot, 'Page', languages, pageOf);
        if (page !== null) return page;
      }
      return null;
    },
    partnerBySlug: (slug, chain) =>
      lookUp(snapshot, 'Partner', chain, (language) => snapshot.partnersBySlug.get(slugIndexKey(language, slug))),
    diagnostics: (query) => diagnosticWindow(snapshot.diagnostics, query),
    list: (type, query) => lists[type](query),
  };
}

/** Languages with what they lack are gone through when somebody asks. */
function infoOf(snapshot: Snapshot): RevisionInfo {
  const { revision, builtAt, documentCount, defaultLanguage, fallbacks, origins } = snapshot;
  return {
    revision,
    builtAt,
    documentCount,
    get languages() {
      return snapshot.languages;
    },
    defaultLanguage,
    fallbacks,
    origins,
  };
}

type NodeLists = { readonly [Type in NodeType]: (query: ListQuery) => ListWindow<NodeTypes[Type]> };
