import { expect, it } from 'vitest';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { apiOf, apiOfStore } from '../support/api.ts';
import { snapshotOf } from '../support/content.ts';

it('tells what content is served', async () => {
  const snapshot = snapshotOf({ 'en/tide.md': '# Tide\n', 'de/ebbe.md': '# Ebbe\n' });
  const answer = await apiOfStore(createMemoryStore(snapshot)).query('{ content { revision builtAt documentCount } }');
  const { revision, builtAt } = snapshot;
  expect(answer).toEqual({ data: { content: { revision, builtAt, documentCount: 2 } } });
});

it('tells of an empty folder, too', async () => {
  const answer = await apiOf({}).query('{ content { documentCount } pages { totalCount nodes { id } } }');
  expect(answer).toEqual({ data: { content: { documentCount: 0 }, pages: { totalCount: 0, nodes: [] } } });
});
