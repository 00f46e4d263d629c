import type { PartnerOptions } from '../build-options.ts';
import { createDiagnostic, type Diagnostic } from '../diagnostic.ts';
import { placeOfKey } from '../document.ts';
import { sourceOfFile } from '../extract/source.ts';
import type { JsonValue } from '../json.ts';
import { parseUrl } from '../parse-url.ts';
import { schemeOf } from '../url-scheme.ts';
import type { ExtractedDocument, JoinedPage } from './joined-page.ts';
import type { PartnerEntry } from './partner-identity.ts';

/** Every place that declares a partner: items of lists, in their order, and files of their own. */
export function partnerEntries(
  pages: readonly JoinedPage[],
  { folder }: PartnerOptions,
  report: (diagnostic: Diagnostic) => void,
): readonly PartnerEntry[] {
  return pages.flatMap((page) => {
    if (!declaresPartners(page, folder)) return [];
    const listed = page.extraction.partners.map(
      (partner, index): PartnerEntry => ({
        ...partner,
        page,
        aliases: none,
        position: index + 1,
        slug: null,
        frontmatter: null,
      }),
    );
    return isPartnerFile(page, folder) ? [ownFile(page, report), ...listed] : listed;
  });
}

/** Whether a document can declare any, told without its frontmatter. */
export function declaresPartners({ document, extraction }: ExtractedDocument, folder: string): boolean {
  return extraction.partners.length > 0 || document.collection === folder;
}

/** A document of the partners' folder that says a name or a URL; others there are ordinary pages. */
function isPartnerFile({ document }: JoinedPage, folder: string): boolean {
  if (document.collection !== folder || /^(?:index|readme)$/i.test(document.stem)) return false;
  return isText(document.frontmatter['name']) || isText(document.frontmatter['url']);
}

const isText = (value: JsonValue | undefined): value is string => typeof value === 'string' && value.trim() !== '';

function ownFile(page: JoinedPage, report: (diagnostic: Diagnostic) => void): PartnerEntry {
  const { document } = page;
  const { frontmatter } = document;
  const name = frontmatter['name'];
  return {
    page,
    name: isText(name) ? name.trim() : document.title,
    url: urlOf(page, report),
    description: document.description,
    aliases: aliasesOf(page, report),
    source: sourceOfFile(document),
    position: 0,
    slug: isText(frontmatter['slug']) ? document.slug : null,
    frontmatter,
  };
}

const none = Object.freeze([]);

function urlOf({ document }: JoinedPage, report: (diagnostic: Diagnostic) => void): string | null {
  const value = document.frontmatter['url'];
  if (value === undefined || value === null || value === '') return null;
  if (isText(value) && parseUrl(value.trim()) !== null && /^https?$/.test(schemeOf(value) ?? '')) return value.trim();
  report(
    createDiagnostic({
      code: 'frontmatter-value',
      path: document.path,
      message: `expected "url" to be the address of a web site, but found ${JSON.stringify(value).slice(0, 80)}`,
      hint: 'Write for example "url: https://example.org"; the partner has no URL until then.',
      at: placeOfKey(document, 'url'),
    }),
  );
  return null;
}

/** One name or a list of names. */
function aliasesOf({ document }: JoinedPage, report: (diagnostic: Diagnostic) => void): readonly string[] {
  const value = document.frontmatter['aliases'];
  if (value === undefined || value === null) return none;
  const names = Array.isArray(value) ? value : [value];
  if (names.every(isText)) return names.map((name) => name.trim());
  report(
    createDiagnostic({
      code: 'frontmatter-value',
      path: document.path,
      message: `expected "aliases" to be a list of names, but found ${JSON.stringify(value).slice(0, 80)}`,
      hint: 'Write for example "aliases: [Short name, Old name]"; none of them counts until then.',
      at: placeOfKey(document, 'aliases'),
    }),
  );
  return none;
}
