import { expect, it } from 'vitest';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { createPromisedStore } from '../store/promised-store.ts';
import { apiOfStore } from '../support/api.ts';
import { type Files, snapshotOf } from '../support/content.ts';

const clubs = ['chess', 'chorus', 'cycling', 'rowing', 'skating'];

const page = (club: string, partners: string, goals: string) => `# ${club}

## ${partners}

- [Town hall](https://town.example)
- [Friends of ${club}](https://${club}.example)

## ${goals}

- More ${club}
- Fewer [rules](/rules)
`;

const files: Files = Object.fromEntries(
  clubs.flatMap((club) => [
    [`en/${club}.md`, page(club, 'Partners', 'Goals')],
    [`de/${club}.md`, page(club, 'Partner', 'Ziele')],
  ]),
);

it.each([
  [1, '{ links { nodes { text page { path language } } } }'],
  [1, '{ goals { nodes { text page { title } } } }'],
  [1, '{ goals { nodes { text translations { text language } } } }'],
  [1, '{ partners { nodes { name pages { path } } } }'],
  [1, '{ partners { nodes { name translation(language: "de") { url } } } }'],
  [1, '{ pages { nodes { path translations { path language } } } }'],
  [1, '{ pages { nodes { path translation(language: "de") { title } } } }'],
  [1, '{ pages { nodes { partners { name } goals { text } links(kind: INTERNAL) { url } translations { path } } } }'],
  [1, '{ pages { nodes { sections { partners { name } goals { text } links { url } } } } }'],
  [1, '{ links { nodes { page { path } } } goals { nodes { page { path } translations { text } } } }'],
  [2, '{ pages(language: "de") { nodes { partners { name translations { name } } } } }'],
  [0, '{ pages { nodes { title headings { text } html } } content { documentCount } }'],
])('asks the store %i times for the nodes of %s', async (times, query) => {
  const promised = createPromisedStore(snapshotOf(files));
  const answer = await apiOfStore(promised).query(query);
  expect(answer).toEqual(await apiOfStore(createMemoryStore(snapshotOf(files))).query(query));
  expect(answer.errors).toBeUndefined();
  expect(promised.batches).toHaveLength(times);
});

it('asks for every node once in an operation, and anew in the next one', async () => {
  const promised = createPromisedStore(snapshotOf(files));
  const api = apiOfStore(promised);
  const query = 'query First { links { nodes { page { links { page { path } } } } } }';
  await api.query(query);
  const ids = promised.batches.flat();
  expect(new Set(ids).size).toBe(ids.length);
  // the same again would be answered from memory
  await api.query(query.replace('First', 'Second'));
  expect(promised.batches.flat()).toEqual([...ids, ...ids]);
});

it('answers look-ups and ids over a promised store as over one that answers at once', async () => {
  const snapshot = snapshotOf(files);
  const ids = [...snapshot.nodes.keys(), 'garbage'];
  const query = `query ($ids: [ID!]!, $id: ID!) {
    page(slug: "chess") { title section(anchor: "goals") { goals { page { path } } } }
    partner(slug: "town-hall", language: "de") { url pages { path } }
    missing: page(slug: "golf") { title }
    node(id: $id) { __typename }
    nodes(ids: $ids) { id __typename }
  }`;
  const variables = { ids, id: ids[0] };
  const promised = createPromisedStore(snapshot);
  const answer = await apiOfStore(promised).query(query, variables);
  expect(answer).toEqual(await apiOfStore(createMemoryStore(snapshot)).query(query, variables));
  expect(answer.errors).toBeUndefined();
});
