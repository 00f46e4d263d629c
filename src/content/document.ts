import type { Root } from 'mdast';
import { costlyText } from './body-limits.ts';
import { checkBody } from './check-body.ts';
import { decodeText } from './decode-text.ts';
import { createDiagnostic, type Diagnostic } from './diagnostic.ts';
import type { FileName } from './file-name.ts';
import { parseFrontmatter } from './frontmatter.ts';
import { readFields } from './frontmatter-fields.ts';
import type { JsonObject } from './json.ts';
import { parseMarkdown } from './markdown.ts';
import { type Outline, outlineOf } from './outline.ts';
import type { SourceFile } from './read-folder.ts';

/** One Markdown file, understood by itself: nothing in it depends on another file. */
export interface Document {
  readonly path: string;
  readonly language: string;
  readonly slug: string;
  /** The line of the file that says the slug; the first one where the file name does. */
  readonly slugLine: number;
  readonly title: string;
  readonly collection: string;
  /** File name without ending and language suffix. */
  readonly stem: string;
  readonly translationKey: string | null;
  readonly description: string | null;
  readonly template: string | null;
  readonly date: string | null;
  readonly frontmatter: JsonObject;
  readonly body: string;
  /** The line of the file on which the body begins. */
  readonly bodyLine: number;
  readonly lineCount: number;
  readonly outline: Outline;
}

/** A document with its syntax tree, which is dropped once everything is extracted from it. */
export interface ParsedDocument {
  readonly document: Document;
  readonly tree: Root;
}

export interface DocumentResult {
  /** `null` when the file cannot be served; an error among the diagnostics says why. */
  readonly parsed: ParsedDocument | null;
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
  if (decoded.text === null) return { parsed: null, diagnostics };

  const { frontmatter, diagnostic } = parseFrontmatter(path, decoded.text);
  if (frontmatter === null) return { parsed: null, diagnostics: [...diagnostics, diagnostic] };
  const { data, body, bodyLine } = frontmatter;

  const tree = parseBody(path, body, bodyLine, diagnostics);
  if (tree === null) return { parsed: null, diagnostics };
  if (body.trim() === '' && Object.keys(data).length === 0) diagnostics.push(empty(path));

  const fields = readFields(path, frontmatter, diagnostics);
  const name = readFileName(path);
  const outline = outlineOf(tree, body, bodyLine);
  const slug = fields.slug ?? name.stem;
  const document: Document = {
    path,
    language: fields.language ?? name.language ?? defaultLanguage,
    slug,
    slugLine: fields.slug === null ? 1 : frontmatter.placeOf('slug').line,
    title: fields.title ?? (outline.headings[0]?.text || titleOfSlug(slug)),
    collection: name.collection,
    stem: name.stem,
    translationKey: fields.translationKey,
    description: fields.description,
    template: fields.template,
    date: fields.date,
    frontmatter: data,
    body,
    bodyLine,
    lineCount: countLines(decoded.text),
    outline,
  };
  return { parsed: { document: Object.freeze(document), tree }, diagnostics };
}

function parseBody(path: string, body: string, bodyLine: number, diagnostics: Diagnostic[]): Root | null {
  const costly = costlyText(body);
  if (costly !== null) {
    const hint = 'Break the block up with empty lines, or split the page.';
    const at = { line: bodyLine, column: 1 };
    diagnostics.push(createDiagnostic({ code: 'body-too-costly', path, message: costly, hint, at }));
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
