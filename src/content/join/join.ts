import type { Diagnostic } from '../diagnostic.ts';
import type { Document } from '../document.ts';
import { sourceOfFile } from '../extract/source.ts';
import type { ContentNode, GoalNode, LinkNode, NodeReference, PageNode } from '../nodes.ts';
import { duplicatePaths, duplicateSlugs, repeatedTranslationKeys } from './duplicates.ts';
import { pageKeys } from './identity.ts';
import type { JoinContext } from './join-context.ts';
import { joinPartners } from './join-partners.ts';
import { byPathAndLanguage, type ExtractedDocument, type JoinedPage, joinedPage } from './joined-page.ts';
import { backlinksOf, type LinkTargets, targetsOfLinks } from './link-targets.ts';
import { linkTranslations } from './link-translations.ts';
import { createPageFinder } from './page-finder.ts';
import { translationGroups } from './translations.ts';

export interface JoinResult {
  /** By path and language. */
  readonly pages: readonly JoinedPage[];
  /** Every node once: pages by path and language, then the things on them in the order of their pages. */
  readonly nodes: readonly ContentNode[];
  /** Ids of pages, see `page-finder.ts`. */
  readonly pageIdsByPath: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

const none = Object.freeze([]);

/** Makes nodes of extracted documents: what depends on more than one document is decided here. */
export function join(
  extracted: readonly ExtractedDocument[],
  { options, defaultLanguage, assets }: JoinContext,
): JoinResult {
  const byFile = extracted.toSorted((a, b) => (a.document.path < b.document.path ? -1 : 1));
  const documents = byFile.map(({ document }) => document);
  const keys = pageKeys(documents);
  const pages = byFile.map((entry) =>
    joinedPage(entry, keys.get(entry.document) ?? entry.document.slug, options.collections),
  );
  pages.sort(byPathAndLanguage);

  const finder = createPageFinder(pages, options.collections);
  const translationsOf = otherLanguages(pages, documents);
  const targets = targetsOfLinks(pages, { options, defaultLanguage, assets }, { finder, translationsOf });
  const backlinks = backlinksOf(pages, targets);
  const partners = joinPartners(pages, options.partners, (page, index) => targets.get(page)?.[index]?.page?.id ?? null);
  return {
    pages,
    nodes: [
      ...pages.map((page) =>
        pageNode(page, translationsOf(page), partners.byPage.get(page.id) ?? none, backlinks.get(page.id) ?? none),
      ),
      ...partners.nodes,
      ...pages.flatMap((page) => goalNodes(page, translationsOf(page))),
      ...pages.flatMap((page) => linkNodes(page, translationsOf(page), targets)),
    ],
    pageIdsByPath: finder.ids,
    diagnostics: [
      ...duplicateSlugs(documents),
      ...duplicatePaths(pages),
      ...repeatedTranslationKeys(documents),
      ...partners.diagnostics,
    ],
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

function pageNode(
  page: JoinedPage,
  translations: readonly JoinedPage[],
  partners: readonly NodeReference[],
  backlinkIds: readonly string[],
): PageNode {
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
    partners: Object.freeze(partners),
    goals: page.goals,
    links: page.links,
    backlinkIds: Object.freeze(backlinkIds),
    translationIds: Object.freeze(translations.map(({ id }) => id)),
    source: sourceOfFile(document),
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

function linkNodes(page: JoinedPage, translations: readonly JoinedPage[], targets: LinkTargets): LinkNode[] {
  const translationsOf = linkTranslations(page, translations);
  return page.extraction.links.map(({ text, url, kind, host, source, column }, index) => {
    const target = targets.get(page)?.[index];
    return Object.freeze({
      type: 'Link',
      id: page.links[index]?.id ?? '',
      language: page.document.language,
      text,
      url,
      kind,
      host,
      targetId: target?.page?.id ?? null,
      problem: target?.problem ?? null,
      column,
      position: index + 1,
      pageId: page.id,
      translationIds: translationsOf(index),
      source,
    });
  });
}
