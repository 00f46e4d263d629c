import type { Document } from '../document.ts';
import type { ExtractedGoal, ExtractedPartner } from '../extract/extraction.ts';
import type { ExtractedDocument } from '../join/joined-page.ts';
import type { NodeSource } from '../nodes.ts';
import type { PartReader } from './record-reader.ts';
import type { RecordWriter } from './record-writer.ts';

/** What is read of every document whenever the content changes, so that nothing is unpacked for it. */
export interface DocumentFacts {
  readonly document: Omit<Document, 'frontmatter' | 'keyLines' | 'body' | 'outline'>;
  readonly partners: readonly ExtractedPartner[];
  readonly goals: readonly ExtractedGoal[];
  readonly linkCount: number;
  readonly headingCount: number;
  /** Whether the body is white space at most. */
  readonly isBlank: boolean;
}

/** Facts as JSON: unlike pieces of a larger text, what `JSON.parse` gives keeps nothing else in memory. */
type FactsTuple = readonly [
  texts: readonly [language: string, slug: string, title: string, collection: string, stem: string],
  options: readonly (string | null)[],
  numbers: readonly [bodyLine: number, lineCount: number, linkCount: number, headingCount: number, isBlank: 0 | 1],
  partners: readonly (readonly [SourceTuple, string, string | null, string | null])[],
  goals: readonly (readonly [SourceTuple, string, string])[],
];

/** `null` for the headings of the thing before it, and for the document's own path. */
type SourceTuple = readonly [
  path: string | null,
  startLine: number,
  endLine: number,
  headings: readonly string[] | null,
  rule: string | null,
];

export function packFacts({ document, extraction }: ExtractedDocument, writer: RecordWriter): void {
  const { language, slug, title, collection, stem } = document;
  const { nameLanguage, translationKey, description, template, date, bodyLine, lineCount } = document;
  const isBlank = document.body.trim() === '' ? 1 : 0;
  const sourceTuple = createSourcePacker(document.path);
  const facts: FactsTuple = [
    [language, slug, title, collection, stem],
    [nameLanguage, translationKey, description, template, date],
    [bodyLine, lineCount, extraction.links.length, document.outline.headings.length, isBlank],
    extraction.partners.map(({ source, name, url, description }) => [sourceTuple(source), name, url, description]),
    extraction.goals.map(({ source, text, markdown }) => [sourceTuple(source), text, markdown]),
  ];
  writer.text(JSON.stringify(facts));
}

/**
 * @param path the document's own.
 * @param shared gives for equal texts the same one: many documents have the same language or template.
 */
export function unpackFacts(reader: PartReader, path: string, shared: (text: string) => string): DocumentFacts {
  const facts: FactsTuple = JSON.parse(reader.text());
  const [texts, [nameLanguage = null, translationKey = null, description = null, template = null, date = null]] = facts;
  const [language, slug, title, collection, stem] = texts;
  const [, , [bodyLine, lineCount, linkCount, headingCount, isBlank], partners, goals] = facts;
  const sourceOf = createSourceUnpacker(path, shared);
  return {
    document: {
      path,
      language: shared(language),
      slug,
      title,
      collection: shared(collection),
      stem: stem === slug ? slug : stem,
      nameLanguage: nameLanguage === null ? null : shared(nameLanguage),
      translationKey,
      description,
      template: template === null ? null : shared(template),
      date,
      bodyLine,
      lineCount,
    },
    partners: partners.map(([source, name, url, about]) => ({
      name,
      url,
      description: about,
      source: sourceOf(source),
    })),
    goals: goals.map(([source, text, markdown]) => ({ text, markdown, source: sourceOf(source) })),
    linkCount,
    headingCount,
    isBlank: isBlank === 1,
  };
}

function createSourcePacker(documentPath: string): (source: NodeSource) => SourceTuple {
  let last: readonly string[] | null = null;
  return ({ path, startLine, endLine, headings, rule }) => {
    const told = headings === last ? null : headings;
    last = headings;
    return [path === documentPath ? null : path, startLine, endLine, told, rule];
  };
}

function createSourceUnpacker(documentPath: string, shared: (text: string) => string): (it: SourceTuple) => NodeSource {
  let last: readonly string[] = [];
  return ([path, startLine, endLine, headings, rule]) => {
    if (headings !== null) last = Object.freeze(headings);
    return Object.freeze({
      path: path ?? documentPath,
      startLine,
      endLine,
      headings: last,
      rule: rule === null ? null : shared(rule),
    });
  };
}
