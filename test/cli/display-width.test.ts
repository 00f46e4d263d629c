import { expect, test } from 'vitest';
import { displayWidth, padEnd } from '../../src/cli/display-width.ts';

test.each([
  ['', 0],
  ['abc', 3],
  ['größe', 5],
  ['gro\u0308ße', 5],
  ['日本語', 6],
  ['한국', 4],
  ['🦊', 2],
  ['👩‍💻', 2],
  ['🇩🇪', 2],
  ['✓', 1],
  ['a\u200bb', 2],
])('%j takes %i cells', (text, cells) => {
  expect(displayWidth(text)).toBe(cells);
});

test('a text is filled up to a width, and never cut', () => {
  expect(padEnd('日本', 6)).toBe('日本  ');
  expect(padEnd('too long', 3)).toBe('too long');
});
