import { createDiagnostic, type Diagnostic } from './diagnostic.ts';
import type { Document } from './document.ts';
import type { Extraction } from './extract/extraction.ts';
import { collectionKey, digest, groupBy, nodeId, pageKeys, pagePath } from './identity.ts';
import { joinPartners } from './join-partners.ts';
import type { ContentNode, GoalNode, LinkNode, NodeReference, NodeSource, PageNode } from './nodes.ts';
import { translationGroups } from './translations.ts';

/** A document and what was extracted from it. */
export interface ExtractedDocument {
  readonly document: Document;
  readonly extraction: Extraction;
}

/** A document that has got its place among the others. */
export interface JoinedPage extends ExtractedDocument {
  readonly id: string;
  /** The page's own path on a site. */
  readonly path: string;
  readonly goals: readonly NodeReference[];
  readonly links: readonly NodeReference[];
}

export interface JoinResult {
  /** Every node once: pages by path and language, then the things on them in the order of their pages. */
  readonly nodes: readonly ContentNode[];
  readonly diagnostics: readonly Diagnostic[];
}

const none = Object.freeze([]);

/** Makes nodes of extracted documents: what depends on more than one document is decided here. */
export function join(extracted: readonly ExtractedDocument[]): JoinResult {
  const byFile = extracted.toSorted((a, b) => (a.document.path < b.document.path ? -1 : 1));
  const documents = byFile.map(({ document }) => document);
  const keys = pageKeys(documents);
  const pages = byFile.map((entry) => joinedPage(entry, keys.get(entry.document) ?? entry.document.slug));
  pages.sort(byPathAndLanguage);

  const translationsOf = otherLanguages(pages, documents);
  const partners = joinPartners(pages);
  return {
    nodes: [
      ...pages.map((page) => pageNode(page, translationsOf(page), partners.byPage.get(page.id) ?? none)),
      ...partners.nodes,
      ...pages.flatMap((page) => goalNodes(page, translationsOf(page))),
      ...pages.flatMap(linkNodes),
    ],
    diagnostics: duplicateSlugs(documents),
  };
}

function joinedPage({ document, extraction }: ExtractedDocument, key: string): JoinedPage {
  const { language } = document;
  return {
    document,
    extraction,
    id: nodeId('Page', language, key),
    path: pagePath(document.collection, document.slug),
    goals: references('Goal', extraction.goals, ({ text }) => text),
    links: references('Link', extraction.links, ({ url, text }) => `${url}\0${text}`),
  };

  /** Ids of things that have no name: the page, what they say, and a number where one page says it twice. */
  function references<Thing extends { readonly source: NodeSource }>(
    type: 'Goal' | 'Link',
    things: readonly Thing[],
    contentOf: (thing: Thing) => string,
  ): readonly NodeReference[] {
    const seen = new Map<string, number>();
    const found = things.map((thing) => {
      const content = digest(contentOf(thing));
      const count = seen.get(content) ?? 0;
      seen.set(content, count + 1);
      return Object.freeze({ id: nodeId(type, language, key, content, count), line: thing.source.startLine });
    });
    return Object.freeze(found);
  }
}

function byPathAndLanguage(a: JoinedPage, b: JoinedPage): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  if (a.document.language !== b.document.language) return a.document.language < b.document.language ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

function otherLanguages(
  pages: readonly JoinedPage[],
  documents: readonly Document[],
): (page: JoinedPage) => readonly JoinedPage[] {
  const pageOf = new Map(pages.map((page) => [page.document, page]));
  const groups = translationGroups(documents);
  return ({ document }) =>
    (groups.get(document) ?? []).flatMap((other) => (other === document ? [] : (pageOf.get(other) ?? [])));
}

function pageNode(page: JoinedPage, translations: readonly JoinedPage[], partners: readonly NodeReference[]): PageNode {
  const { document } = page;
  return Object.freeze({
    type: 'Page',
    id: page.id,
    language: document.language,
    slug: document.slug,
    title: document.title,
    description: document.description,
    collection: document.collection,
    template: document.template,
    date: document.date,
    path: page.path,
    frontmatter: document.frontmatter,
    body: document.body,
    headings: document.outline.headings,
    sections: document.outline.sections,
    definitions: document.outline.definitions,
    partners,
    goals: page.goals,
    links: page.links,
    translationIds: Object.freeze(translations.map(({ id }) => id)),
    source: Object.freeze({ path: document.path, startLine: 1, endLine: document.lineCount, headings: none }),
  });
}

/** A goal's translations are the goals in the same position of the page's translations. */
function goalNodes(page: JoinedPage, translations: readonly JoinedPage[]): GoalNode[] {
  return page.extraction.goals.map((goal, index) =>
    Object.freeze({
      type: 'Goal',
      id: page.goals[index]?.id ?? '',
      language: page.document.language,
      text: goal.text,
      markdown: goal.markdown,
      definitions: page.document.outline.definitions,
      position: index + 1,
      pageId: page.id,
      translationIds: Object.freeze(translations.flatMap((translation) => translation.goals[index]?.id ?? [])),
      source: goal.source,
    }),
  );
}

function linkNodes(page: JoinedPage): LinkNode[] {
  return page.extraction.links.map((link, index) =>
    Object.freeze({
      type: 'Link',
      id: page.links[index]?.id ?? '',
      language: page.document.language,
      ...link,
      position: index + 1,
      pageId: page.id,
    }),
  );
}

function duplicateSlugs(documents: readonly Document[]): Diagnostic[] {
  return [...groupBy(documents, collectionKey).values()].flatMap(([first, ...others]) =>
    others.map(({ path, slug, language }) =>
      createDiagnostic({
        code: 'slug-duplicate',
        path,
        message: `expected a slug of its own, but "${slug}" (${language}) is that of ${first?.path}, too: look-ups find only that page`,
        hint: 'Give one of them another "slug" in its frontmatter.',
        at: { line: 1, column: 1 },
      }),
    ),
  );
}
