import { createDiagnostic, type Diagnostic } from './diagnostic.ts';
import type { Document } from './document.ts';
import type { Extraction } from './extract/extraction.ts';
import { collectionKey, digest, groupBy, nodeId, pageKeys, pagePath } from './identity.ts';
import { joinPartners } from './join-partners.ts';
import type { ContentNode, GoalNode, LinkNode, PageNode } from './nodes.ts';
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
  readonly goalIds: readonly string[];
  readonly linkIds: readonly string[];
}

export interface JoinResult {
  /** Every node once: pages by path and language, then the things on them in the order of their pages. */
  readonly nodes: readonly ContentNode[];
  readonly diagnostics: readonly Diagnostic[];
}

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
      ...pages.map((page) => pageNode(page, translationsOf(page), partners.idsByPage.get(page.id) ?? [])),
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
    goalIds: countedIds('Goal', language, key, extraction.goals.map((goal) => goal.text)),
    linkIds: countedIds('Link', language, key, extraction.links.map((link) => `${link.url}\0${link.text}`)),
  };
}

/** Ids of things that have no name: the page, what they say, and a number where one page says it twice. */
function countedIds(type: 'Goal' | 'Link', language: string, pageKey: string, contents: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return contents.map((content) => {
    const key = digest(content);
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return nodeId(type, language, pageKey, key, count);
  });
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

function pageNode(page: JoinedPage, translations: readonly JoinedPage[], partnerIds: readonly string[]): PageNode {
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
    partnerIds,
    goalIds: page.goalIds,
    linkIds: page.linkIds,
    translationIds: translations.map(({ id }) => id),
    source: Object.freeze({ path: document.path, startLine: 1, endLine: document.lineCount, headings: [] }),
  });
}

/** A goal's translations are the goals in the same position of the page's translations. */
function goalNodes(page: JoinedPage, translations: readonly JoinedPage[]): GoalNode[] {
  return page.extraction.goals.map((goal, index) =>
    Object.freeze({
      type: 'Goal',
      id: page.goalIds[index] ?? '',
      language: page.document.language,
      text: goal.text,
      markdown: goal.markdown,
      position: index + 1,
      pageId: page.id,
      translationIds: translations.flatMap((translation) => translation.goalIds[index] ?? []),
      source: goal.source,
    }),
  );
}

function linkNodes(page: JoinedPage): LinkNode[] {
  return page.extraction.links.map((link, index) =>
    Object.freeze({
      type: 'Link',
      id: page.linkIds[index] ?? '',
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
