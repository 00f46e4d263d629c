import { expect, it } from 'vitest';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { apiOf, apiOfStore } from '../support/api.ts';
import { type Files, snapshotOf } from '../support/content.ts';
import { badInput, problemsOf } from './problems.ts';

const page = (title: string, date?: string): string =>
  `---\ntitle: ${title}\n${date === undefined ? '' : `date: ${date}\n`}---\n`;

const files: Files = {
  'de/a.md': page('Zange', '2024-02-29'),
  'de/b.md': page('Äxte'),
  'de/c.md': page('Axt', '2020-01-01'),
  'de/d.md': page('öl', '2024-02-29'),
  'de/e.md': page('Ofen'),
  'de/f.md': `${page('Partner', '2019-12-31')}
## Partner

- [Zöller](https://zoeller.example)
- [äpfel und Söhne](https://aepfel.example)
- [Bahr](https://bahr.example)
`,
};

interface Answer {
  readonly pages: { readonly nodes: readonly { slug: string }[]; readonly pageInfo: { readonly endCursor: string } };
}

it.each([
  ['[{ field: TITLE }]', 'c b e d f a'],
  ['{ field: TITLE, direction: DESC }', 'a f d e b c'],
  ['[{ field: DATE }, { field: TITLE }]', 'f c d a b e'],
  ['[{ field: DATE, direction: DESC }, { field: TITLE, direction: ASC }]', 'd a c f b e'],
  ['[{ field: DATE, direction: DESC }, { field: TITLE, direction: DESC }]', 'a d c f e b'],
  ['[{ field: SLUG, direction: DESC }]', 'f e d c b a'],
  ['[{ field: PATH, direction: DESC }]', 'f e d c b a'],
  ['[{ field: SLUG, direction: null }]', 'a b c d e f'],
  ['[]', 'a b c d e f'],
  ['null', 'a b c d e f'],
])('gives pages(orderBy: %s) as %s', async (orderBy, expected) => {
  const { data } = await apiOf(files).query<Answer>(`{ pages(orderBy: ${orderBy}) { nodes { slug } } }`);
  expect(data?.pages.nodes.map(({ slug }) => slug).join(' ')).toBe(expected);
});

it.each([
  ['NAME', ['äpfel und Söhne', 'Bahr', 'Ohne Adresse', 'Zöller']],
  ['URL', ['äpfel und Söhne', 'Bahr', 'Zöller', 'Ohne Adresse']],
  ['SLUG, direction: DESC', ['Zöller', 'Ohne Adresse', 'Bahr', 'äpfel und Söhne']],
])('gives partners by %s as %j', async (key, names) => {
  const withoutUrl = { 'de/partners/ohne.md': '---\nname: Ohne Adresse\n---\n' };
  const answer = await apiOf({ ...files, ...withoutUrl }).query(
    `{ partners(orderBy: { field: ${key} }) { nodes { name } } }`,
  );
  expect(answer).toEqual({ data: { partners: { nodes: names.map((name) => ({ name })) } } });
});

it('goes on in the order of a cursor, whatever has come to its node', async () => {
  const store = createMemoryStore(snapshotOf(files));
  const api = apiOfStore(store);
  const query = `query ($after: String) {
    pages(orderBy: [{ field: DATE, direction: DESC }, { field: TITLE }], first: 2, after: $after) {
      nodes { slug } pageInfo { endCursor }
    }
  }`;
  const first = await api.query<Answer>(query);
  expect(first.data?.pages.nodes).toEqual([{ slug: 'd' }, { slug: 'a' }]);
  await store.publish(snapshotOf({ ...files, 'de/a.md': page('Zange') }));
  const second = await api.query<Answer>(query, { after: first.data?.pages.pageInfo.endCursor });
  expect(second.data?.pages.nodes).toEqual([{ slug: 'c' }, { slug: 'f' }]);
});

const titles = '[{ field: TITLE }]';

it.each([
  ['another field', titles, '[{ field: SLUG }]'],
  ['another direction', titles, '[{ field: TITLE, direction: DESC }]'],
  ['more keys', titles, '[{ field: TITLE }, { field: DATE }]'],
  ['the default order', titles, '[]'],
  ['an order, where it comes from the default one', '[]', titles],
])('refuses a cursor in a list of %s', async (_what, from, to) => {
  const api = apiOf(files);
  const { data } = await api.query<Answer>(
    `{ pages(orderBy: ${from}, first: 1) { nodes { slug } pageInfo { endCursor } } }`,
  );
  const cursor = data?.pages.pageInfo.endCursor ?? '';
  const answer = await api.query(`{ pages(orderBy: ${to}, before: "${cursor}") { totalCount } }`);
  expect(answer.data).toBeNull();
  expect(problemsOf(answer)).toEqual([
    badInput(
      `Expected "before" to be a cursor from an earlier page of this PageConnection in the same order, but got: "${cursor.slice(0, 80)}".`,
    ),
  ]);
});

it('refuses a cursor in a list that is ordered as another language does', async () => {
  const api = apiOf(files);
  const query = `query ($language: Language, $after: String) {
    pages(language: $language, orderBy: ${titles}, first: 1, after: $after) { nodes { slug } pageInfo { endCursor } }
  }`;
  const german = await api.query<Answer>(query, { language: 'de' });
  const after = german.data?.pages.pageInfo.endCursor ?? '';
  const swedish = await api.query<Answer>(query, { language: 'sv', after });
  expect(problemsOf(swedish)).toEqual([
    badInput(
      `Expected "after" to be a cursor from an earlier page of this PageConnection in the same order, but got: "${after.slice(0, 80)}".`,
    ),
  ]);
  const all = await api.query<Answer>(query, { after });
  expect(all.data?.pages.nodes).toEqual([{ slug: 'b' }]);
});

it('understands five keys, and refuses six', async () => {
  const keys = (count: number) => `[${'{ field: TITLE } '.repeat(count)}]`;
  const api = apiOf(files);
  expect(await api.query(`{ pages(orderBy: ${keys(5)}, first: 1) { nodes { slug } } }`)).toEqual({
    data: { pages: { nodes: [{ slug: 'c' }] } },
  });
  expect(problemsOf(await api.query(`{ pages(orderBy: ${keys(6)}) { totalCount } }`))).toEqual([
    badInput('Expected "orderBy" to have at most 5 keys, but got: 6.'),
  ]);
});
