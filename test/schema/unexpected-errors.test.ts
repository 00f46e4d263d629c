import { expect, it } from 'vitest';
import type { ContentReader, ContentStore } from '../../src/store/contract.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { createPromisedStore } from '../store/promised-store.ts';
import { apiOfStore } from '../support/api.ts';
import { type Files, snapshotOf } from '../support/content.ts';

const files: Files = { 'en/vault.md': '# Vault\n\n[Key](/key)\n', 'en/key.md': '# Key\n' };
const secret = new Error('secret');
const fail = (): never => {
  throw secret;
};
const failLater = async (): Promise<never> => fail();

/** The store with some of its methods broken. */
const breaking = (store: ContentStore, broken: Partial<ContentReader>): ContentStore => ({
  ...store,
  current: () => ({ ...store.current(), ...broken }),
});

const memory = (broken: Partial<ContentReader>) => breaking(createMemoryStore(snapshotOf(files)), broken);
const promised = (broken: Partial<ContentReader>) => breaking(createPromisedStore(snapshotOf(files)), broken);

it.each([
  ['a look-up throws', memory({ pageBySlug: fail }), '{ page(slug: "vault") { title } }', ['page'], { page: null }],
  [
    'a look-up rejects',
    promised({ partnerBySlug: failLater }),
    '{ partner(slug: "vault") { name } }',
    ['partner'],
    { partner: null },
  ],
  ['a list throws', memory({ list: fail }), '{ pages { totalCount } }', ['pages'], null],
  ['a list rejects', promised({ list: failLater }), '{ links { totalCount } }', ['links'], null],
  ['ids throw', memory({ getMany: fail }), '{ node(id: "a") { id } }', ['node'], { node: null }],
  ['a batch throws', promised({ getMany: fail }), '{ node(id: "a") { id } }', ['node'], { node: null }],
  [
    'a batch rejects below a list',
    promised({ getMany: failLater }),
    '{ page(slug: "vault") { links { url } } }',
    ['page', 'links'],
    { page: null },
  ],
])(
  'hides from the client, but not from the operator, what happened when %s',
  async (_when, store, query, path, data) => {
    const api = apiOfStore(store);
    const answer = await api.query(query);
    const requestId = answer.errors?.[0]?.extensions['requestId'];
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer).toEqual({
      data,
      errors: [
        {
          message: 'Unexpected error.',
          locations: [{ line: 1, column: expect.any(Number) }],
          path,
          extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
        },
      ],
    });
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(api.logged).toEqual([{ message: 'Unexpected error', requestId, error: secret }]);
    expect(api.logged[0]?.error).toBe(secret);
  },
);

it('logs every error of a request under one id that stands in the answer', async () => {
  const api = apiOfStore(memory({ pageBySlug: fail }));
  const { errors = [] } = await api.query('{ a: page(slug: "a") { title } b: page(slug: "b") { title } }');
  expect(errors).toHaveLength(2);
  const told = errors.map(({ extensions }) => extensions['requestId']);
  expect(api.logged.map(({ requestId }) => requestId)).toEqual(told);
  expect(new Set(told).size).toBe(1);
});

it('keeps what else was asked for', async () => {
  const api = apiOfStore(memory({ pageBySlug: fail }));
  const answer = await api.query('{ page(slug: "vault") { title } content { documentCount } }');
  expect(answer.data).toEqual({ page: null, content: { documentCount: 2 } });
});

it('hides a thrown value that is no error, too', async () => {
  const api = apiOfStore(memory({ pageBySlug: () => Promise.reject('secret') }));
  const answer = await api.query('{ page(slug: "vault") { title } }');
  expect(JSON.stringify(answer)).not.toContain('secret');
  expect(answer.errors?.map(({ message }) => message)).toEqual(['Unexpected error.']);
  expect(api.logged).toHaveLength(1);
});

it('hides what happened when the store has no reader', async () => {
  const api = apiOfStore({ ...createMemoryStore(snapshotOf(files)), current: fail });
  const answer = await api.query('{ content { revision } }');
  expect(JSON.stringify(answer)).not.toContain('secret');
  expect(answer.errors?.map(({ message, extensions }) => [message, extensions['code']])).toEqual([
    ['Unexpected error.', 'INTERNAL_SERVER_ERROR'],
  ]);
  expect(api.logged).toEqual([
    { message: 'Unexpected error', requestId: answer.errors?.[0]?.extensions['requestId'], error: secret },
  ]);
});

it('hides that a revision is not whole', async () => {
  const api = apiOfStore(memory({ getMany: (ids) => ids.map(() => null) }));
  const answer = await api.query('{ links { nodes { page { title } } } }');
  expect(answer.errors?.map(({ message }) => message)).toEqual(['Unexpected error.']);
  expect(api.logged).toHaveLength(1);
});

it('logs nothing when it is the client who is wrong', async () => {
  const api = apiOfStore(createMemoryStore(snapshotOf(files)));
  await api.query('{ pages(first: 201) { totalCount } }');
  await api.query('{ pages(language: "german") { totalCount } }');
  await api.query('{ nothing }');
  expect(api.logged).toEqual([]);
});
