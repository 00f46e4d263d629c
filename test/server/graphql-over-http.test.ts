import { serverAudits } from 'graphql-http';
import { describe, expect, test } from 'vitest';
import { serveFiles } from '../support/server.ts';

const audits = serverAudits({ url: 'http://localhost' });

test('there are 61 audits of GraphQL over HTTP', () => {
  expect(audits).toHaveLength(61);
});

describe.each([
  ['the short way', true],
  ['the long way', false],
])('GraphQL over HTTP by %s', (_way, shortWay) => {
  test.each(audits.map(({ id, name }) => ({ id, name })))(
    '$id $name, the second time out of the cache',
    async ({ id }) => {
      const origin = await serveFiles({ 'en/about.md': 'Text.\n' }, { shortWay });
      const audit = serverAudits({ url: `${origin}/graphql`, fetchFn: fetch }).find((candidate) => candidate.id === id);
      expect([await audit?.fn(), await audit?.fn()]).toMatchObject([{ status: 'ok' }, { status: 'ok' }]);
    },
  );
});
