// Foliograph's data behind a schema written by hand: plain resolvers on maps, as one would write them for either peer.
import { readFileSync } from 'node:fs';

export const typeDefs = `
  scalar Language
  scalar URL
  type Query {
    page(slug: String!, language: Language): Page
    partners(language: Language, first: Int): PartnerConnection!
  }
  type Page {
    title: String!
    description: String
    html: String!
    path: String!
    language: Language!
    headings: [Heading!]!
    translations: [Page!]!
  }
  type Heading { text: String! level: Int! anchor: String! }
  type Partner { name: String! url: URL pages: [Page!]! source: Source! }
  type Source { path: String! startLine: Int! headings: [String!]! }
  type PartnerConnection { totalCount: Int! nodes: [Partner!]! }
`;

/** @param file - JSON with `pages` and `partners`, as tables/content-export.ts writes it */
export function createResolvers(file) {
  const { pages, partners } = JSON.parse(readFileSync(file, 'utf8'));
  const pageById = new Map(pages.map((page) => [page.id, page]));
  const pageBySlug = new Map(pages.map((page) => [`${page.language} ${page.slug}`, page]));
  const partnersOf = groupByLanguage(partners);
  const pagesOf = (nodes) => nodes.map(({ id }) => pageById.get(id));
  return {
    Query: {
      page: (_, { slug, language }) => pageBySlug.get(`${language} ${slug}`),
      partners: (_, { language, first }) => {
        const all = partnersOf.get(language) ?? [];
        return { totalCount: all.length, nodes: all.slice(0, first) };
      },
    },
    Page: { translations: ({ translations }) => pagesOf(translations) },
    Partner: { pages: (partner) => pagesOf(partner.pages) },
  };
}

function groupByLanguage(nodes) {
  const groups = new Map();
  for (const node of nodes) groups.set(node.language, [...(groups.get(node.language) ?? []), node]);
  return groups;
}
