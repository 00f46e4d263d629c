import { expect, test } from 'vitest';
import { exampleTabs } from '../../src/server/example-tabs.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { apiOfStore } from '../support/api.ts';
import { type Files, snapshotOf } from '../support/content.ts';

async function answersTo(files: Files): Promise<unknown[]> {
  const store = createMemoryStore(snapshotOf(files));
  const tabs = await exampleTabs(store.current());
  const api = apiOfStore(store);
  return Promise.all(tabs.map(({ query, variables }) => api.query(query, JSON.parse(variables ?? '{}'))));
}

test('the example tabs all answer, with a page that the content has', async () => {
  const answers = await answersTo({
    'fr/autre.md': 'Rien.\n',
    'de/netz.md': '---\ntitle: Netz\n---\n## Partner\n\n- [Eins](https://eins.example)\n\n## Ziele\n\n- Mehr.\n',
  });
  expect(answers).toMatchObject([
    { data: { content: { documentCount: 2 } } },
    { data: { page: { title: 'Netz' } } },
    { data: { partners: { nodes: [{ name: 'Eins', pages: [{ title: 'Netz' }] }] } } },
    { data: { goals: { nodes: [{ text: 'Mehr.' }] } } },
    { data: { links: { totalCount: 1 } } },
  ]);
});

test('the example tabs answer without errors where there is nothing but a page', async () => {
  const answers = await answersTo({ 'fr/seul.md': 'Bonjour.\n' });
  expect(answers).toMatchObject([{}, { data: { page: { title: 'Seul' } } }, {}, {}, {}]);
  expect(answers.filter((answer) => JSON.stringify(answer).includes('"errors"'))).toEqual([]);
});
