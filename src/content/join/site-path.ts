import { canonicalLanguage } from '../language-tag.ts';

/** A path on the site, taken apart: what menus, links and people write. */
export interface SitePath {
  /** The language that the path begins with, where it does. */
  readonly language: string | null;
  /** Without language, query, anchor, slash at the end, `index` and file ending: `/announcements/release9`, `/`. */
  readonly path: string;
  /** Without `#`; `null` where there is none. */
  readonly anchor: string | null;
}

/**
 * Takes a path apart. It may lack the slash in front, have one at the end, begin with a language, end with `.md` or
 * `.html`, and be percent-encoded.
 *
 * @param isLanguage - whether the content has this language
 */
export function readSitePath(text: string, isLanguage: (tag: string) => boolean): SitePath {
  const [beforeAnchor = '', anchor] = splitAt(text, '#');
  const [raw] = splitAt(beforeAnchor, '?');
  const segments = segmentsOf(decoded(raw));
  const tag = canonicalLanguage(segments[0] ?? '');
  const language = tag !== null && isLanguage(tag) ? tag : null;
  const rest = language === null ? segments : segments.slice(1);
  return { language, path: pathOf(rest), anchor: anchor === undefined ? null : decoded(anchor).normalize('NFC') };
}

/** Resolves `.` and `..` in a path against a folder; `null` when it leads out of the root. */
export function resolvePath(folder: string, relative: string): string | null {
  const segments = folder.split('/').filter((segment) => segment !== '');
  for (const segment of relative.split('/')) {
    if (segment === '..') {
      if (segments.pop() === undefined) return null;
    } else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return `/${segments.join('/')}`;
}

function splitAt(text: string, separator: string): [before: string, after?: string] {
  const index = text.indexOf(separator);
  return index === -1 ? [text] : [text.slice(0, index), text.slice(index + 1)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const segmentsOf = (path: string): string[] =>
  path
    .normalize('NFC')
    .split('/')
    .filter((segment) => segment !== '');

function pathOf(segments: readonly string[]): string {
  const folders = segments.slice(0, -1);
  const name = (segments.at(-1) ?? '').replace(/\.(?:md|markdown|html?)$/i, '');
  return `/${[...folders, name].filter((segment, index) => segment !== '' && !(segment === 'index' && index === folders.length)).join('/')}`;
}
