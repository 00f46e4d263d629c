import type { Document } from './document.ts';
import type { NodeType } from './nodes.ts';

/** A node's global id: opaque to clients, made of type, language and the key of the thing in that language. */
export function nodeId(type: NodeType, language: string, ...key: readonly (string | number)[]): string {
  return Buffer.from([type, language, ...key].join('\0')).toString('base64url');
}

/**
 * The key of each document's page in its language: the slug. Where several pages share one, all of them take their
 * collection into the key, and where that is shared too (which is reported), their path: so a key never comes to mean
 * another page because one was added.
 *
 * @param documents - ordered by path
 */
export function pageKeys(documents: readonly Document[]): ReadonlyMap<Document, string> {
  const bySlug = groupBy(documents, slugKey);
  const byCollection = groupBy(documents, collectionKey);
  return new Map(
    documents.map((document) => {
      const { slug, collection, path } = document;
      if (bySlug.get(slugKey(document))?.length === 1) return [document, slug];
      const isOnlyOne = byCollection.get(collectionKey(document))?.length === 1;
      return [document, isOnlyOne ? `${slug}\0${collection}` : `${slug}\0${collection}\0${path}`];
    }),
  );
}

const slugKey = ({ language, slug }: Document): string => `${language}\0${slug}`;

/** Documents that share it contradict each other: one slug in one language and collection. */
export const collectionKey = ({ language, slug, collection }: Document): string =>
  `${language}\0${slug}\0${collection}`;

export function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** The folder that sites keep ordinary pages in: it does not show in their paths. */
const rootCollection = 'pages';

/** The page's own path on a site, without the language: `/network`, `/announcements/release9`, `/` for an index. */
export function pagePath(collection: string, slug: string): string {
  const folders = collection === rootCollection ? '' : collection.replace(/^pages\//, '');
  const parts = [folders, slug === 'index' ? '' : slug].filter((part) => part !== '');
  return `/${parts.join('/')}`;
}

/** The key of a partner in one language: its name without differences of case and white space. */
export function partnerKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** A short digest (53 bits, base 36) that tells things of one page apart; its users keep collisions apart by counting. */
export function digest(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
