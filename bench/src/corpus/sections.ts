/** Languages of the corpus; each document is there in all of them. */
export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

export type ByLanguage<Value> = Readonly<Record<Language, Value>>;

/** What stands below one heading of the second level, in each language. */
export interface Section {
  readonly heading: ByLanguage<string>;
  /** Markdown, the heading included, without empty lines around it. */
  readonly markdown: ByLanguage<string>;
}

/**
 * Cuts a document and its translation into sections that belong together by their place.
 *
 * @throws {Error} when they do not have equally many.
 */
export function pairSections(texts: ByLanguage<string>): readonly Section[] {
  const [en, de] = [sectionsOf(texts.en), sectionsOf(texts.de)];
  if (en.length !== de.length)
    throw new Error(`expected translations with ${en.length} sections, but got: ${de.length}`);
  return en.map((section, place) => {
    const translation = de[place] ?? '';
    return {
      heading: { en: headingOf(section), de: headingOf(translation) },
      markdown: { en: section, de: translation },
    };
  });
}

/** Sections in which none of these names stands, and that no rule for lists of partners or goals reads. */
export function withoutNames(sections: readonly Section[], names: readonly string[]): readonly Section[] {
  return sections.filter(({ heading, markdown }) => {
    const isList = languages.some((language) => /partner|goals|ziele/i.test(heading[language]));
    return !isList && !languages.some((language) => names.some((name) => markdown[language].includes(name)));
  });
}

/** Text of the links that begin an item of a list: names of partners. */
export function linkedNames(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^- \[([^\]]+)\]\(https?:/gm)].map(([, name]) => name ?? '');
}

/** The project's own content has `##` at the begin of a line nowhere but in headings. */
function sectionsOf(text: string): readonly string[] {
  const body = text.replace(/^---\n.*?\n---\n/s, '');
  return body
    .split(/^(?=## )/m)
    .map((section) => section.trim())
    .filter((section) => section.startsWith('## '));
}

const headingOf = (section: string): string => /^## (.*)/.exec(section)?.[1] ?? '';
