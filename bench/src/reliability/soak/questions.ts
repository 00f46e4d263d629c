import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { HttpAnswer, HttpClient } from '../../load/http-client.ts';
import type { ExportedPage } from '../../tables/content-export.ts';
import { pageQuery, partnersQuery, titleQuery } from '../../tables/queries.ts';

/** One way of asking, and what must come back. */
export interface Question {
  readonly name: string;
  ask(client: HttpClient, turn: Turn): Promise<HttpAnswer>;
  /** What is wrong with the answer; `null` for nothing. */
  faultOf(answer: HttpAnswer, turn: Turn): string | null;
}

interface Turn {
  /** Another one for each question that is asked. */
  readonly number: number;
  /** One that nobody edits. */
  readonly page: ExportedPage;
  /** What clients remember: the entity tag of what they have. */
  readonly tags: Map<string, string>;
}

const hash = createHash('sha256').update(partnersQuery).digest('hex');
const byHash = { persistedQuery: { version: 1, sha256Hash: hash } };
const partners = { language: 'en', first: 50 };
const graphqlPath = (query: string, variables: object): string =>
  `/graphql?query=${encodeURIComponent(query)}&variables=${encodeURIComponent(JSON.stringify(variables))}`;
const addressOf = ({ page: { slug, language } }: Turn): object => ({ slug, language });

export const questions: readonly Question[] = [
  {
    name: 'what was asked before',
    ask: (client) => client.post({ query: partnersQuery, variables: partners }),
    faultOf: (answer) => faultOfData(answer, ({ partners: list }) => hasNodes(list)),
  },
  {
    name: 'a page, with HTML, by other variables each time',
    ask: (client, turn) => client.post({ query: pageQuery, variables: { ...addressOf(turn), nonce: turn.number } }),
    faultOf: (answer) => faultOfData(answer, ({ page }) => isPage(page, 'html')),
  },
  {
    name: 'a text that nobody asked before',
    ask: (client, turn) =>
      client.post({ query: `{ a${turn.number}: pages(first: 20, language: "de") { nodes { title links { url } } } }` }),
    faultOf: (answer, turn) => faultOfData(answer, (data) => hasNodes(data[`a${turn.number}`])),
  },
  {
    name: 'by hash',
    async ask(client) {
      const answer = await client.post({ variables: partners, extensions: byHash });
      if (!answer.body.includes('PERSISTED_QUERY_NOT_FOUND')) return answer;
      return client.post({ query: partnersQuery, variables: partners, extensions: byHash });
    },
    faultOf: (answer) => faultOfData(answer, ({ partners: list }) => hasNodes(list)),
  },
  {
    name: 'a field that is not there',
    ask: (client) => client.post({ query: '{ nothing }' }),
    faultOf: ({ status, body }) =>
      status === 200 && JSON.parse(body).errors?.length > 0 ? null : 'expected a GraphQL error',
  },
  {
    name: 'no JSON',
    ask: (client) => client.get('/graphql?query=%7B'),
    faultOf: ({ status, body }) => (JSON.parse(body).errors?.length > 0 && status < 500 ? null : 'expected an error'),
  },
  {
    name: 'whether it has changed',
    async ask(client, turn) {
      const path = graphqlPath(titleQuery, addressOf(turn));
      const tag = turn.tags.get(path);
      const answer = await client.get(path, tag === undefined ? {} : { 'if-none-match': tag });
      if (answer.headers.etag !== undefined) turn.tags.set(path, answer.headers.etag);
      return answer;
    },
    faultOf(answer) {
      if (answer.status === 304) return answer.body === '' ? null : 'expected no body with 304';
      return faultOfData(answer, ({ page }) => isPage(page, 'title'));
    },
  },
  {
    name: 'with gzip',
    ask: (client, turn) => client.get(graphqlPath(pageQuery, addressOf(turn)), { 'accept-encoding': 'gzip' }),
    faultOf(answer) {
      if (answer.headers['content-encoding'] !== 'gzip') return 'expected Content-Encoding: gzip';
      return faultOfData({ ...answer, body: gunzipSync(answer.bytes).toString() }, ({ page }) => isPage(page, 'html'));
    },
  },
  {
    name: 'whether it is ready',
    ask: (client) => client.get('/readyz'),
    faultOf: ({ status, body }) => (status === 200 && JSON.parse(body).status === 'ready' ? null : 'expected ready'),
  },
];

function faultOfData({ status, body }: HttpAnswer, isRight: (data: Data) => boolean): string | null {
  if (status !== 200) return 'expected 200';
  const { data, errors } = JSON.parse(body);
  if (errors !== undefined) return 'expected no errors';
  return isRight(data) ? null : 'expected other data';
}

type Data = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Data => typeof value === 'object' && value !== null;

const hasNodes = (list: unknown): boolean => isRecord(list) && Array.isArray(list['nodes']) && list['nodes'].length > 0;

const isPage = (page: unknown, field: string): boolean =>
  isRecord(page) && typeof page[field] === 'string' && page[field] !== '';
