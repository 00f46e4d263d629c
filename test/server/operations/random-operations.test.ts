import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSchema } from '../../../src/schema/index.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { createPromisedStore } from '../../store/promised-store.ts';
import { snapshotOf } from '../../support/content.ts';
import { type Choice, type RandomOperation, randomOperation } from './random-operation.ts';
import { askRunner, createAsk, createRunner, mediaTypes, village } from './support.ts';

const schema = createSchema();
const snapshot = snapshotOf(village);
const ids = [...snapshot.nodes.keys()];

/** Random operations ask for lists within lists. */
const unlimited = { limits: { complexity: Number.POSITIVE_INFINITY } };

const below = (count: number) => fc.noBias(fc.nat({ max: count - 1 }));

const operations = fc.gen().map((gen) => {
  const choice: Choice = { below: (count) => gen(below, count) };
  return { operation: randomOperation(schema, ids, choice), choice };
});

/** The text with one of its words or signs left out, doubled or in the place of another one. */
function mutated({ query, variables }: RandomOperation, { below }: Choice): RandomOperation {
  const words = query.match(/"(?:[^"\\]|\\.)*"|\w+|\s+|./g) ?? [];
  const index = below(words.length);
  const other = words[below(words.length)] ?? '';
  const replacements = [[], [words[index] ?? '', words[index] ?? ''], [other], [` titel `]];
  return { query: words.toSpliced(index, 1, ...(replacements[below(4)] ?? [])).join(''), variables };
}

test('of random operations both ways answer the same, interpreted, compiled and remembered', async () => {
  const store = createMemoryStore(snapshot);
  const short = createAsk(store, 'short', unlimited);
  const long = createAsk(store, 'long', unlimited);
  await fc.assert(
    fc.asyncProperty(operations, fc.constantFrom(...mediaTypes), async ({ operation }, mediaType) => {
      const expected = await long(operation, mediaType);
      for (const _time of [1, 2, 3]) expect(await short(operation, mediaType)).toEqual(expected);
    }),
    { numRuns: 150 },
  );
});

test('of random operations with a mistake both ways answer the same', async () => {
  const store = createMemoryStore(snapshot);
  const short = createAsk(store, 'short', unlimited);
  const long = createAsk(store, 'long', unlimited);
  await fc.assert(
    fc.asyncProperty(operations, fc.constantFrom(...mediaTypes), async ({ operation, choice }, mediaType) => {
      const wrong = mutated(operation, choice);
      const expected = await long(wrong, mediaType);
      for (const _time of [1, 2]) expect(await short(wrong, mediaType)).toEqual(expected);
    }),
    { numRuns: 150 },
  );
});

test('of random operations both ways answer the same in a store that has to be waited for', async () => {
  const store = createPromisedStore(snapshot);
  const short = createAsk(store, 'short', unlimited);
  const long = createAsk(store, 'long', unlimited);
  await fc.assert(
    fc.asyncProperty(operations, async ({ operation }) => {
      const expected = await long(operation, 'application/json');
      for (const _time of [1, 2]) expect(await short(operation, 'application/json')).toEqual(expected);
    }),
    { numRuns: 50 },
  );
});

test('what is remembered of nodes is what would be written anew', async () => {
  const store = createMemoryStore(snapshot);
  const remembering = createRunner(unlimited);
  const forgetful = createRunner({ ...unlimited, maximumRemembered: 0 });
  await fc.assert(
    fc.asyncProperty(operations, async ({ operation }) => {
      for (const _time of [1, 2, 3]) {
        const expected = await askRunner(forgetful, store, operation);
        expect(await askRunner(remembering, store, operation)).toEqual(expected);
      }
    }),
    { numRuns: 100 },
  );
});

test('most random operations are answered by a compiled operation when they come back', async () => {
  const store = createMemoryStore(snapshot);
  const runner = createRunner(unlimited);
  let answers = 0;
  await fc.assert(
    fc.asyncProperty(operations, async ({ operation }) => {
      const answer = await askRunner(runner, store, operation);
      if (answer?.body.startsWith('{"data"') !== true) return;
      answers++;
      const before = runner.counts().compiled;
      await askRunner(runner, store, operation);
      expect(runner.counts().compiled).toBe(before + 1);
    }),
    { numRuns: 100 },
  );
  expect(answers).toBeGreaterThan(50);
});
