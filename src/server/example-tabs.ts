import type { PageNode } from '../content/nodes.ts';
import type { ContentReader } from '../store/contract.ts';

/** A tab of GraphiQL; `variables` is JSON. */
export interface ExampleTab {
  readonly query: string;
  readonly variables: string | null;
}

/** Five queries to begin with, filled in with a page that the content really has. */
export async function exampleTabs(reader: ContentReader): Promise<readonly ExampleTab[]> {
  const page = await examplePage(reader);
  const language = page?.language ?? reader.info.defaultLanguage;
  const bySlug = JSON.stringify({ slug: page?.slug ?? 'index', language }, null, 2);
  const byLanguage = JSON.stringify({ language }, null, 2);
  return [
    { query: overview, variables: null },
    { query: pageBySlug, variables: bySlug },
    { query: partners, variables: byLanguage },
    { query: goals, variables: byLanguage },
    { query: links, variables: byLanguage },
  ];
}

/** A page that lists partners shows the most; otherwise any. */
async function examplePage(reader: ContentReader): Promise<PageNode | null> {
  const one = { languages: null, filter: null, order: [], window: { first: 1, last: null, after: null, before: null } };
  const { items: partnerItems } = await reader.list('Partner', one);
  const [listing] = await reader.getMany(partnerItems[0]?.node.pageIds.slice(0, 1) ?? []);
  if (listing?.type === 'Page') return listing;
  const { items } = await reader.list('Page', one);
  return items[0]?.node ?? null;
}

const overview = `# What there is. Press the button with the triangle, or Ctrl-Enter.
query Overview {
  content { revision documentCount }
  pages(first: 20) {
    totalCount
    nodes { path language title excerpt(length: 80) }
    pageInfo { hasNextPage endCursor }
  }
}
`;

const pageBySlug = `# One page by slug and language, with its table of contents and translations.
query PageBySlug($slug: String!, $language: Language!) {
  page(slug: $slug, language: $language) {
    title
    description
    headings(maxLevel: 3) { text anchor level }
    html
    translations { language title path }
  }
}
`;

const partners = `# Partners of one language, and where each is listed.
query Partners($language: Language!) {
  partners(language: $language, first: 50) {
    totalCount
    nodes {
      name
      url
      pages { title path }
      source { path startLine headings }
    }
  }
}
`;

const goals = `# Goals of one language, each with the same goal in other languages.
query Goals($language: Language!) {
  goals(language: $language) {
    nodes {
      text
      page { title path }
      translations { language text }
    }
  }
}
`;

const links = `# Links of one language, page by page.
query Links($language: Language!) {
  links(language: $language, first: 20) {
    totalCount
    nodes { text url kind host page { path } source { startLine } }
    pageInfo { hasNextPage endCursor }
  }
}
`;
