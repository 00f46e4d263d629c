import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import * as foliograph from '../src/index.ts';
import { apiOfStore } from './support/api.ts';

const pathOf = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));
const readme = readFileSync(pathOf('README.md'), 'utf8');
const examples = [...readme.matchAll(/```graphql\n(.*?)```\n\n```json\n(.*?)```/gs)].map(([, query, answer]) => ({
  query: query ?? '',
  answer: answer ?? '',
}));

describe('the README', () => {
  test('shows at least three queries', () => {
    expect(examples.length).toBeGreaterThanOrEqual(3);
    expect(readme.match(/```graphql/g)).toHaveLength(examples.length);
  });

  test.each(examples)('shows the real answer to $query', async ({ query, answer }) => {
    const store = foliograph.createMemoryStore(foliograph.buildSnapshot(pathOf('content')));
    expect(await apiOfStore(store).query(query)).toEqual(JSON.parse(answer));
  });

  test('names only scripts that there are', () => {
    const { scripts } = JSON.parse(readFileSync(pathOf('package.json'), 'utf8')) as { scripts: Record<string, string> };
    const named = [...readme.matchAll(/^npm (?:run )?(?!ci\b)([\w:]+)/gm)].map(([, name]) => name ?? '');
    expect(named).toContain('test');
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  test('imports only what the package exports', () => {
    const names = /import \{ (.+) \} from 'foliograph'/.exec(readme)?.[1]?.split(', ') ?? [];
    expect(names.length).toBeGreaterThan(0);
    expect(Object.keys(foliograph)).toEqual(expect.arrayContaining(names));
  });
});
