import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { createRenderer } from '../../../../src/content/renderer.ts';
import { createNodeLoader } from '../../../../src/schema/node-loader.ts';
import type { Write } from '../../../../src/server/operations/compile/run.ts';
import { createTextMemory } from '../../../../src/server/operations/compile/text-memory.ts';
import { createMemoryStore } from '../../../../src/store/memory-store.ts';
import { snapshotOf } from '../../../support/content.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const reader = createMemoryStore(snapshotOf({})).current();
const context = { reader, loader: createNodeLoader(reader), renderer: createRenderer() };

test('texts that are remembered hold no plan in memory that nobody else holds', async () => {
  const memory = createTextMemory(1000);
  const node = {};
  const recallOnce = (): WeakRef<Write> => {
    const write: Write = () => 'text';
    expect(memory.recall(write, node, { variables: {}, context })).toBe('text');
    return new WeakRef(write);
  };
  const plan = recallOnce();
  // what a reference was made of in a turn of the event loop stays until its end
  await new Promise((resolve) => setImmediate(resolve));
  collectGarbage();
  expect(plan.deref()).toBeUndefined();
  expect(memory.size()).toBe(4);
});
