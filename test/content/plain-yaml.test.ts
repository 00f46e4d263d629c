import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlainYaml } from '../../src/content/plain-yaml.ts';
import { parseYaml } from '../../src/content/yaml.ts';

describe('plain YAML', () => {
  test('is read without a parser', () => {
    const text =
      'title: Über uns – heute\nslug: about-us\ndate: 2026-11-24\na_b: "x: y #"\nc: \'"q"\'\nurl: https://e.org/#a';
    expect(readPlainYaml(text)).toEqual({
      title: 'Über uns – heute',
      slug: 'about-us',
      date: '2026-11-24',
      a_b: 'x: y #',
      c: '"q"',
      url: 'https://e.org/#a',
    });
  });

  test.each([
    '',
    'a:',
    'a: 1',
    'a: true',
    'null: b',
    'a: b: c',
    'a: b:',
    'a: b # c',
    'a: b\na: c',
    'a: b\n  c',
    'a: "b\\n"',
    "a: 'it''s'",
    'a: [b]',
    '- a',
    'a: b ',
    'a: 2026-11-24 x',
    'a: b\u2028c',
    '# a',
    '__proto__: a',
  ])('is not: %j', (text) => {
    expect(readPlainYaml(text)).toBeNull();
  });

  test('is what the parser reads', () => {
    const word = fc.constantFrom(
      ...['a', 'T', ' ', '  ', ':', '#', '"', "'", '-', '1', '2026-11-24', 'ä', '–', '\n', '\\', 'null', 'True', '~'],
      ...['&', '*', '!', '|', '>', '%', '@', '`', '[', ']', '{', '}', ',', '?', '.', '\t', '\u00a0', '\u2028', 'k: '],
    );
    const value = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(''));
    const text = fc.array(fc.tuple(fc.constantFrom('a: ', 'b: ', 'c d: ', 'e:', ''), value), { maxLength: 3 });
    fc.assert(
      fc.property(text, (lines) => {
        const plain = lines.map((line) => line.join('')).join('\n');
        const values = readPlainYaml(plain);
        // a comment makes the parser read it
        if (values !== null) expect(parseYaml(`# c\n${plain}`)).toEqual(values);
      }),
      { numRuns: 20_000 },
    );
  });
});
