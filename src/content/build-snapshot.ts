import { createHash } from 'node:crypto';
import { readVersion } from '../version.ts';
import { compareDiagnostics, createDiagnostic, type Diagnostic } from './diagnostic.ts';
import { type ParseContext, parseDocument } from './document.ts';
import { extract } from './extract/extract.ts';
import { createFileNameReader } from './file-name.ts';
import { join } from './join.ts';
import type { ExtractedDocument } from './joined-page.ts';
import { limits } from './limits.ts';
import { readFolder, type SourceFile } from './read-folder.ts';
import { builtInRules, createRuleBook, type ExtractionRule, type RuleBook } from './rules.ts';
import { createSnapshot, type Snapshot } from './snapshot.ts';

export interface BuildOptions {
  /** Canonical BCP 47 tag of documents that say nothing about their language. */
  readonly defaultLanguage: string;
  readonly rules: readonly ExtractionRule[];
}

export const defaultBuildOptions: BuildOptions = Object.freeze({ defaultLanguage: 'en', rules: builtInRules });

/** Reads a folder of Markdown and makes a snapshot of it. @throws {ContentRootError} when the folder cannot be used. */
export function buildSnapshot(root: string, options: BuildOptions = defaultBuildOptions): Snapshot {
  const { files, diagnostics } = readFolder(root);
  return snapshotOfFiles(files, diagnostics, options);
}

/** Makes a snapshot of files that were read. Never throws for bad content: each problem is a diagnostic. */
export function snapshotOfFiles(
  files: readonly SourceFile[],
  readDiagnostics: readonly Diagnostic[],
  options: BuildOptions,
): Snapshot {
  const rules = createRuleBook(options.rules);
  const context = { defaultLanguage: options.defaultLanguage, readFileName: createFileNameReader() };
  const results = files.map((file) => understand(file, context, rules));
  const extracted = results.flatMap(({ understood }) => understood ?? []);
  const joined = join(extracted);
  return createSnapshot({
    revision: revisionOf(files, readDiagnostics, options),
    builtAt: new Date(),
    defaultLanguage: options.defaultLanguage,
    nodes: joined.nodes,
    diagnostics: [...readDiagnostics, ...results.flatMap(({ diagnostics }) => diagnostics), ...joined.diagnostics],
  });
}

interface Understanding {
  /** `null` when the document cannot be served. */
  readonly understood: ExtractedDocument | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** One document from bytes to the things in it. What nobody foresaw becomes a diagnostic, too, and takes no other with it. */
function understand(file: SourceFile, context: ParseContext, rules: RuleBook): Understanding {
  try {
    const { parsed, diagnostics } = parseDocument(file, context);
    if (parsed === null) return { understood: null, diagnostics: cut(diagnostics) };
    const found: Diagnostic[] = [...diagnostics];
    const extraction = extract(parsed, rules, (diagnostic) => found.push(diagnostic));
    return { understood: { document: parsed.document, extraction }, diagnostics: cut(found) };
  } catch (error) {
    const message = `could not be understood: ${error instanceof Error ? error.message : String(error)}`;
    const hint = 'Simplify what is unusual in it, and report this to the makers of Foliograph.';
    return {
      understood: null,
      diagnostics: [createDiagnostic({ code: 'document-failed', path: file.path, message, hint })],
    };
  }
}

/** The first problems of a document, and how many more there are: nobody reads a hundred thousand. */
function cut(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const inOrder = diagnostics.toSorted(compareDiagnostics);
  const next = inOrder[limits.problemsOfFile];
  if (next === undefined) return inOrder;
  const { path, line, column } = next;
  const rest = inOrder.length - limits.problemsOfFile;
  const message = `expected few problems, but found ${rest} more from here on`;
  const hint = 'Mend those above first.';
  const summary = createDiagnostic({ code: 'document-problems', path, message, hint, at: { line, column } });
  return [...inOrder.slice(0, limits.problemsOfFile), summary];
}

/**
 * A digest of everything that an answer depends on: paths, bytes, what could not be read, options, and the version of
 * this program. Files in any order give the same.
 */
function revisionOf(files: readonly SourceFile[], unread: readonly Diagnostic[], options: BuildOptions): string {
  const digests = files.map(({ path, bytes }) => {
    const content = createHash('sha256').update(bytes).digest('base64');
    return JSON.stringify([path, content]);
  });
  const notes = unread.map(({ path, code, message }) => JSON.stringify([path, code, message]));
  const input = [readVersion(), canonicalJson(options), ...[...digests, ...notes].sort()].join('\n');
  return createHash('sha256').update(input).digest('hex').slice(0, 32);
}

/** JSON with the keys of every object in order, so that equal options are equal texts. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}
