import { slug } from 'github-slugger';
import { digest } from '../digest.ts';
import type { Document } from '../document.ts';
import { groupBy } from '../group-by.ts';
import type { ContentNode, NodeType } from '../nodes.ts';
import { normalized } from '../normalized.ts';

/** A node's global id: opaque to clients, made of type, language and the key of the thing in that language. */
export function nodeId(type: NodeType, language: string, ...key: readonly (string | number)[]): string {
  return Buffer.from([type, language, ...key].join('\0')).toString('base64url');
}

/** The type that an id names, whether there is such a node or not. */
export function typeOfId(id: string): NodeType | null {
  const [type] = partsOf(id);
  return nodeTypes.find((known) => known === type) ?? null;
}

/** Id of the page that a goal or a link stands on, by its own id. */
export function pageIdOf(id: string): string {
  const [, language = '', ...key] = partsOf(id).slice(0, -2);
  return nodeId('Page', language, ...key);
}

const nodeTypes: readonly NodeType[] = ['Page', 'Partner', 'Goal', 'Link'];
const partsOf = (id: string): readonly string[] => Buffer.from(id, 'base64url').toString().split('\0');

/**
 * What tells a node apart from others on its page, whatever the page's own key is: for goals and links what they say and a
 * count, for partners the whole id.
 */
export function keyOnPage({ type, id }: Pick<ContentNode, 'type' | 'id'>): string {
  if (type !== 'Goal' && type !== 'Link') return id;
  return partsOf(id).slice(-2).join('\0');
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

/** The folder that sites keep ordinary pages in: it does not show in their paths. */
const rootCollection = 'pages';

/**
 * The page's own path on a site, without the language: `/network`, `/announcements/release9`, `/` for an index.
 *
 * @param collections - URL patterns of collections that have one of their own
 */
export function pagePath(
  collection: string,
  slug: string,
  collections: Readonly<Record<string, { readonly url: string }>>,
): string {
  const pattern = Object.hasOwn(collections, collection) ? collections[collection]?.url : undefined;
  const name = slug === 'index' ? '' : slug;
  if (pattern !== undefined)
    return pattern
      .replaceAll(':slug', name)
      .replace(/\/{2,}/g, '/')
      .replace(/(?<=.)\/$/, '');
  const folders = collection === rootCollection ? '' : collection.replace(/^pages\//, '');
  const parts = [folders, name].filter((part) => part !== '');
  return `/${parts.join('/')}`;
}

/** A partner's slug: its name as GitHub slugs a heading. A name without letters and digits is told by a digest. */
export function partnerSlug(name: string): string {
  const composed = normalized(name);
  return slug(composed).replace(/^-+|-+$/g, '') === '' ? `partner-${digest(composed)}` : slug(composed);
}
