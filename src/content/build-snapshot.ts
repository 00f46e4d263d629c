import { createHash } from 'node:crypto';
import { readVersion } from '../version.ts';
import type { Diagnostic } from './diagnostic.ts';
import { parseDocument } from './document.ts';
import { extract } from './extract/extract.ts';
import { createFileNameReader } from './file-name.ts';
import { join } from './join.ts';
import type { ExtractedDocument } from './joined-page.ts';
import { readFolder, type SourceFile } from './read-folder.ts';
import { builtInRules, createRuleBook, type ExtractionRule } from './rules.ts';
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
  const diagnostics: Diagnostic[] = [...readDiagnostics];
  const extracted: ExtractedDocument[] = [];
  const rules = createRuleBook(options.rules);
  const context = { defaultLanguage: options.defaultLanguage, readFileName: createFileNameReader() };
  for (const file of files) {
    const { parsed, diagnostics: found } = parseDocument(file, context);
    diagnostics.push(...found);
    if (parsed === null) continue;
    const extraction = extract(parsed, rules, (diagnostic) => diagnostics.push(diagnostic));
    extracted.push({ document: parsed.document, extraction });
  }
  const joined = join(extracted);
  return createSnapshot({
    revision: revisionOf(files, readDiagnostics, options),
    builtAt: new Date(),
    defaultLanguage: options.defaultLanguage,
    nodes: joined.nodes,
    diagnostics: [...diagnostics, ...joined.diagnostics],
  });
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
