import { buildSchema, type GraphQLSchema } from 'graphql';
import { expect, test } from 'vitest';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { snapshotOf } from '../../support/content.ts';
import { askRunner, createRunner } from './support.ts';

/** A schema whose one field tells what arguments it got. */
function echoing(): GraphQLSchema {
  const schema = buildSchema(`
    enum Size { SMALL LARGE }
    input Box { size: Size = LARGE, inner: Box, labels: [String!] }
    type Query { echo(count: Int = 3, text: String, needed: Int! = 4, box: Box, sizes: [Size], flag: Boolean = false): String!
      same(text: String): String
      size: Size
      sizes: [Size!]!
    }
  `);
  const echo = schema.getQueryType()?.getFields()['echo'];
  if (echo !== undefined) echo.resolve = (_source, args) => JSON.stringify(args);
  const same = schema.getQueryType()?.getFields()['same'];
  if (same !== undefined) same.resolve = (_source, { text }) => text;
  return schema;
}

const store = createMemoryStore(snapshotOf({}));

test.each([
  ['nothing', '{ echo }', {}],
  ['literals', '{ echo(count: 5, text: "x", needed: 1, flag: true, sizes: [SMALL, null], box: { labels: "a" }) }', {}],
  ['null', '{ echo(count: null, text: null, box: null, sizes: null) }', {}],
  ['one value for a list', '{ echo(sizes: LARGE) }', {}],
  ['variables', 'query ($c: Int, $t: String, $b: Box) { echo(count: $c, text: $t, box: $b) }', { c: 1, t: 'y', b: {} }],
  [
    'variables that are missing',
    'query ($c: Int, $t: String, $n: Int = 9) { echo(count: $c, text: $t, needed: $n) }',
    {},
  ],
  ['variables that are null', 'query ($c: Int, $t: String) { echo(count: $c, text: $t) }', { c: null, t: null }],
  ['a missing variable where the argument has a default', 'query ($n: Int) { echo(needed: $n) }', {}],
  [
    'variables within values',
    'query ($l: [String!], $s: Size, $i: Box) { echo(box: { labels: $l, size: $s, inner: { inner: $i } }, sizes: [$s, SMALL]) }',
    { l: ['a'], s: 'SMALL', i: { size: null } },
  ],
  [
    'missing variables within values',
    'query ($l: [String!], $s: Size) { echo(box: { labels: $l, size: $s }, sizes: [$s]) }',
    {},
  ],
])(
  'a compiled operation gives resolvers the arguments that graphql-js gives them: %s',
  async (_what, query, variables) => {
    const runner = createRunner({ schema: echoing() });
    const interpreted = await askRunner(runner, store, { query, variables });
    expect(JSON.parse(interpreted?.body ?? '')).toEqual({ data: { echo: expect.stringContaining('"needed":') } });
    expect(await askRunner(runner, store, { query, variables })).toEqual(interpreted);
    expect(runner.counts()).toEqual({ all: 2, compiled: 1 });
  },
);

test.each([
  ['null where there must be something', 'query ($n: Int = 5) { echo(needed: $n) }', { n: null }],
  ['null within a value', 'query ($l: String = "a") { echo(box: { labels: [$l] }) }', { l: null }],
])('what is wrong with an argument is left to the long way: %s', async (_what, query, variables) => {
  const runner = createRunner({ schema: echoing() });
  for (const _time of [1, 2, 3]) expect(await askRunner(runner, store, { query, variables })).toBeNull();
  expect(runner.counts().compiled).toBe(0);
});

test.each(['', 'a "b" \\ c', 'tab\tand\u0000', '\ud800 alone', 'to\udfff', '👩‍🌾', `${'long '.repeat(20)}\ud800"`])(
  'a compiled operation writes %j as JSON.stringify does',
  async (text) => {
    const runner = createRunner({ schema: echoing() });
    const asked = { query: 'query ($text: String) { same(text: $text) nothing: same size }', variables: { text } };
    for (const _time of [1, 2]) {
      const data = { same: text, nothing: null, size: null };
      expect((await askRunner(runner, store, asked))?.body).toBe(JSON.stringify({ data }));
    }
    expect(runner.counts()).toEqual({ all: 2, compiled: 1 });
  },
);

test('null where the schema promises something is left to the long way', async () => {
  const runner = createRunner({ schema: echoing() });
  for (const _time of [1, 2, 3]) expect(await askRunner(runner, store, { query: '{ sizes }' })).toBeNull();
  expect(runner.counts().compiled).toBe(0);
});
