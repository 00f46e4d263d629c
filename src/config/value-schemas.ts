import { z } from 'zod';
import { canonicalLanguage, isKnownLanguage, primaryLanguage, suggestLanguage } from '../content/language-tag.ts';
import { parseUrl } from '../content/parse-url.ts';
import { closest } from '../content/suggest.ts';
import { expecting, oneOf } from './expecting.ts';

/** Text that is not only white space. */
export const nonEmptyText = (what: string) => textThat(what, (text) => text.trim() !== '');

/** A BCP 47 tag of a language that is in use. */
export const languageTag = textThat('a BCP 47 language tag such as "de"', isLanguage, suggestTag).meta({
  title: 'language tag',
});

/** A BCP 47 tag that says nothing but the language. */
export const primaryTag = textThat(
  'a language tag without script and region such as "de"',
  (text) => isLanguage(text) && primaryOf(text) === canonicalLanguage(text),
  (found) => {
    const tag = typeof found === 'string' && isLanguage(found) ? found : suggestTag(found);
    return tag === null ? null : primaryOf(tag);
  },
).meta({ title: 'language' });

/** A folder below the content and below the language, as `Page.collection` names it. */
export const collectionName = (what: string) =>
  textThat(
    what,
    (text) => !/^\/|\/$|\/\/|\\/.test(text),
    (found) =>
      typeof found === 'string'
        ? found
            .split(/[\\/]+/)
            .filter(Boolean)
            .join('/') || null
        : null,
  ).meta({ title: 'collection' });

/** Scheme and host of a site. */
export const siteOrigin = textThat(
  'scheme and host of a site such as "https://example.org"',
  (text) => {
    const origin = originOf(text);
    return origin !== null && new URL(text).href === `${origin}/`;
  },
  (found) => (typeof found === 'string' ? (originOf(found) ?? originOfHost(found)) : null),
).meta({ title: 'URL' });

/** A path of the site, with `*` at its end or not. */
export const route = textThat('a path such as "/search" or "/app/*"', (text) => /^\/[^\s?#*]*\*?$/.test(text)).meta({
  title: 'path',
});

/** One of several words. */
export function choice<const Options extends readonly [string, ...string[]]>(options: Options) {
  const what = oneOf(options.map((option) => JSON.stringify(option)));
  return z.enum(
    options,
    expecting(what, (found) => (typeof found === 'string' ? closest(found, options) : null)),
  );
}

/** Text that passes a test. */
export function textThat(
  what: string,
  test: (text: string) => boolean,
  suggest: (found: unknown) => string | null = () => null,
): z.ZodString {
  const expectation = expecting(what, suggest);
  return z.string(expectation).refine(test, expectation);
}

function isLanguage(text: string): boolean {
  const tag = canonicalLanguage(text);
  return tag !== null && isKnownLanguage(tag);
}

const primaryOf = (tag: string): string => primaryLanguage(canonicalLanguage(tag) ?? tag);

function suggestTag(found: unknown): string | null {
  return typeof found === 'string' ? suggestLanguage(found) : null;
}

/** `null` for what is no address of a web site. */
function originOf(text: string): string | null {
  const parsed = parseUrl(text);
  if (parsed === null) return null;
  const { protocol, origin } = parsed;
  return protocol === 'https:' || protocol === 'http:' ? origin : null;
}

/** Of `example.org/docs`, where the scheme was left out. */
function originOfHost(text: string): string | null {
  return /^[\w-]+(?:\.[\w-]+)+(?:[:/]|$)/.test(text) ? originOf(`https://${text}`) : null;
}
