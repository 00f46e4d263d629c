import { checkBody } from './check-body.ts';
import { findCostlyText } from './costly-text.ts';
import { decodeText } from './decode-text.ts';
import { createDiagnostic, type Diagnostic, type Place } from './diagnostic.ts';
import type { FileName } from './file-name.ts';
import { type Frontmatter, parseFrontmatter } from './frontmatter.ts';
import { readFields } from './frontmatter-fields.ts';
import { guessPublication } from './guess-publication.ts';
import type { JsonObject } from './json.ts';
import { parseMarkdown } from './markdown.ts';
import { type Outline, outlineOf } from './outline.ts';
import type { Publication } from './publication.ts';
import { readPublication } from './publication-fields.ts';
import type { SourceFile } from './source-entry.ts';
import type { SyntaxTree } from './syntax-tree.ts';

/** One Markdown file, understood by itself: nothing in it depends on another file. */
export interface Document {
  readonly path: string;
  readonly language: string;
  readonly slug: string;
  readonly title: string;
  readonly collection: string;
  /** File name without ending and language suffix. */
  readonly stem: string;
  /** What the folder or the file-name suffix says about the language; `null` where they say nothing. */
  readonly nameLanguage: string | null;
  readonly translationKey: string | null;
  readonly description: string | null;
  readonly template: string | null;
  readonly date: string | null;
  readonly frontmatter: JsonObject;
  /** The line of the file on which each top-level key of the frontmatter stands. */
  readonly keyLines: ReadonlyMap<string, number>;
  readonly body: string;
  /** The line of the file on which the body begins. */
  readonly bodyLine: number;
  readonly lineCount: number;
  readonly outline: Outline;
}

/** A document with what it was read from, which is dropped once everything is extracted and checked. */
export interface ParsedDocument {
  readonly document: Document;
  readonly tree: SyntaxTree;
  readonly frontmatter: Frontmatter;
}

/** Where a key of the frontmatter stands; the first line for one that is not there. */
export const placeOfKey = ({ keyLines }: Document, key: string): Place => ({ line: keyLines.get(key) ?? 1, column: 1 });

export interface DocumentResult {
  /** `null` when the file cannot be served; an error among the diagnostics says why. */
  readonly parsed: ParsedDocument | null;
  readonly publication: Publication;
  readonly diagnostics: readonly Diagnostic[];
}

export interface ParseContext {
  /** Of documents that say nothing about their language. */
  readonly defaultLanguage: string;
  readonly readFileName: (path: string) => FileName;
}

export function parseDocument(file: SourceFile, { defaultLanguage, readFileName }: ParseContext): DocumentResult {
  const { path } = file;
  const decoded = decodeText(file);
  const diagnostics: Diagnostic[] = [...decoded.diagnostics];
  if (decoded.text === null) return { parsed: null, publication: guessPublication(file.bytes), diagnostics };

  const { frontmatter, diagnostic } = parseFrontmatter(path, decoded.text);
  if (frontmatter === null) {
    return { parsed: null, publication: guessPublication(decoded.text), diagnostics: [...diagnostics, diagnostic] };
  }
  const { data, body, bodyLine } = frontmatter;

  const publication = readPublication(path, frontmatter, diagnostics);
  const tree = parseBody(path, body, bodyLine, diagnostics);
  if (tree === null) return { parsed: null, publication, diagnostics };
  if (!/\S/.test(body) && Object.keys(data).length === 0) diagnostics.push(empty(path));

  const fields = readFields(path, frontmatter, diagnostics);
  const name = readFileName(path);
  const outline = outlineOf(tree, body, bodyLine);
  const slug = fields.slug ?? name.stem;
  const document: Document = {
    path,
    language: fields.language ?? name.language ?? defaultLanguage,
    slug,
    title: fields.title ?? (outline.headings[0]?.text || titleOfSlug(slug)),
    collection: name.collection,
    stem: name.stem,
    nameLanguage: name.language,
    translationKey: fields.translationKey,
    description: fields.description,
    template: fields.template,
    date: fields.date,
    frontmatter: data,
    keyLines: frontmatter.keyLines,
    body,
    bodyLine,
    lineCount: countLines(decoded.text),
    outline,
  };
  return { parsed: { document: Object.freeze(document), tree, frontmatter }, publication, diagnostics };
}

function parseBody(path: string, body: string, bodyLine: number, diagnostics: Diagnostic[]): SyntaxTree | null {
  const costly = findCostlyText(body);
  if (costly !== null) {
    const { offset, ...problem } = costly;
    const before = body.slice(0, offset);
    const at = { line: bodyLine + before.split('\n').length - 1, column: offset - before.lastIndexOf('\n') };
    diagnostics.push(createDiagnostic({ ...problem, path, at }));
    return null;
  }
  try {
    const tree = parseMarkdown(body);
    const found = checkBody(path, tree, body, bodyLine);
    for (const diagnostic of found.diagnostics) diagnostics.push(diagnostic);
    return found.isSound ? tree : null;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    diagnostics.push(
      createDiagnostic({
        code: 'body-unparsable',
        path,
        message: `the Markdown could not be parsed: ${message}`,
        hint: 'Simplify what is unusual in it.',
        at: { line: bodyLine, column: 1 },
      }),
    );
    return null;
  }
}

function empty(path: string): Diagnostic {
  return createDiagnostic({
    code: 'document-empty',
    path,
    message: 'expected frontmatter or text, but the file has neither',
    hint: 'Write the page, or delete the file.',
    at: { line: 1, column: 1 },
  });
}

/** `joint-standardization` gives `Joint standardization`. */
function titleOfSlug(slug: string): string {
  const words = slug.replace(/[-_\s]+/g, ' ').trim() || slug;
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** As an editor counts: a line end at the end of the file begins no further line. */
function countLines(text: string): number {
  let lines = text.endsWith('\n') || text === '' ? 0 : 1;
  for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1)) lines++;
  return Math.max(lines, 1);
}
