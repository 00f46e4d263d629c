import { canonicalLanguage } from '../language-tag.ts';
import { normalized } from '../normalized.ts';

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
  return { language, path: pathOf(rest), anchor: anchor === undefined ? null : normalized(decoded(anchor)) };
}

/** A path to look for, and the language that it has in front. */
export type PathCandidate = Pick<SitePath, 'language' | 'path'>;

/**
 * What a path can mean, the likeliest first: with a language in front before the whole as a path (a slug can be `it`), and
 * as it is before the same without a file ending (a slug can be `vue.html`).
 */
export function pathCandidates(text: string, isLanguage: (tag: string) => boolean): readonly PathCandidate[] {
  const whole = [readSitePath(text, isLanguage), readSitePath(text, () => false)];
  const [raw] = splitAt(splitAt(text, '#')[0], '?');
  const segments = segmentsOf(decoded(raw));
  if (!fileEnding.test(segments.at(-1) ?? '')) return whole[0]?.language === null ? whole.slice(1) : whole;
  return whole.flatMap(({ language, path }) => {
    const exact = `/${(language === null ? segments : segments.slice(1)).join('/')}`;
    return [
      { language, path: exact },
      { language, path },
    ];
  });
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

/** Of a file or page: what stands before the last slash. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

const fileEnding = /\.(?:md|markdown|html?)$/i;

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
  normalized(path)
    .split('/')
    .filter((segment) => segment !== '');

function pathOf(segments: readonly string[]): string {
  const folders = segments.slice(0, -1);
  const name = (segments.at(-1) ?? '').replace(fileEnding, '');
  return `/${[...folders, name].filter((segment, index) => segment !== '' && !(segment === 'index' && index === folders.length)).join('/')}`;
}
