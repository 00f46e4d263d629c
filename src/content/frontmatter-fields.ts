import { calendarDay } from './date.ts';
import { createDiagnostic, type Diagnostic } from './diagnostic.ts';
import type { Frontmatter } from './frontmatter.ts';
import { isJsonObject, type JsonValue } from './json.ts';
import { canonicalLanguage, isKnownLanguage, suggestLanguage } from './language-tag.ts';
import { normalized } from './normalized.ts';

/** The frontmatter keys that have a meaning of their own, read and checked; what is not usable is `null`. */
export interface FrontmatterFields {
  readonly title: string | null;
  readonly slug: string | null;
  readonly language: string | null;
  readonly translationKey: string | null;
  readonly description: string | null;
  readonly template: string | null;
  readonly date: string | null;
}

export function readFields(path: string, frontmatter: Frontmatter, diagnostics: Diagnostic[]): FrontmatterFields {
  const text = (key: string): string | null => readText(path, frontmatter, key, diagnostics);
  return {
    title: text('title'),
    slug: readSlug(path, frontmatter, diagnostics),
    language:
      readLanguage(path, frontmatter, 'language', diagnostics) ??
      readLanguage(path, frontmatter, 'locale', diagnostics),
    translationKey: text('translationKey'),
    description: text('description') ?? metaDescription(frontmatter.data['meta']),
    template: text('template'),
    date: readDate(path, frontmatter, diagnostics),
  };
}

/** A string without white space around it; numbers are taken as written. An empty value counts as left out. */
function readText(path: string, frontmatter: Frontmatter, key: string, diagnostics: Diagnostic[]): string | null {
  const value = frontmatter.data[key];
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return value.trim() || null;
  if (typeof value === 'number') return String(value);
  diagnostics.push(
    createDiagnostic({
      code: 'frontmatter-value',
      path,
      message: `expected "${key}" to be text, but found ${kindOf(value)}`,
      hint: `Write "${key}: some text"; it is left out until then.`,
      at: frontmatter.placeOf(key),
    }),
  );
  return null;
}

/** Without slashes around it; control characters would make it another key. */
function readSlug(path: string, frontmatter: Frontmatter, diagnostics: Diagnostic[]): string | null {
  const text = readText(path, frontmatter, 'slug', diagnostics);
  if (text === null) return null;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  if (/[\u0000-\u001f\u007f]/.test(text)) {
    diagnostics.push(
      createDiagnostic({
        code: 'frontmatter-value',
        path,
        message: 'expected "slug" to be one line of text, but found a control character in it',
        hint: 'Write letters, digits and "-"; the file name is used until then.',
        at: frontmatter.placeOf('slug'),
      }),
    );
    return null;
  }
  const parts = normalized(text).split('/');
  const first = parts.findIndex((part) => part !== '');
  return parts.slice(first, parts.findLastIndex((part) => part !== '') + 1).join('/') || null;
}

/** Many sites keep what goes into the page's head below `meta`. */
function metaDescription(meta: JsonValue | undefined): string | null {
  const description = isJsonObject(meta) ? meta['description'] : undefined;
  return typeof description === 'string' ? description.trim() || null : null;
}

function readLanguage(path: string, frontmatter: Frontmatter, key: string, diagnostics: Diagnostic[]): string | null {
  const text = readText(path, frontmatter, key, diagnostics);
  if (text === null) return null;
  const tag = canonicalLanguage(text);
  if (tag !== null && isKnownLanguage(tag)) return tag;
  const suggestion = suggestLanguage(text);
  diagnostics.push(
    createDiagnostic({
      code: 'language-unknown',
      path,
      message: `expected "${key}" to be a BCP 47 language tag such as "de", but found "${text}"`,
      hint:
        suggestion === null
          ? 'The folder or the default language is used until then.'
          : `Did you mean "${suggestion}"?`,
      at: frontmatter.placeOf(key),
    }),
  );
  return null;
}

function readDate(path: string, frontmatter: Frontmatter, diagnostics: Diagnostic[]): string | null {
  const text = readText(path, frontmatter, 'date', diagnostics);
  if (text === null) return null;
  const day = calendarDay(text);
  if (day === null) {
    diagnostics.push(
      createDiagnostic({
        code: 'date-invalid',
        path,
        message: `expected "date" to be a day of the calendar as YYYY-MM-DD, but found "${text}"`,
        hint: 'Write for example "date: 2026-11-23"; the page has no date until then.',
        at: frontmatter.placeOf('date'),
      }),
    );
  }
  return day;
}

/** What a value is, for a message. */
export function kindOf(value: JsonValue): string {
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a mapping' : `the ${typeof value} ${String(value)}`;
}
