import type { BuildOptions } from './build-options.ts';
import { checkDocument } from './checks/run-checks.ts';
import { compareDiagnostics, createDiagnostic, type Diagnostic, withSeverities } from './diagnostic.ts';
import { parseDocument } from './document.ts';
import { extract } from './extract/extract.ts';
import { createFileNameReader } from './file-name.ts';
import { guessPublication } from './guess-publication.ts';
import type { ExtractedDocument } from './join/joined-page.ts';
import { limits } from './limits.ts';
import { alwaysPublished, both, type Publication, publicationOfPath } from './publication.ts';
import { createRuleBook } from './rules.ts';
import { sourceDigest } from './source-digest.ts';
import type { SourceEntry, SourceFile } from './source-entry.ts';

/** What one file says by itself: nothing in it depends on another file. */
export interface UnderstoodSource {
  readonly path: string;
  /** Of all that an answer can depend on: the file's bytes, or why they cannot be read. */
  readonly digest: string;
  /** `null` when it cannot be served; an error among the diagnostics says why. */
  readonly understood: ExtractedDocument | null;
  /** What it says about publishing, as far as that can be read; nothing hides a file of which nothing can be read. */
  readonly publication: Publication;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Makes the function that takes one file from bytes to the things in it. It never throws: what nobody foresaw becomes a
 * diagnostic, too.
 */
export function createUnderstanding(options: BuildOptions): (entry: SourceEntry) => UnderstoodSource {
  const parsing = { defaultLanguage: options.defaultLanguage, readFileName: createFileNameReader() };
  const extracting = { rules: createRuleBook(options.rules), origins: options.origins };

  function understandFile(file: SourceFile): Pick<UnderstoodSource, 'understood' | 'publication' | 'diagnostics'> {
    const { parsed, publication, diagnostics } = parseDocument(file, parsing);
    if (parsed === null) return { understood: null, publication, diagnostics: cut(diagnostics, options) };
    const found: Diagnostic[] = [...diagnostics];
    const extraction = extract(parsed, extracting, (diagnostic) => found.push(diagnostic));
    const checked = checkDocument(parsed, options);
    const understood = { document: parsed.document, extraction };
    return { understood, publication, diagnostics: cut([...found, ...checked], options) };
  }

  return (entry) => {
    const source = understandEntry(entry);
    return { ...source, publication: both(source.publication, publicationOfPath(entry.path)) };
  };

  function understandEntry(entry: SourceEntry): UnderstoodSource {
    const { path } = entry;
    if ('problem' in entry) {
      const { problem } = entry;
      return {
        path,
        digest: sourceDigest(`${problem.code} ${problem.message}`),
        understood: null,
        publication: alwaysPublished,
        diagnostics: [problem],
      };
    }
    const digest = sourceDigest(entry.bytes);
    try {
      return { path, digest, ...understandFile(entry) };
    } catch (error) {
      const publication = guessPublication(entry.bytes);
      return { path, digest, understood: null, publication, diagnostics: [failed(path, error)] };
    }
  }
}

function failed(path: string, error: unknown): Diagnostic {
  const message = `could not be understood: ${error instanceof Error ? error.message : String(error)}`;
  const hint = 'Simplify what is unusual in it, and report this to the makers of Foliograph.';
  return createDiagnostic({ code: 'document-failed', path, message, hint });
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
