import { expect, test } from 'vitest';
import { apiOf } from '../../support/api.ts';

const files = { 'en/about.md': 'Text.\n' };
const types = ['application/json', 'application/graphql-response+json'];

interface Answer {
  readonly data?: unknown;
  readonly errors: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

const asked = [
  'mutation { content { revision } }',
  'mutation { nothing }',
  'mutation { ...Nothing }',
  'mutation A { a: content { revision } b: content { revision } }',
];

test.each([true, false])('a mutation by GET is refused as such, by the short way: %s', async (shortWay) => {
  const api = apiOf(files, { shortWay });
  for (const query of asked) {
    for (const accept of types) {
      const response = await api.fetch(`/graphql?query=${encodeURIComponent(query)}`, { headers: { accept } });
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
      const { errors } = (await response.json()) as Answer;
      expect(errors.map(({ message }) => message)).toEqual([
        'Can only perform a mutation operation from a POST request.',
      ]);
    }
  }
});

test.each([true, false])('there are no mutations and no subscriptions, by the short way: %s', async (shortWay) => {
  const api = apiOf(files, { shortWay });
  for (const type of ['mutation', 'subscription']) {
    for (const accept of types) {
      const headers = { accept, 'content-type': 'application/json' };
      const body = JSON.stringify({ query: `${type} { content { revision } }` });
      const response = await api.fetch('/graphql', { method: 'POST', headers, body });
      const { data, errors } = (await response.json()) as Answer;
      expect(data).toBeUndefined();
      expect(errors).toEqual([
        {
          message: `Expected a query, but got a ${type}. Ask for what there is: it can only be read.`,
          extensions: { code: 'OPERATION_NOT_SUPPORTED' },
        },
      ]);
      expect(response.status).toBe(accept === 'application/json' ? 200 : 400);
    }
  }
  expect(api.logged).toEqual([]);
});
