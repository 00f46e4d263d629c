import { describe, expect, test } from 'vitest';
import type { ContentStore } from '../../../src/store/contract.ts';
import { apiOfStore } from '../../support/api.ts';

const broken: ContentStore = {
  current() {
    throw new Error('the store is away');
  },
  publish() {},
};

describe('with a store that throws', () => {
  test.each([
    ['/readyz', {}],
    ['/graphql?query=%7Bcontent%7Brevision%7D%7D', {}],
    ['/graphql', { headers: { Accept: 'text/html' } }],
  ])('%s is answered, and what happened is logged under the id of the request', async (path, init) => {
    const api = apiOfStore(broken);
    const response = await api.fetch(path, init);
    const { errors } = (await response.json()) as { errors: { message: string; extensions: { requestId: string } }[] };
    expect(response.status).toBe(500);
    expect(errors.map(({ message }) => message)).toEqual(['Unexpected error.']);
    expect(api.logged.map(({ requestId, error }) => [requestId, error])).toEqual([
      [errors[0]?.extensions.requestId, new Error('the store is away')],
    ]);
  });

  test('the process lives as long as it answers that', async () => {
    expect((await apiOfStore(broken).fetch('/livez')).status).toBe(200);
  });
});
