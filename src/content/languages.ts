/** A language of the content. */
export interface LanguageCount {
  /** Canonical BCP 47 tag. */
  readonly tag: string;
  readonly pageCount: number;
}

/** How many pages have each language, kept up to date. */
export interface LanguageCounts {
  add(language: string): void;
  remove(language: string): void;
  /** Ordered by tag. */
  all(): readonly LanguageCount[];
}

export function createLanguageCounts(): LanguageCounts {
  const counts = new Map<string, number>();
  const change = (tag: string, step: number): void => {
    const count = (counts.get(tag) ?? 0) + step;
    if (count === 0) counts.delete(tag);
    else counts.set(tag, count);
  };
  return {
    add: (language) => change(language, 1),
    remove: (language) => change(language, -1),
    all: () => [...counts].map(([tag, pageCount]) => ({ tag, pageCount })).sort((a, b) => (a.tag < b.tag ? -1 : 1)),
  };
}

/** The configured default language; the most common one takes its place where no page has it. */
export function defaultLanguageOf(languages: readonly LanguageCount[], configured: string): string {
  if (languages.some(({ tag }) => tag === configured)) return configured;
  return languages.toSorted((a, b) => b.pageCount - a.pageCount)[0]?.tag ?? configured;
}
