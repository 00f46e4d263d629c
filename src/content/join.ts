import { createDiagnostic, type Diagnostic } from './diagnostic.ts';
import type { Document } from './document.ts';
import { groupBy } from './group-by.ts';
import { collectionKey, pageKeys } from './identity.ts';
import { joinPartners } from './join-partners.ts';
import { byPathAndLanguage, type ExtractedDocument, type JoinedPage, joinedPage } from './joined-page.ts';
import type { ContentNode, GoalNode, LinkNode, NodeReference, PageNode } from './nodes.ts';
import { translationGroups } from './translations.ts';

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
    diagnostics: [...duplicateSlugs(documents), ...partners.diagnostics],
  };
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
  const groups = groupBy(documents, collectionKey).values();
  return [...groups].flatMap(([first, ...others]) =>
    others.map(({ path, slug, slugLine, language }) =>
      createDiagnostic({
        code: 'slug-duplicate',
        path,
        message: `expected a slug of its own, but "${slug}" (${language}) is that of ${first?.path}, too: look-ups find only that page`,
        hint: 'Give one of them another "slug" in its frontmatter.',
        at: { line: slugLine, column: 1 },
      }),
    ),
  );
}
