import { primaryLanguage } from '../language-tag.ts';
import { pageGroups } from './language-groups.ts';
import type { Site, SitePage } from './site.ts';

/** A page in two languages, the default one first. Variants of one language (`de`, `de-AT`) may say the same. */
export type PagePair = readonly [SitePage, SitePage];

export function pagePairs(site: Site): readonly PagePair[] {
  return pageGroups(site).flatMap((group) =>
    group.flatMap((first, index) =>
      group
        .slice(index + 1)
        .filter((second) => primaryLanguage(first.node.language) !== primaryLanguage(second.node.language))
        .map((second): PagePair => [first, second]),
    ),
  );
}

/** What can be said the same in the frontmatter. */
export type Field = 'title' | 'description';

const readers = {
  // a title that the file name gives is no text
  title: ({ document: { frontmatter, outline, title } }) =>
    isGiven(frontmatter['title']) || isGiven(outline.headings[0]?.text) ? title : null,
  description: ({ document }) => document.description,
} satisfies Record<Field, (page: SitePage) => string | null>;

export const fields: readonly Field[] = ['title', 'description'];

export const readField = (page: SitePage, field: Field): string | null => readers[field](page);

/** What both pages say; `null` where they differ. */
export function sameField([first, second]: PagePair, field: Field): string | null {
  const [a, b] = [readField(first, field), readField(second, field)];
  return a !== null && b !== null && isSameText(a, b) ? a : null;
}

export const isSameBody = ([{ document: a }, { document: b }]: PagePair): boolean => isSameText(a.body, b.body);

const isGiven = (value: unknown): boolean => (typeof value === 'string' ? value.trim() !== '' : value !== undefined);

/** Whether texts differ in nothing but white space; the time goes with what they have in common. */
function isSameText(a: string, b: string): boolean {
  let [left, right] = [0, 0];
  for (;;) {
    while (isSpace(a.charCodeAt(left))) left++;
    while (isSpace(b.charCodeAt(right))) right++;
    if (left >= a.length || right >= b.length) return left >= a.length && right >= b.length;
    if (a.charCodeAt(left++) !== b.charCodeAt(right++)) return false;
  }
}

/** Space, tab, line end, no-break space. */
const isSpace = (unit: number): boolean => unit === 32 || (unit >= 9 && unit <= 13) || unit === 160;
