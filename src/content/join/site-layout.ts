import type { BuildOptions } from '../build-options.ts';
import type { Document } from '../document.ts';
import { slugIndexKey } from '../slug-index-key.ts';
import { nodeId, pageKeys, pagePath } from './identity.ts';
import { createPageFinder, type PageFinder } from './page-finder.ts';
import type { PagePlace } from './page-place.ts';
import { translationGroups } from './translations.ts';

/** Where every page belongs. */
export interface SiteLayout {
  /** By slot. */
  readonly places: readonly PagePlace[];
  readonly slotsById: ReadonlyMap<string, number>;
  /** By path of the file below the content root. */
  readonly slotsByFile: ReadonlyMap<string, number>;
  /** By language and slug, see `slugIndexKey`; of several the first. */
  readonly slotsBySlug: ReadonlyMap<string, number>;
  readonly finder: PageFinder;
}

const none: readonly never[] = Object.freeze([]);

/** @param documents - of all pages, in any order */
export function layOut(documents: Iterable<Document>, { collections }: Pick<BuildOptions, 'collections'>): SiteLayout {
  const byFile = [...documents].sort((a, b) => (a.path < b.path ? -1 : 1));
  const keys = pageKeys(byFile);
  const drafts = byFile.map((document) => ({
    document,
    key: keys.get(document) ?? document.slug,
    path: pagePath(document.collection, document.slug, collections),
  }));
  drafts.sort(byPathAndLanguage);
  const slots = new Map(drafts.map(({ document }, slot) => [document, slot]));
  const ids = drafts.map(({ document, key }) => nodeId('Page', document.language, key));
  const groups = translationGroups(byFile);
  const places = drafts.map(({ document, key, path }, slot): PagePlace => {
    const group = groups.get(document) ?? none;
    const translationSlots =
      group.length < 2 ? none : group.flatMap((other) => (other === document ? [] : (slots.get(other) ?? [])));
    return Object.freeze({
      slot,
      id: ids[slot] ?? '',
      key,
      path,
      language: document.language,
      collection: document.collection,
      stem: document.stem,
      file: document.path,
      translationSlots,
      translationIds: translationSlots.length === 0 ? none : Object.freeze(translationSlots.map((at) => ids[at] ?? '')),
    });
  });
  return {
    places,
    slotsById: firstSlots(places, ({ id }) => id),
    slotsByFile: firstSlots(places, ({ file }) => file),
    slotsBySlug: firstSlots(places, ({ language, slot }) => slugIndexKey(language, drafts[slot]?.document.slug ?? '')),
    finder: createPageFinder(places, collections),
  };
}

function firstSlots(places: readonly PagePlace[], keyOf: (place: PagePlace) => string): ReadonlyMap<string, number> {
  const slots = new Map<string, number>();
  for (const place of places) {
    const key = keyOf(place);
    if (!slots.has(key)) slots.set(key, place.slot);
  }
  return slots;
}

interface Draft {
  readonly document: Document;
  readonly path: string;
}

/** The default order of pages. */
function byPathAndLanguage(a: Draft, b: Draft): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  if (a.document.language !== b.document.language) return a.document.language < b.document.language ? -1 : 1;
  return a.document.path < b.document.path ? -1 : 1;
}
