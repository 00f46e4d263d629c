import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { systemClock } from '../../../../src/content/live/clock.ts';
import { createRenderer } from '../../../../src/content/renderer.ts';
import { createOperationContext } from '../../../../src/server/operation-context.ts';
import type { Write } from '../../../../src/server/operations/compile/run.ts';
import { createTextMemory } from '../../../../src/server/operations/compile/text-memory.ts';
import { defaultQueryLimits } from '../../../../src/server/query-limits.ts';
import { createMemoryStore } from '../../../../src/store/memory-store.ts';
import { snapshotOf } from '../../../support/content.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const reader = createMemoryStore(snapshotOf({})).current();
const limits = defaultQueryLimits;
const context = createOperationContext({ reader, renderer: createRenderer(), limits, clock: systemClock });
const run = { variables: {}, context, budget: context.budget, maximumSize: limits.responseSize };

test('texts that are remembered hold no plan in memory that nobody else holds', async () => {
  const memory = createTextMemory(1000);
  const node = {};
  const recallOnce = (): WeakRef<Write> => {
    const write: Write = () => 'text';
    expect(memory.recall(write, node, run)).toBe('text');
    return new WeakRef(write);
  };
  const plan = recallOnce();
  // what a reference was made of in a turn of the event loop stays until its end
  await new Promise((resolve) => setImmediate(resolve));
  collectGarbage();
  expect(plan.deref()).toBeUndefined();
  expect(memory.size()).toBe(4);
});
