import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countWords, excerptOf } from '../../src/schema/excerpt.ts';

it.each([
  ['short', 5, 'short'],
  ['two words', 8, 'two…'],
  ['two words', 9, 'two words'],
  ['  white \n\t space  ', 11, 'white space'],
  ['wine, bread', 8, 'wine…'],
  ['tea – or coffee', 7, 'tea…'],
  ['unbreakable', 5, 'unbr…'],
  ['🌱🌲🌳🌴', 4, '🌱🌲🌳🌴'],
  ['🌱🌲🌳🌴', 3, '🌱🌲…'],
  ['any', 1, '…'],
  ['', 1, ''],
])('cuts "%s" to %i characters: "%s"', (text, length, excerpt) => {
  expect(excerptOf(text, length)).toBe(excerpt);
});

it('does not try a long row of dashes from each of them', () => {
  const row = '-'.repeat(400_000);
  expect(excerptOf(`wine ${row}bread ${'and '.repeat(10)}`, row.length + 12)).toBe(`wine ${row}bread…`);
});

it('is never longer than asked for, and begins as the text does', () => {
  const anyText = fc.string({ unit: fc.constantFrom('a', 'é', ' ', ',', '–', '🌱', '\n'), maxLength: 60 });
  fc.assert(
    fc.property(anyText, fc.integer({ min: 1, max: 30 }), (text, length) => {
      const excerpt = excerptOf(text, length);
      expect([...excerpt].length).toBeLessThanOrEqual(length);
      expect(text.replace(/\s+/g, ' ').trim().startsWith(excerpt.replace(/…$/, ''))).toBe(true);
    }),
  );
});

it.each([
  ['', 0],
  ['one', 1],
  ["It's a well-known fact.", 4],
  ['bread & butter – every day', 4],
  ['Größe 42 – 3.14', 3],
  ['one\ntwo\n\nthree', 3],
])('counts in "%s" %i words', (text, words) => {
  expect(countWords(text)).toBe(words);
});
