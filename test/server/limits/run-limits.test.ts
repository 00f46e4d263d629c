import { describe, expect, test } from 'vitest';
import type { BudgetClock } from '../../../src/server/limits/budget.ts';
import type { QueryLimits } from '../../../src/server/query-limits.ts';
import type { ContentStore } from '../../../src/store/contract.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { createPromisedStore } from '../../store/promised-store.ts';
import { type Files, snapshotOf } from '../../support/content.ts';
import { createTestClock } from '../../support/test-clock.ts';
import { type Ask, createAsk, mediaTypes, village } from '../operations/support.ts';

/** A page with many links to many pages, each of which leads back. */
const hub: Files = {
  'en/hub.md': `# Hub\n\n${Array.from({ length: 500 }, (_, index) => `- [Page](/page${index % 100})`).join('\n')}\n`,
  ...Object.fromEntries(
    Array.from({ length: 100 }, (_, index) => [`en/page${index}.md`, `# Page ${index}\n\n[Hub](/hub)\n`]),
  ),
};

const stores: Readonly<Record<string, (files: Files) => ContentStore>> = {
  memory: (files) => createMemoryStore(snapshotOf(files)),
  promised: (files) => createPromisedStore(snapshotOf(files)),
};

/** A clock that goes on by so many milliseconds whenever somebody looks at it. */
function hastyClock(step: number): BudgetClock {
  let now = 0;
  return {
    now: () => {
      now += step;
      return now;
    },
    after: () => () => {},
  };
}

function asksOf(store: ContentStore, options: { limits?: Partial<QueryLimits>; clock?: BudgetClock }): readonly Ask[] {
  return [createAsk(store, 'short', options), createAsk(store, 'long', options)];
}

const links = '{ page(slug: "hub") { links { url text target { title } } } }';

describe.each(Object.entries(stores))('in the %s store', (_name, storeOf) => {
  test('an operation that takes too long ends, and gives nothing but the reason', async () => {
    for (const ask of asksOf(storeOf(hub), { clock: hastyClock(1000) })) {
      for (const mediaType of mediaTypes) {
        for (const _time of [1, 2, 3]) {
          const { status, body } = await ask({ query: links }, mediaType);
          expect(status).toBe(mediaType === 'application/json' ? 200 : 400);
          expect(JSON.parse(body)).toEqual({
            errors: [
              {
                message:
                  'Expected an operation that runs for at most 10000 ms, but this one takes longer. Ask for less at once, or later.',
                extensions: { code: 'EXECUTION_TIMEOUT' },
              },
            ],
          });
        }
      }
    }
  });

  test('the same operation is answered where the time suffices', async () => {
    for (const ask of asksOf(storeOf(hub), { clock: hastyClock(1) })) {
      for (const _time of [1, 2, 3]) {
        const { body } = await ask({ query: links }, 'application/json');
        expect(JSON.parse(body)).toHaveProperty('data.page.links.length', 500);
      }
    }
  });

  test('an answer may be as large as the limit, and no byte larger', async () => {
    const store = storeOf(village);
    const query = '{ pages { nodes { title html markdown frontmatter headings { text } } } links { nodes { url } } }';
    const [whole] = asksOf(store, {});
    const answer = await whole?.({ query }, 'application/json');
    const size = Buffer.byteLength(JSON.stringify(JSON.parse(answer?.body ?? '').data));
    for (const ask of asksOf(store, { limits: { responseSize: size } })) {
      for (const _time of [1, 2, 3]) expect(await ask({ query }, 'application/json')).toEqual(answer);
    }
    for (const ask of asksOf(store, { limits: { responseSize: size - 1 } })) {
      for (const _time of [1, 2, 3]) {
        const { body } = await ask({ query }, 'application/json');
        expect(JSON.parse(body)).toEqual({
          errors: [
            {
              message: `Expected an answer with at most ${size - 1} bytes of data, but it would have more. Ask for fewer nodes at once (\`first\`), or for fewer of their texts.`,
              extensions: { code: 'RESPONSE_TOO_LARGE' },
            },
          ],
        });
      }
    }
  });

  test.each([
    ['long names', `{ links(first: 100) { nodes { ${'a'.repeat(3000)}: url } } }`],
    [
      'long texts',
      `{ pages(first: 100) { nodes { ${Array.from({ length: 40 }, (_, index) => `a${index}: markdown`).join(' ')} } } }`,
    ],
    ['a list within a list', '{ pages(first: 100) { nodes { links { url text page { path title } } } } }'],
  ])('an answer that grows by %s ends at the limit', async (_what, query) => {
    for (const ask of asksOf(storeOf(hub), { limits: { responseSize: 20_000 } })) {
      for (const _time of [1, 2, 3]) {
        const { body } = await ask({ query }, 'application/json');
        expect(JSON.parse(body)).toMatchObject({ errors: [{ extensions: { code: 'RESPONSE_TOO_LARGE' } }] });
      }
    }
  });

  test.each([
    ['which are told', '{ page(slug: "hub") { links { target { backlinks { target { title } } } } } }'],
    [
      'of which nothing is told',
      '{ page(slug: "hub") { links { target { backlinks { page { links(kind: EMAIL) { url } } } } } } }',
    ],
  ])('lists that are much longer than their estimates, %s, end the operation', async (_what, query) => {
    const answers = [];
    for (const ask of asksOf(storeOf(hub), { limits: { complexity: 1300 } })) {
      for (const _time of [1, 2, 3]) answers.push((await ask({ query }, 'application/json')).body);
    }
    expect(new Set(answers)).toEqual(
      new Set([
        JSON.stringify({
          errors: [
            {
              message:
                'Expected lists that bring an operation to a complexity of at most 6500, but they are longer than usual. Ask for fewer of them at once, or for less of their items.',
              extensions: { code: 'COMPLEXITY_LIMIT_EXCEEDED', limit: 6500 },
            },
          ],
        }),
      ]),
    );
  });
});

test('an operation that waits for ever ends when its time is over', async () => {
  const store = createPromisedStore(snapshotOf(village));
  const waiting: ContentStore = {
    ...store,
    current: () => ({ ...store.current(), pageBySlug: () => new Promise(() => {}) }),
  };
  const clock = createTestClock();
  const ask = createAsk(waiting, 'long', { clock });
  const answer = ask({ query: '{ page(slug: "a") { title } content { revision } }' }, 'application/json');
  // what is loaded when it is first needed is no part of the operation
  await createAsk(store, 'long')({ query: '{ content { revision } }' }, 'application/json');
  await clock.advance(9_999);
  const early = await Promise.race([answer, clock.advance(0).then(() => 'waiting')]);
  expect(early).toBe('waiting');
  await clock.advance(1);
  expect(JSON.parse((await answer).body)).toMatchObject({ errors: [{ extensions: { code: 'EXECUTION_TIMEOUT' } }] });
});

test('what is counted while an operation is compiled counts once where it is run anew', async () => {
  // an error below a nullable field: the compiled operation gives up at its end, and graphql-js begins again
  const query = '{ page(slug: "hub") { links { url text page { path } } excerpt(length: 0) } }';
  for (const ask of asksOf(createMemoryStore(snapshotOf(hub)), { limits: { complexity: 900 } })) {
    for (const _time of [1, 2, 3]) {
      const { body } = await ask({ query }, 'application/json');
      expect(JSON.parse(body)).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    }
  }
});
