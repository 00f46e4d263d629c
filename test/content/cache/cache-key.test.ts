import { expect, test } from 'vitest';
import { defaultBuildOptions } from '../../../src/content/build-options.ts';
import { cacheKey, programFacts } from '../../../src/content/cache/cache-key.ts';

test('the key of a cache is the same for the same options, in whatever order they are written', () => {
  const reversed = Object.fromEntries(Object.entries(defaultBuildOptions).reverse());
  expect(cacheKey({ ...defaultBuildOptions, ...reversed })).toEqual(cacheKey(defaultBuildOptions));
  expect(cacheKey(defaultBuildOptions)).toHaveLength(32);
});

test.each([
  { defaultLanguage: 'de' },
  { rules: [] },
  { origins: ['https://example.org'] },
  { severities: { 'heading-skipped': 'off' } },
] as const)('the key of a cache is another one with %j', (options) => {
  expect(cacheKey({ ...defaultBuildOptions, ...options })).not.toEqual(cacheKey(defaultBuildOptions));
});

test('the key of a cache is another one for another program', () => {
  const { version, node, files } = programFacts();
  const [[name, size, time] = ['', 0, 0], ...others] = files;
  const programs = [
    { version, node, files },
    { version: '99.0.0', node, files },
    { version, node: 'v99.0.0', files },
    { version, node, files: [[name, size + 1, time] as const, ...others] },
    { version, node, files: [[name, size, time + 1] as const, ...others] },
    { version, node, files: others },
  ];
  const keys = programs.map((program) => cacheKey(defaultBuildOptions, program).toString('hex'));
  expect(new Set(keys).size).toBe(programs.length);
  expect(keys[0]).toBe(cacheKey(defaultBuildOptions).toString('hex'));
  expect(files.map(([file]) => file)).toEqual(expect.arrayContaining(['cache/cache-key.ts', 'outline.ts']));
});
