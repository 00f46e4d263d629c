import { expectedLanguages } from './checks/expected-languages.ts';
import { checkSite } from './checks/run-checks.ts';
import type { Site } from './checks/site.ts';
import { compareDiagnostics, type Diagnostic, isRefusal, withSeverities } from './diagnostic.ts';
import { duplicatePaths, duplicateSlugs, repeatedTranslationKeys } from './join/duplicates.ts';
import type { JoinedSite } from './join/joined-site.ts';
import type { SiteNodes } from './join/site-nodes.ts';
import type { LinkNode } from './nodes.ts';

/**
 * Finds all that is wrong with the content, by path, line and column, in steps.
 *
 * @param told - what is wrong with each file by itself
 */
export function* siteDiagnostics(
  site: JoinedSite,
  nodes: SiteNodes,
  told: readonly Diagnostic[],
): Generator<void, readonly Diagnostic[]> {
  const byFile = site.pages.map(({ document }) => document).sort((a, b) => (a.path < b.path ? -1 : 1));
  const found = [
    ...told,
    ...duplicateSlugs(byFile),
    ...duplicatePaths(site.pages),
    ...repeatedTranslationKeys(byFile),
    ...site.directory.diagnostics,
  ];
  yield;
  const brokenLinks = yield* nodes.brokenLinks();
  const checked = yield* checkSite(siteOf(site, { nodes, brokenLinks, diagnostics: found }));
  const all = [...found, ...checked];
  return Object.freeze(withSeverities(all, site.context.options.severities).toSorted(compareDiagnostics));
}

interface Found {
  readonly nodes: SiteNodes;
  readonly brokenLinks: readonly LinkNode[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The content as checks see it. */
function siteOf({ pages, layout, context }: JoinedSite, { nodes, brokenLinks, diagnostics }: Found): Site {
  const refused = diagnostics.filter(({ code }) => isRefusal(code)).map(({ path }) => path);
  const sitePages = pages.flatMap(({ place, document, extraction, linkCount }) => {
    const node = nodes.page(place.slot);
    return node === undefined ? [] : [{ node, document, extraction, linkCount }];
  });
  return {
    pages: sitePages,
    partners: nodes.partners(),
    brokenLinks,
    nodes: { get: nodes.node },
    pageOf: (id) => sitePages[layout.slotsById.get(id) ?? -1],
    refusedPaths: [...new Set(refused)],
    languages: context.options.languages ?? expectedLanguages(sitePages),
    ...context,
  };
}
