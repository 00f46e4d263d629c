import { writeFileSync } from 'node:fs';
import { createHttpClient, dataOf, type HttpClient } from '../load/http-client.ts';

/** A page, as far as benchmarks ask for it. */
export interface ExportedPage {
  readonly id: string;
  readonly slug: string;
  readonly language: string;
}

interface Connection<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const pageFields = 'id slug language title description html path headings { text level anchor } translations { id }';
const partnerFields = 'language name url pages { id } source { path startLine headings }';

/**
 * Writes the pages and partners that a Foliograph serves into a file, for peers that serve the same.
 *
 * @returns the pages
 */
export async function exportContent(port: number, file: string): Promise<readonly ExportedPage[]> {
  const client = createHttpClient(port);
  const pages = await readAll<ExportedPage>(client, 'pages', pageFields);
  const partners = await readAll<object>(client, 'partners', partnerFields);
  client.close();
  writeFileSync(file, JSON.stringify({ pages, partners }));
  return pages;
}

/** Every page of a corpus by slug and language, without their text. */
export async function listPages(port: number): Promise<readonly ExportedPage[]> {
  const client = createHttpClient(port);
  const pages = await readAll<ExportedPage>(client, 'pages', 'id slug language');
  client.close();
  return pages;
}

async function readAll<Node>(client: HttpClient, list: string, fields: string): Promise<readonly Node[]> {
  const query = `query All($after: String) { ${list}(first: 200, after: $after) { nodes { ${fields} } pageInfo { hasNextPage endCursor } } }`;
  const nodes: Node[] = [];
  for (let after: string | null = null, hasNext = true; hasNext; ) {
    const data = dataOf(await client.post({ query, variables: { after } }));
    const connection = data[list] as Connection<Node>;
    nodes.push(...connection.nodes);
    ({ hasNextPage: hasNext, endCursor: after } = connection.pageInfo);
  }
  return nodes;
}
