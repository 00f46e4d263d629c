import { expect, it } from 'vitest';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { apiOf, apiOfStore } from '../support/api.ts';
import { type Files, snapshotOf } from '../support/content.ts';
import { badInput, problemsOf, tooLong } from './problems.ts';

const wrongDate = '---\ndate: soon\n---\n';
const files: Files = {
  'en/one.md': '---\ndate: soon\nslug: [one]\n---\n',
  'en/deep/two.md': wrongDate,
  'en/three.md': '---\ntitle: Three\n',
  'de/four.md': '# Vier\n',
};

it('answers every field of a diagnostic', async () => {
  const answer = await apiOf(files).query(`{
    diagnostics(first: 1) {
      totalCount
      nodes { code severity message hint path line column }
      edges { node { code } }
      pageInfo { hasNextPage hasPreviousPage }
    }
  }`);
  expect(answer).toEqual({
    data: {
      diagnostics: {
        totalCount: 4,
        nodes: [
          {
            code: 'date-invalid',
            severity: 'WARNING',
            message: 'expected "date" to be a day of the calendar as YYYY-MM-DD, but found "soon"',
            hint: 'Write for example "date: 2026-11-23"; the page has no date until then.',
            path: 'en/deep/two.md',
            line: 2,
            column: 1,
          },
        ],
        edges: [{ node: { code: 'date-invalid' } }],
        pageInfo: { hasNextPage: true, hasPreviousPage: false },
      },
    },
  });
});

it.each([
  ['severity: ERROR', ['en/three.md']],
  ['severity: INFO', []],
  ['code: "date-invalid"', ['en/deep/two.md', 'en/one.md']],
  ['code: "link-broken"', []],
  ['path: "en/one.md"', ['en/one.md', 'en/one.md']],
  ['path: "en/deep"', ['en/deep/two.md']],
  ['path: "en", severity: WARNING, first: 2', ['en/deep/two.md', 'en/one.md']],
  ['path: "de"', []],
  [
    'severity: null, code: null, path: null, first: null, after: null',
    ['en/deep/two.md', 'en/one.md', 'en/one.md', 'en/three.md'],
  ],
])('gives for diagnostics(%s) those of %j', async (args, paths) => {
  const answer = await apiOf(files).query(`{ diagnostics(${args}) { nodes { path } } }`);
  expect(answer).toEqual({ data: { diagnostics: { nodes: paths.map((path) => ({ path })) } } });
});

interface Answer {
  readonly diagnostics: {
    readonly nodes: readonly { readonly path: string }[];
    readonly edges: readonly { readonly cursor: string }[];
    readonly pageInfo: { readonly startCursor: string | null; readonly endCursor: string | null };
  };
}
const listing = 'nodes { path } edges { cursor } pageInfo { startCursor endCursor }';

it('goes on after a cursor from before a problem was mended', async () => {
  const store = createMemoryStore(snapshotOf(files));
  const api = apiOfStore(store);
  const { data } = await api.query<Answer>(`{ diagnostics(first: 2) { ${listing} } }`);
  const after = data?.diagnostics.pageInfo.endCursor;
  expect(data?.diagnostics.edges.map(({ cursor }) => cursor)).toEqual([data?.diagnostics.pageInfo.startCursor, after]);
  await store.publish(
    snapshotOf({ ...files, 'en/one.md': '---\ndate: 2026-11-23\nslug: [one]\n---\n', 'en/aaa.md': wrongDate }),
  );
  const query = 'query ($after: String) { diagnostics(after: $after) { totalCount nodes { path code } } }';
  expect(await api.query(query, { after })).toEqual({
    data: {
      diagnostics: {
        totalCount: 4,
        nodes: [
          { path: 'en/one.md', code: 'frontmatter-value' },
          { path: 'en/three.md', code: 'frontmatter-unclosed' },
        ],
      },
    },
  });
});

it('has no cursors where there are no problems', async () => {
  const answer = await apiOf({ 'en/a.md': '# A\n' }).query(`{ diagnostics { ${listing} } }`);
  expect(answer).toEqual({
    data: { diagnostics: { nodes: [], edges: [], pageInfo: { startCursor: null, endCursor: null } } },
  });
});

it.each([
  ['link-brokn', ' Did you mean "link-broken"?'],
  ['Date-Invalid', ' Did you mean "date-invalid"?'],
  ['', ''],
  ['toString', ''],
  ['x'.repeat(50_000), ''],
])('refuses the code "%.20s"', async (code, didYouMean) => {
  const answer = await apiOf(files).query('query ($code: String) { diagnostics(code: $code) { totalCount } }', {
    code,
  });
  expect(problemsOf(answer)).toEqual([
    badInput(
      `Expected "code" to be a kind of problem such as "link-broken", but got: "${code.slice(0, 80)}".${didYouMean}`,
    ),
  ]);
});

it.each([
  [201, tooLong('first', 201)],
  [-1, badInput('Expected "first" to be from 0 to 200, but got: -1.')],
])('refuses diagnostics(first: %i)', async (first, problem) => {
  const answer = await apiOf(files).query(`{ diagnostics(first: ${first}) { totalCount } }`);
  expect(problemsOf(answer)).toEqual([problem]);
});

const encode = (content: unknown): string => Buffer.from(JSON.stringify(content)).toString('base64url');

it.each([
  ['nonsense', 'nonsense'],
  ['nothing', ''],
  ['a page', encode(['Page', '', 'id', ['/a', 'en', 'en/a.md'], []])],
  ['a line that is no number', encode(['Diagnostic', 'en/a.md', '1', 1, 'date-invalid', 'message'])],
  ['too little', encode(['Diagnostic', 'en/a.md', 1, 1, 'date-invalid'])],
  ['too much', encode(['Diagnostic', 'en/a.md', 1, 1, 'date-invalid', 'message', 'more'])],
])('refuses the cursor of %s', async (_what, cursor) => {
  const answer = await apiOf(files).query(`{ diagnostics(after: "${cursor}") { totalCount } }`);
  expect(problemsOf(answer)).toEqual([
    badInput(
      `Expected "after" to be a cursor from an earlier page of this DiagnosticConnection, but got: "${cursor.slice(0, 80)}".`,
    ),
  ]);
});
