import { type BuildOptions, defaultBuildOptions } from './build-options.ts';
import { expectedLanguages } from './checks/expected-languages.ts';
import { checkDocument, checkSite } from './checks/run-checks.ts';
import type { Site } from './checks/site.ts';
import { compareDiagnostics, createDiagnostic, type Diagnostic, isRefusal, withSeverities } from './diagnostic.ts';
import { type ParseContext, parseDocument } from './document.ts';
import { type ExtractContext, extract } from './extract/extract.ts';
import { createFileNameReader } from './file-name.ts';
import { createAssetFinder, unknownAssets } from './join/asset-finder.ts';
import { type JoinResult, join } from './join/join.ts';
import type { ExtractedDocument } from './join/joined-page.ts';
import { defaultLanguageOf, languagesOf } from './languages.ts';
import { limits } from './limits.ts';
import { readAssets } from './read-assets.ts';
import { readFolder, type SourceFile } from './read-folder.ts';
import { revisionOf, type SnapshotSources } from './revision.ts';
import { createRuleBook } from './rules.ts';
import { createSnapshot, type Snapshot } from './snapshot.ts';

/** Where the content lies. */
export interface ContentFolders {
  readonly root: string;
  /** The folder that the site serves beside its pages; `null` when links to files are not checked. */
  readonly assets?: string | null;
}

/**
 * Reads a folder of Markdown and makes a snapshot of it.
 *
 * @throws {ContentRootError} when a folder cannot be used.
 */
export function buildSnapshot(folders: string | ContentFolders, options: BuildOptions = defaultBuildOptions): Snapshot {
  const { root, assets = null } = typeof folders === 'string' ? { root: folders } : folders;
  return snapshotOfSources({ ...readFolder(root), assets: assets === null ? null : readAssets(assets, root) }, options);
}

/** Makes a snapshot of files that were read. Never throws for bad content: each problem is a diagnostic. */
export function snapshotOfSources(sources: SnapshotSources, options: BuildOptions): Snapshot {
  const results = understandAll(sources.files, options);
  const extracted = results.flatMap(({ understood }) => understood ?? []);
  const languages = languagesOf(extracted.map(({ document }) => document.language));
  const defaultLanguage = defaultLanguageOf(languages, options.defaultLanguage);
  const assets = sources.assets === null ? unknownAssets : createAssetFinder(sources.assets);
  const joined = join(extracted, { options, defaultLanguage, assets });
  const told = [...sources.diagnostics, ...results.flatMap((result) => result.diagnostics), ...joined.diagnostics];
  const diagnostics = [...told, ...checkSite(siteOf(joined, told, { defaultLanguage, options, assets }))];
  return createSnapshot({
    revision: revisionOf(sources, options),
    builtAt: new Date(),
    defaultLanguage,
    languages: options.languages,
    fallbacks: options.fallbacks,
    origins: options.origins,
    nodes: joined.nodes,
    pageIdsByPath: joined.pageIdsByPath,
    diagnostics: withSeverities(diagnostics, options.severities),
  });
}

interface Understanding {
  /** `null` when the document cannot be served. */
  readonly understood: ExtractedDocument | null;
  readonly diagnostics: readonly Diagnostic[];
}

function understandAll(files: readonly SourceFile[], options: BuildOptions): readonly Understanding[] {
  const parsing = { defaultLanguage: options.defaultLanguage, readFileName: createFileNameReader() };
  const extracting = { rules: createRuleBook(options.rules), origins: options.origins };
  return files.map((file) => understand(file, { parsing, extracting, options }));
}

interface UnderstandContext {
  readonly parsing: ParseContext;
  readonly extracting: ExtractContext;
  readonly options: BuildOptions;
}

/** One document from bytes to the things in it. What nobody foresaw becomes a diagnostic, too, and takes no other with it. */
function understand(file: SourceFile, { parsing, extracting, options }: UnderstandContext): Understanding {
  try {
    const { parsed, diagnostics } = parseDocument(file, parsing);
    if (parsed === null) return { understood: null, diagnostics: cut(diagnostics, options) };
    const found: Diagnostic[] = [...diagnostics];
    const extraction = extract(parsed, extracting, (diagnostic) => found.push(diagnostic));
    const checked = checkDocument(parsed, options);
    return { understood: { document: parsed.document, extraction }, diagnostics: cut([...found, ...checked], options) };
  } catch (error) {
    const message = `could not be understood: ${error instanceof Error ? error.message : String(error)}`;
    const hint = 'Simplify what is unusual in it, and report this to the makers of Foliograph.';
    return {
      understood: null,
      diagnostics: [createDiagnostic({ code: 'document-failed', path: file.path, message, hint })],
    };
  }
}

/** The content as checks see it. */
function siteOf(
  { pages, nodes }: JoinResult,
  diagnostics: readonly Diagnostic[],
  { defaultLanguage, options, assets }: Pick<Site, 'defaultLanguage' | 'options' | 'assets'>,
): Site {
  const refused = diagnostics.filter(({ code }) => isRefusal(code)).map(({ path }) => path);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const sitePages = pages.flatMap(({ id, document, extraction }) => {
    const node = byId.get(id);
    return node?.type === 'Page' ? [{ node, document, extraction }] : [];
  });
  const pageById = new Map(sitePages.map((page) => [page.node.id, page]));
  return {
    pages: sitePages,
    partners: nodes.filter((node) => node.type === 'Partner'),
    goals: nodes.filter((node) => node.type === 'Goal'),
    links: nodes.filter((node) => node.type === 'Link'),
    nodes: byId,
    pageOf: (id) => pageById.get(id),
    refusedPaths: [...new Set(refused)],
    languages: options.languages ?? expectedLanguages(sitePages),
    defaultLanguage,
    options,
    assets,
  };
}

/** The first problems of a document, and whether there are more: nobody reads a hundred thousand. */
function cut(diagnostics: readonly Diagnostic[], { severities }: BuildOptions): readonly Diagnostic[] {
  // what is off takes no place from what is not
  const inOrder = withSeverities(diagnostics, severities).toSorted(compareDiagnostics);
  const next = inOrder[limits.problemsOfFile];
  if (next === undefined) return inOrder;
  const { path, line, column } = next;
  const rest = inOrder.length - limits.problemsOfFile;
  const message = 'expected few problems, but found more from here on';
  const hint = `Mend those above first: ${rest} more are not told.`;
  const summary = createDiagnostic({ code: 'document-problems', path, message, hint, at: { line, column } });
  return [...inOrder.slice(0, limits.problemsOfFile), summary];
}
