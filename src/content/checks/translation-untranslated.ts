import type { Place } from '../diagnostic.ts';
import { type Document, placeOfKey } from '../document.ts';
import { pageInOtherLanguage } from './body-language.ts';
import type { Finding, SiteCheck } from './check.ts';
import { type CopiedField, copiedFields } from './copied-fields.ts';
import { enumeration } from './enumeration.ts';
import { type Field, isSameBody, type PagePair, pagePairs } from './same-texts.ts';
import type { SitePage } from './site.ts';

/**
 * A page whose text, title or description is still that of its translation. An equal title can be right (`SCS Summit`):
 * the other texts of the site and the common words of the languages tell, and where they do not, nothing is said.
 */
export const translationUntranslated: SiteCheck = {
  code: 'translation-untranslated',
  run(site, report) {
    const pairs = pagePairs(site);
    const bodies = pairs.flatMap((pair) => copiedBody(pair) ?? []);
    for (const copy of firstOfEach(bodies, ({ page }) => page.node.id)) report(bodyFinding(copy));
    const copies = copiedFields(
      site,
      pairs,
      bodies.map(({ page }) => page),
    );
    for (const copy of firstOfEach(copies, ({ page, field }) => `${page.node.id}\0${field}`))
      report(fieldFinding(copy));
  },
};

interface CopiedBody {
  readonly page: SitePage;
  readonly original: SitePage;
}

function copiedBody(pair: PagePair): CopiedBody | null {
  if (!isSameBody(pair)) return null;
  const [first, second] = pair;
  const page = pageInOtherLanguage(first, second);
  return page === null ? null : { page, original: page === first ? second : first };
}

/** A page can have the same as those of several languages: it is told once. */
function firstOfEach<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  const first = new Map<string, Item>();
  for (const item of items) if (!first.has(keyOf(item))) first.set(keyOf(item), item);
  return [...first.values()];
}

function bodyFinding({ page: { document, node }, original }: CopiedBody): Finding {
  const lead = /^\s*/.exec(document.body)?.[0] ?? '';
  return {
    path: document.path,
    message: `expected text in ${node.language}, but found that of ${original.document.path}`,
    hint: 'Translate it, or delete the file until there is a translation.',
    at: { line: document.bodyLine + lead.split('\n').length - 1, column: 1 },
  };
}

/** Words that a hint names at the most. */
const namedWords = 3;

function fieldFinding({ page: { document, node }, original, field, text, foreign }: CopiedField): Finding {
  const named = foreign.slice(0, namedWords).map((word) => `"${word}"`);
  return {
    path: document.path,
    message: `expected a ${field} in ${node.language}, but found that of ${original.document.path}: ${quoted(text)}`,
    hint: `Translate it: ${enumeration(named)} ${named.length === 1 ? 'is' : 'are'} in no other text in ${node.language}.`,
    at: places[field](document),
  };
}

const quoted = (text: string): string => (text.length > 60 ? `"${text.slice(0, 60)}…"` : `"${text}"`);

const places = {
  title: titlePlace,
  description: (document) => placeOfKey(document, document.keyLines.has('description') ? 'description' : 'meta'),
} satisfies Record<Field, (document: Document) => Place>;

/** A title that the frontmatter does not have is the first heading. */
function titlePlace(document: Document): Place {
  const [section] = document.outline.sections;
  if (document.keyLines.has('title') || section?.headingStart !== 0) return placeOfKey(document, 'title');
  return { line: section.startLine, column: 1 };
}
