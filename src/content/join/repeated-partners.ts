import { createDiagnostic, type Diagnostic } from '../diagnostic.ts';
import { placeOfKey } from '../document.ts';
import { groupBy } from '../group-by.ts';
import type { PartnerEntry, PartnerIdentity } from './partner-identity.ts';
import { nameKey } from './partner-names.ts';
import { siteOf } from './partner-site.ts';

/**
 * Entries that are one partner although their writers may have meant two: on one page under one name with other URLs, or
 * under other names that lead to one web site; and several files of one language.
 */
export function repeatedPartners({ entries }: PartnerIdentity): readonly Diagnostic[] {
  const places = groupBy(entries, ({ page, position }) => (position === 0 ? page.place.language : page.place.id));
  return [...places.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : others.flatMap((other) => repetition(first, other) ?? []),
  );
}

function repetition(first: PartnerEntry, other: PartnerEntry): Diagnostic | null {
  const { name, page, position, source } = other;
  const path = source.path;
  if (position === 0) {
    const message = `expected one file for a partner, but "${name}" is that of ${first.source.path}, too: only that file tells about it`;
    return repeated(path, message, placeOfKey(page.document, 'name').line);
  }
  if (nameKey(first.name) !== nameKey(name)) {
    if (!haveOneHost(first.url, other.url)) return null;
    const message = `expected a web site of its own, but "${name}" has that of "${first.name}": both are one partner`;
    return repeated(path, message, source.startLine);
  }
  if (first.url === other.url) return null;
  const message = `expected a name of its own, but "${name}" is that of "${first.name}" above, too: both are one partner`;
  return repeated(path, message, source.startLine);
}

function haveOneHost(a: string | null, b: string | null): boolean {
  const [first, second] = [a, b].map((url) => (url === null ? undefined : siteOf(url)?.host));
  return first !== undefined && first === second;
}

function repeated(path: string, message: string, line: number): Diagnostic {
  const hint = 'Tell them apart by more than punctuation and legal form, or delete one.';
  return createDiagnostic({ code: 'partner-repeated', path, message, hint, at: { line, column: 1 } });
}
