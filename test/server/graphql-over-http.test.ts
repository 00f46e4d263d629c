import { serverAudits } from 'graphql-http';
import { describe, expect, test } from 'vitest';
import { serveFiles } from '../support/server.ts';

const audits = serverAudits({ url: 'http://localhost' });

describe('GraphQL over HTTP', () => {
  test('there are 61 audits', () => {
    expect(audits).toHaveLength(61);
  });

  test.each(audits.map(({ id, name }) => ({ id, name })))('$id $name', async ({ id }) => {
    const origin = await serveFiles({ 'en/about.md': 'Text.\n' });
    const audit = serverAudits({ url: `${origin}/graphql`, fetchFn: fetch }).find((candidate) => candidate.id === id);
    expect(await audit?.fn()).toMatchObject({ status: 'ok' });
  });
});
