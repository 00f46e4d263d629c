import { expect, it } from 'vitest';
import { apiOf } from '../support/api.ts';

const files = {
  'en/forge.md': '## Partners\n\n- [Bellows](https://bellows.example)\n\n## Goals\n\n- Strike while hot\n',
};

interface Listed {
  readonly pages: { readonly nodes: readonly { readonly id: string }[] };
  readonly partners: Listed['pages'];
  readonly goals: Listed['pages'];
  readonly links: Listed['pages'];
}

/** Ids of the page, the partner, the goal and the link. */
async function idsOf(api: ReturnType<typeof apiOf>): Promise<readonly string[]> {
  const { data } = await api.query<Listed>(
    '{ pages { nodes { id } } partners { nodes { id } } goals { nodes { id } } links { nodes { id } } }',
  );
  const lists = data === undefined ? [] : [data.pages, data.partners, data.goals, data.links];
  return lists.flatMap(({ nodes }) => nodes.map(({ id }) => id));
}

const fields = `
  __typename id
  ... on Page { path } ... on Partner { name } ... on Goal { text } ... on Link { url }
`;

it('finds nodes of all types again by their ids', async () => {
  const api = apiOf(files);
  const ids = await idsOf(api);
  const nodes = [
    { __typename: 'Page', id: ids[0], path: '/forge' },
    { __typename: 'Partner', id: ids[1], name: 'Bellows' },
    { __typename: 'Goal', id: ids[2], text: 'Strike while hot' },
    { __typename: 'Link', id: ids[3], url: 'https://bellows.example' },
  ];
  const many = await api.query(`query ($ids: [ID!]!) { nodes(ids: $ids) { ${fields} } }`, { ids });
  expect(many).toEqual({ data: { nodes } });
  const one = `query ($id: ID!) { node(id: $id) { ${fields} } }`;
  const each = await Promise.all(ids.map((id) => api.query(one, { id })));
  expect(each).toEqual(nodes.map((node) => ({ data: { node } })));
});

it('keeps the order of the ids, with null for each that is not there', async () => {
  const api = apiOf(files);
  const [page = '', , goal = ''] = await idsOf(api);
  const ids = [goal, 'garbage', page, '', goal, '__proto__', '../../etc/passwd'];
  const answer = await api.query('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename } }', { ids });
  const [aGoal, aPage] = [{ __typename: 'Goal' }, { __typename: 'Page' }];
  expect(answer).toEqual({ data: { nodes: [aGoal, null, aPage, null, aGoal, null, null] } });
});

it('answers an empty list for no ids', async () => {
  expect(await apiOf(files).query('{ nodes(ids: []) { id } }')).toEqual({ data: { nodes: [] } });
});

it.each(['"garbage"', '""', '5', '"__proto__"', '"UGFnZQ=="', '"Page"'])(
  'answers null for node(id: %s)',
  async (id) => {
    expect(await apiOf(files).query(`{ node(id: ${id}) { id } }`)).toEqual({ data: { node: null } });
  },
);

it('keeps the id of a page whose file is renamed while slug and language stay', async () => {
  const [before] = await idsOf(apiOf({ 'en/forge.md': '# Forge\n' }));
  const [after] = await idsOf(apiOf({ 'archive/smithy.en.md': '---\nslug: forge\n---\n# Smithy\n' }));
  expect(after).toBe(before);
});
