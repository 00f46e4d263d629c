import { createHash } from 'node:crypto';
import type { Diagnostic } from './diagnostic.ts';
import { parseDocument } from './document.ts';
import { extract } from './extract/extract.ts';
import { join } from './join.ts';
import type { ExtractedDocument } from './joined-page.ts';
import { readFolder, type SourceFile } from './read-folder.ts';
import { builtInRules, createRuleBook, type ExtractionRule } from './rules.ts';
import { createSnapshot, type Snapshot } from './snapshot.ts';

/** Raised with every change that makes other nodes of the same bytes: part of the revision. */
const extractorVersion = 1;

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
  for (const file of files) {
    const { parsed, diagnostics: found } = parseDocument(file, options.defaultLanguage);
    diagnostics.push(...found);
    if (parsed === null) continue;
    const extraction = extract(parsed, rules, (diagnostic) => diagnostics.push(diagnostic));
    extracted.push({ document: parsed.document, extraction });
  }
  const joined = join(extracted);
  return createSnapshot({
    revision: revisionOf(files, options),
    builtAt: new Date(),
    defaultLanguage: options.defaultLanguage,
    nodes: joined.nodes,
    diagnostics: [...diagnostics, ...joined.diagnostics],
  });
}

/** A digest of paths, bytes, options and extractor version; files in any order give the same. */
function revisionOf(files: readonly SourceFile[], options: BuildOptions): string {
  const digests = files.map(({ path, bytes }) => {
    const content = createHash('sha256').update(bytes).digest('base64');
    return JSON.stringify([path, content]);
  });
  const input = [extractorVersion, JSON.stringify(options), ...digests.sort()].join('\n');
  return createHash('sha256').update(input).digest('hex').slice(0, 32);
}
