import { expect, it } from 'vitest';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { snapshotOf } from '../support/content.ts';
import { storeContract } from './store-contract.ts';

storeContract('memory store', createMemoryStore);

it('answers at once', () => {
  expect(createMemoryStore(snapshotOf({})).current().isImmediate).toBe(true);
});
