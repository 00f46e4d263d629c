import { primaryLanguage } from '../language-tag.ts';
import type { LanguageTexts } from './foreign-words.ts';
import { fields, readField } from './same-texts.ts';
import type { Site, SitePage } from './site.ts';
import { createVocabulary, type VocabularyBuilder } from './vocabulary.ts';

export interface TextsToRead {
  /** The words to look for, in small letters. */
  readonly wanted: ReadonlySet<string>;
  /** Languages whose texts count. */
  readonly languages: ReadonlySet<string>;
  /** Titles and descriptions that tell nothing about their language. */
  readonly doubtful: ReadonlySet<string>;
  /** Pages whose body is not in their language. */
  readonly copies: ReadonlySet<SitePage>;
}

/** Reads the texts of languages once; variants of a language (`de`, `de-AT`) have one vocabulary. */
export function readLanguageTexts({ pages }: Site, texts: TextsToRead): (language: string) => LanguageTexts {
  const vocabularies = new Map(
    [...texts.languages].map((tag) => [primaryLanguage(tag), createVocabulary(texts.wanted)] as const),
  );
  for (const page of pages) {
    const vocabulary = vocabularies.get(primaryLanguage(page.node.language));
    if (vocabulary !== undefined) readPage(page, vocabulary, texts);
  }
  return (language) => ({ language, vocabulary: vocabularies.get(primaryLanguage(language))?.words ?? new Set() });
}

function readPage(page: SitePage, vocabulary: VocabularyBuilder, { doubtful, copies }: TextsToRead): void {
  for (const field of fields) {
    const text = readField(page, field);
    if (text !== null && !doubtful.has(text)) vocabulary.add(text);
  }
  if (!copies.has(page)) readBody(page, vocabulary, doubtful);
}

/** Many pages repeat their title in a heading. */
function readBody(
  { document: { body, outline }, extraction: { prose } }: SitePage,
  vocabulary: VocabularyBuilder,
  doubtful: ReadonlySet<string>,
): void {
  const repeated = outline.sections.filter(({ text }) => doubtful.has(text)).values();
  let heading = repeated.next().value;
  for (let index = 0; index < prose.length; index += 2) {
    const start = prose[index] ?? 0;
    while (heading !== undefined && heading.start <= start && endOfLine(body, heading.start) <= start)
      heading = repeated.next().value;
    if (heading === undefined || start < heading.start) vocabulary.add(body, start, prose[index + 1]);
  }
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end === -1 ? text.length : end;
}
