// The queries of the benchmark. Foliograph and its peers get the same text.

/** A page by slug and language, with everything that a site shows of it. */
export const pageQuery =
  'query Page($slug: String!, $language: Language!) { page(slug: $slug, language: $language) { title description html headings { text anchor level } translations { language title path } } }';

/** The same without its text. */
export const titleQuery =
  'query Title($slug: String!, $language: Language!) { page(slug: $slug, language: $language) { title description path translations { language title path } } }';

export const partnersQuery =
  'query Partners($language: Language!, $first: Int) { partners(language: $language, first: $first) { totalCount nodes { name url pages { title path } source { path startLine headings } } } }';

/** About 2 kB of answer on the project's own content. */
export const smallListQuery =
  '{ partners(language: "en", first: 12) { totalCount nodes { name url source { path startLine headings } } } }';
