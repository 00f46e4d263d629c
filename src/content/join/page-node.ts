import { sourceOfFile } from '../extract/source.ts';
import type { NodeReference, PageNode } from '../nodes.ts';
import { once } from '../once.ts';
import type { JoinedPage } from './joined-page.ts';
import { goalReferences, linkReferences } from './page-references.ts';

/** What a page's node holds that depends on other documents. */
export interface PageSurroundings {
  readonly partners: readonly NodeReference[];
  readonly backlinkIds: () => readonly string[];
}

/** The node of a page. What lies packed, or has to be looked for, is made when somebody reads it. */
export function pageNode(page: JoinedPage, { partners, backlinkIds }: PageSurroundings): PageNode {
  const { document, place } = page;
  const outline = once(() => document.outline);
  const goals = once(() => goalReferences(page));
  const links = once(() => linkReferences(page));
  const backlinks = once(backlinkIds);
  return Object.freeze({
    type: 'Page',
    id: place.id,
    language: document.language,
    slug: document.slug,
    title: document.title,
    description: document.description,
    collection: document.collection,
    template: document.template,
    date: document.date,
    path: place.path,
    get frontmatter() {
      return document.frontmatter;
    },
    digest: page.digest,
    get body() {
      return document.body;
    },
    get headings() {
      return outline().headings;
    },
    get sections() {
      return outline().sections;
    },
    get definitions() {
      return outline().definitions;
    },
    partners,
    get goals() {
      return goals();
    },
    get links() {
      return links();
    },
    get backlinkIds() {
      return backlinks();
    },
    translationIds: place.translationIds,
    source: sourceOfFile(document),
  });
}
