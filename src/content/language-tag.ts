import { once } from './once.ts';
import { closest } from './suggest.ts';

/** Loading them takes 20 ms, and most content never asks. */
const englishNames = once(() => new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }));

/** Characters of a tag; more than 35 are rare (RFC 5646, 4.4.1), and what `Intl` takes grows with the square of them. */
const maximumLength = 100;

/**
 * The canonical form of a BCP 47 language tag (`DE-at` gives `de-AT`), or `null` when the text is none.
 * Follows RFC 5646 section 2.1, but for subtags of more than three letters that no registry holds.
 */
export function canonicalLanguage(text: string): string | null {
  if (text.length > maximumLength || !/^[a-z]{2,3}(?:-|$)/i.test(text)) return null;
  try {
    return Intl.getCanonicalLocales(text)[0] ?? null;
  } catch {
    return null;
  }
}

/** The language without script and region: `de` of `de-AT`. */
export function primaryLanguage(tag: string): string {
  const end = tag.indexOf('-');
  return end === -1 ? tag : tag.slice(0, end);
}

/** Whether CLDR knows the language, as it does all in use. */
export function isKnownLanguage(tag: string): boolean {
  return englishNames().of(primaryLanguage(tag)) !== undefined;
}

/**
 * The tag that a folder name or file-name suffix declares, or `null`: a two-letter language, with a script or region
 * where CLDR has such a locale. Among other names that look like tags are `new`, `to-do`, `my-notes` and `ts`.
 */
export function languageOfName(name: string): string | null {
  if (!/^[a-z]{2}(?:-[a-z]{4})?(?:-[a-z]{2})?$/i.test(name)) return null;
  const tag = canonicalLanguage(name);
  return tag !== null && tag.toLowerCase() === name.toLowerCase() && isLocale(tag) ? tag : null;
}

/** Whether there is data for exactly this tag; otherwise a shorter or the default one is resolved. */
const isLocale = (tag: string): boolean => new Intl.DateTimeFormat(tag).resolvedOptions().locale === tag;

/** The tag that somebody who wrote `german`, `Deutsch`, `de_DE`, `deu` or `dee` is likely to have meant. */
export function suggestLanguage(text: string): string | null {
  const wanted = text.trim().toLowerCase();
  const repaired = languageOfName(wanted.replaceAll('_', '-'));
  if (repaired !== null) return repaired;
  if (wanted.length <= 3) return languageOfName(wanted.slice(0, 2));
  const name = closest(wanted, [...languagesByName().keys()]);
  return name === null ? null : (languagesByName().get(name) ?? null);
}

/** Names in English and in the language itself, lower case, of every two-letter language; made when first asked for. */
const languagesByName = once(
  (): ReadonlyMap<string, string> =>
    new Map(
      twoLetterCodes().flatMap((tag) => {
        const own = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
        return [[own.toLowerCase(), tag] as const, [(englishNames().of(tag) ?? tag).toLowerCase(), tag] as const];
      }),
    ),
);

function twoLetterCodes(): string[] {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const pairs = letters.flatMap((first) => letters.map((second) => first + second));
  return pairs.filter((pair) => canonicalLanguage(pair) === pair && isKnownLanguage(pair));
}
