import { expect, it } from 'vitest';
import { createMemo } from '../../src/store/memo.ts';

it('makes a value once for each key, even one that is nothing', () => {
  const made: string[] = [];
  const memo = createMemo<undefined>(2);
  for (const key of ['a', 'b', 'a', 'b', 'a']) memo(key, () => void made.push(key));
  expect(made).toEqual(['a', 'b']);
});

it('forgets what was asked for least recently', () => {
  const made: string[] = [];
  const memo = createMemo<string>(2);
  const values = ['a', 'b', 'a', 'c', 'a', 'b', 'c'].map((key) =>
    memo(key, () => {
      made.push(key);
      return key.toUpperCase();
    }),
  );
  expect(values).toEqual(['A', 'B', 'A', 'C', 'A', 'B', 'C']);
  expect(made).toEqual(['a', 'b', 'c', 'b', 'c']);
});
