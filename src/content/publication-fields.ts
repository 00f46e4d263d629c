import { createDiagnostic, type Diagnostic } from './diagnostic.ts';
import type { Frontmatter } from './frontmatter.ts';
import { kindOf } from './frontmatter-fields.ts';
import type { JsonValue } from './json.ts';
import { alwaysPublished, both, draft, type Publication } from './publication.ts';
import { type FieldName, publicationFieldOf, readField } from './publication-field.ts';

/** What the frontmatter says about publishing. A value that cannot be read hides the document, with an error. */
export function readPublication(path: string, frontmatter: Frontmatter, diagnostics: Diagnostic[]): Publication {
  let publication = alwaysPublished;
  let expiryKey = '';
  for (const [key, value] of Object.entries(frontmatter.data)) {
    const name = publicationFieldOf(key);
    if (name === null) continue;
    const read = readField(name, value);
    if (read === null) diagnostics.push(unreadable(path, { key, name, value }, frontmatter));
    if (name === 'expireAt') expiryKey = key;
    publication = both(publication, read ?? draft);
  }
  const { publishAt, expireAt } = publication;
  if (publishAt !== null && expireAt !== null && expireAt <= publishAt) {
    diagnostics.push(neverPublished(path, { publishAt, expireAt, expiryKey }, frontmatter));
  }
  return publication;
}

interface UnreadableField {
  readonly key: string;
  readonly name: FieldName;
  readonly value: JsonValue;
}

function unreadable(path: string, { key, name, value }: UnreadableField, { placeOf }: Frontmatter): Diagnostic {
  const [expected, example] = expectations[name];
  return createDiagnostic({
    code: 'publication-invalid',
    path,
    message: `expected "${key}" to be ${expected}, but found ${found(value)}`,
    hint: `Write for example "${name}: ${example}", or delete the line; the document is hidden until then.`,
    at: placeOf(key),
  });
}

const aTime = ['a day or a time such as 2026-11-23T09:00:00+01:00', '2026-11-23T09:00:00+01:00'] as const;
const expectations: Readonly<Record<FieldName, readonly [expected: string, example: string]>> = {
  draft: ['true or false', 'true'],
  published: ['true or false', 'false'],
  publishAt: aTime,
  expireAt: aTime,
};

function found(value: JsonValue): string {
  if (value === null || value === '') return 'nothing';
  return typeof value === 'string' ? `"${value}"` : kindOf(value);
}

interface EmptySpan {
  readonly publishAt: number;
  readonly expireAt: number;
  readonly expiryKey: string;
}

function neverPublished(path: string, span: EmptySpan, { placeOf }: Frontmatter): Diagnostic {
  const [publishAt, expireAt] = [span.publishAt, span.expireAt].map((instant) => new Date(instant).toISOString());
  return createDiagnostic({
    code: 'publication-never',
    path,
    message: `expected "${span.expiryKey}" to be later than ${publishAt}, when the document is published, but found ${expireAt}`,
    hint: 'Correct one of the two times; the document is never shown until then.',
    at: placeOf(span.expiryKey),
  });
}
