/** A language of the content. */
export interface LanguageCount {
  /** Canonical BCP 47 tag. */
  readonly tag: string;
  readonly pageCount: number;
}

/** Languages and how many pages have them, ordered by tag. */
export function languagesOf(languagesOfPages: readonly string[]): readonly LanguageCount[] {
  const counts = new Map<string, number>();
  for (const tag of languagesOfPages) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].map(([tag, pageCount]) => ({ tag, pageCount })).sort((a, b) => (a.tag < b.tag ? -1 : 1));
}

/** The configured default language; the most common one takes its place where no page has it. */
export function defaultLanguageOf(languages: readonly LanguageCount[], configured: string): string {
  if (languages.some(({ tag }) => tag === configured)) return configured;
  return languages.toSorted((a, b) => b.pageCount - a.pageCount)[0]?.tag ?? configured;
}
