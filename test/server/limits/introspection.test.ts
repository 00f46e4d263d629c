import { getIntrospectionQuery } from 'graphql';
import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { snapshotOf } from '../../support/content.ts';
import { type Asked, createAsk, mediaTypes, village } from '../operations/support.ts';

const store = createMemoryStore(snapshotOf(village));
const open = [createAsk(store, 'short'), createAsk(store, 'long')];
const closed = [
  createAsk(store, 'short', { introspection: false }),
  createAsk(store, 'long', { introspection: false }),
];

/** As GraphiQL and code generators ask. */
const everything = getIntrospectionQuery({
  descriptions: true,
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  schemaDescription: true,
  inputValueDeprecation: true,
  oneOf: true,
});

describe('with introspection', () => {
  test.each([
    ['the standard query', getIntrospectionQuery()],
    ['all that the standard query can ask for', everything],
    [
      'a type with the fields of its fields',
      '{ __type(name: "Page") { fields { type { ofType { fields { name } } } } } }',
    ],
    [
      'every type with its fields and their arguments',
      '{ __schema { types { name fields { name args { name type { name } } } } } }',
    ],
  ])('%s is answered', async (_what, query) => {
    for (const ask of open) {
      const { status, body } = await ask({ query }, 'application/json');
      expect(status).toBe(200);
      expect(JSON.parse(body).errors).toBeUndefined();
    }
  });

  test('what is asked for beside it keeps to the other limits', async () => {
    const query = `{ __schema { queryType { name } } pages(first: 200) { nodes { html text excerpt } } }`;
    for (const ask of open) {
      const { body } = await ask({ query }, 'application/json');
      expect(JSON.parse(body)).toMatchObject({ errors: [{ extensions: { code: 'COMPLEXITY_LIMIT_EXCEEDED' } }] });
    }
  });
});

describe('without introspection', () => {
  test.each([
    ['the standard query', everything],
    ['a type', '{ __type(name: "Page") { name } }'],
    ['a type under another name', '{ content { revision } t: __type(name: "Page") { name } }'],
    ['what stands in a fragment', '{ ...A } fragment A on Query { __schema { queryType { name } } }'],
    ['what is left out', '{ content { revision } __schema @include(if: false) { queryType { name } } }'],
  ])('%s is refused', async (_what, query) => {
    for (const ask of closed) {
      for (const mediaType of mediaTypes) {
        const { status, body } = await ask({ query }, mediaType);
        expect(status).toBe(mediaType === 'application/json' ? 200 : 400);
        expect(JSON.parse(body)).toEqual({
          errors: [
            {
              message:
                'Expected no `__schema` and no `__type`, but got one: this server does not tell its schema. Ask its operator for it.',
              extensions: { code: 'INTROSPECTION_DISABLED' },
            },
          ],
        });
      }
    }
  });

  test('the names of types of what is there are told', async () => {
    for (const ask of closed) {
      const { body } = await ask({ query: '{ __typename pages(first: 1) { __typename } }' }, 'application/json');
      expect(JSON.parse(body)).toEqual({ data: { __typename: 'Query', pages: { __typename: 'PageConnection' } } });
    }
  });

  const mistakes: readonly (readonly [what: string, asked: Asked])[] = [
    ['an unknown field', { query: '{ page(slug: "a") { titel } }' }],
    ['an unknown argument', { query: '{ page(slugg: "a", slug: "a") { title } }' }],
    ['an unknown type', { query: '{ node(id: "a") { ... on Pages { title } } }' }],
    ['an unknown directive', { query: '{ content @skipp(if: true) { revision } }' }],
    ['an unknown value', { query: '{ pages(orderBy: [{ field: TITEL }]) { totalCount } }' }],
    ['an unknown key', { query: '{ pages(filter: { titel: { eq: "a" } }) { totalCount } }' }],
    [
      'an unknown value of a variable',
      {
        query: 'query ($o: [PageOrder!]) { pages(orderBy: $o) { totalCount } }',
        variables: { o: [{ field: 'TITEL' }] },
      },
    ],
    [
      'an unknown key of a variable',
      { query: 'query ($f: PageFilter) { pages(filter: $f) { totalCount } }', variables: { f: { titel: {} } } },
    ],
  ];

  test.each(mistakes)('nothing is suggested for %s', async (_what, asked) => {
    for (const mediaType of mediaTypes) {
      const [suggested, otherSuggested] = await Promise.all(open.map((ask) => ask(asked, mediaType)));
      const [hidden, otherHidden] = await Promise.all(closed.map((ask) => ask(asked, mediaType)));
      expect(otherSuggested).toEqual(suggested);
      expect(otherHidden).toEqual(hidden);
      expect(hidden?.status).toBe(suggested?.status);
      expect(hidden?.body).toMatch(/^{"errors":\[/);
      expect(hidden?.body).not.toContain('Did you mean');
    }
  });

  test('with it, something is suggested for most of them', async () => {
    const bodies = await Promise.all(mistakes.map(([, asked]) => open[0]?.(asked, 'application/json')));
    expect(bodies.filter((answer) => answer?.body.includes('Did you mean')).length).toBeGreaterThanOrEqual(7);
  });

  test('a language is suggested, which is nothing of the schema', async () => {
    const query = 'query ($l: Language) { pages(language: $l) { totalCount } }';
    for (const ask of closed) {
      const { body } = await ask({ query, variables: { l: 'german' } }, 'application/json');
      expect(JSON.parse(body).errors[0].message).toContain('Did you mean "de"?');
    }
  });
});
