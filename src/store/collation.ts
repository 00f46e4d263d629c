import type { LanguageChain } from './contract.ts';

/** The language whose collation a list goes by: its first, or the default one for a list of all languages. */
export function collationLanguage(languages: LanguageChain | null, defaultLanguage: string): string {
  return languages?.[0] ?? defaultLanguage;
}

/** Compares text as readers of the language expect; where it has no collation of its own, as those of the default one. */
export function createCollation(
  language: string,
  defaultLanguage: string,
): (a: string | number, b: string | number) => number {
  // with no locale that it knows, Intl takes that of the machine
  const { compare } = new Intl.Collator([language, defaultLanguage, 'en']);
  return (a, b) => compare(String(a), String(b));
}
