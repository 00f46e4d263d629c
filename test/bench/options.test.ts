import { expect, test } from 'vitest';
import { readOptions } from '../../bench/src/options.ts';
import { fullSettings, quickSettings } from '../../bench/src/settings.ts';

const read = (...args: string[]) => readOptions(args, ['cached', 'build']);

test('without arguments everything is measured, and nothing written', () => {
  expect(read()).toEqual({
    only: null,
    settings: fullSettings,
    json: null,
    plots: null,
    writeDocs: false,
    product: null,
    from: null,
    help: false,
  });
});

test('tables, sizes and files can be chosen', () => {
  const args = ['--quick', '--only', 'build,cached', '--sizes', '1000,100', '--json', 'a.json', '--plots', 'b'];
  expect(read(...args)).toEqual({
    ...read(),
    only: ['build', 'cached'],
    settings: { ...quickSettings, sizes: [100, 1000] },
    json: 'a.json',
    plots: 'b',
  });
});

test.each([
  [['--only', 'cached,speed'], '--only: expected one of cached, build, but got: speed'],
  [['--sizes', '100,ten'], '--sizes: expected even numbers from 50 on, but got: 100,ten'],
  [['--sizes', '101'], '--sizes: expected even numbers from 50 on, but got: 101'],
  [['--sizes', '48'], '--sizes: expected even numbers from 50 on, but got: 48'],
  [['--write-docs', '--only', 'build'], '--write-docs needs all tables: leave out --only'],
])('%j is refused', (args, message) => {
  expect(() => read(...args)).toThrow(message);
});

test('an option that is not there is refused', () => {
  expect(() => read('--fast')).toThrow("Unknown option '--fast'");
});
