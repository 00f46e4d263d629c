import { expect, it } from 'vitest';
import { isPromise } from '../../src/store/maybe-promise.ts';
import { snapshotOf } from '../support/content.ts';
import { createPromisedStore } from './promised-store.ts';
import { storeContract } from './store-contract.ts';

storeContract('promised store', createPromisedStore);

it('answers with promises, and keeps what it was asked for', async () => {
  const store = createPromisedStore(snapshotOf({ 'en/bees.md': '# Bees\n' }));
  const reader = store.current();
  const [id = ''] = [...snapshotOf({ 'en/bees.md': '# Bees\n' }).nodes.keys()];
  const answers = [reader.getMany([id]), reader.getMany([]), reader.pageBySlug('bees', ['en'])];
  expect(answers.map(isPromise)).toEqual([true, true, true]);
  expect(await Promise.all(answers)).toMatchObject([[{ slug: 'bees' }], [], { slug: 'bees' }]);
  expect(store.batches).toEqual([[id], []]);
});
