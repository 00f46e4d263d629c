/** What any piece of a page may refer to: Markdown by identifier (the label in lower case, white space folded). */
export interface PageDefinitions {
  readonly links: ReadonlyMap<string, string>;
  readonly footnotes: ReadonlyMap<string, string>;
}

/** The key under which labels match: case and white space do not count (CommonMark 0.31.2, section 4.7). */
export const identifierOf = (label: string): string => label.replace(/\s+/g, ' ').trim().toLowerCase();

/** What a piece of Markdown may refer to, and no more: a page can hold thousands of definitions. */
export interface ReferredDefinitions {
  readonly links: readonly string[];
  readonly footnotes: readonly string[];
}

export function referredDefinitions(markdown: string, { links, footnotes }: PageDefinitions): ReferredDefinitions {
  if (links.size === 0 && footnotes.size === 0) return { links: [], footnotes: [] };
  const notes = sourcesOf(footnoteLabelsOf(markdown), footnotes);
  const furtherNotes = sourcesOf(footnoteLabelsOf(notes.join('\n')), footnotes);
  const allNotes = [...new Set([...notes, ...furtherNotes])];
  return { links: sourcesOf(labelsOf([markdown, ...allNotes].join('\n')), links), footnotes: allNotes };
}

function sourcesOf(labels: Iterable<string>, definitions: ReadonlyMap<string, string>): string[] {
  const sources = new Set<string>();
  for (const label of labels) {
    const source = definitions.get(identifierOf(label));
    if (source !== undefined) sources.add(source);
  }
  return [...sources];
}

/** Everything between brackets that could be a label, which has at most 999 characters. */
function* labelsOf(markdown: string): Iterable<string> {
  for (const [, label] of markdown.matchAll(/\[((?:\\.|[^[\]\\]){1,999})\]/gs)) if (label !== undefined) yield label;
}

function* footnoteLabelsOf(markdown: string): Iterable<string> {
  for (const label of labelsOf(markdown)) if (label.startsWith('^')) yield label.slice(1);
}
