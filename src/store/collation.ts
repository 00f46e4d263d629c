import type { LanguageChain } from './contract.ts';

/**
 * The locale whose collation a list goes by: that of its first language, of the default one for a list of all languages.
 * Languages that order text alike (`en`, `en-GB`) share one.
 */
export function collationOf(languages: LanguageChain | null, defaultLanguage: string): string {
  // with no locale that it knows, Intl takes that of the machine
  return new Intl.Collator([...(languages?.slice(0, 1) ?? []), defaultLanguage, 'en']).resolvedOptions().locale;
}

/** Compares text as readers of the locale expect. */
export function createCollation(locale: string): (a: string | number, b: string | number) => number {
  const { compare } = new Intl.Collator(locale);
  return (a, b) => compare(String(a), String(b));
}
