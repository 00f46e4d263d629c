import { describe, expect, test } from 'vitest';
import { codeFrame } from '../../src/cli/code-frame.ts';
import { createPaint } from '../../src/cli/color.ts';
import { displayWidth } from '../../src/cli/display-width.ts';

const frameOf = (text: string, line: number, column: number, columns = Infinity): readonly string[] =>
  codeFrame(text.split('\n'), { line, column }, { paint: createPaint(false), columns });

describe('a code frame shows', () => {
  test('two lines before and after, numbered alike', () => {
    expect(frameOf('6\n7\n8\n9\nten\neleven\n12\n13', 5, 2)).toEqual([
      '  3 | 8',
      '  4 | 9',
      '> 5 | ten',
      '    |  ^',
      '  6 | eleven',
      '  7 | 12',
    ]);
    expect(frameOf('1\n2\n3\n4\n5\n6\n7\n8\n9\n10', 9, 1)).toEqual([
      '   7 | 7',
      '   8 | 8',
      '>  9 | 9',
      '     | ^',
      '  10 | 10',
    ]);
  });

  test('the first line', () => {
    expect(frameOf('one\ntwo\nthree\nfour', 1, 3)).toEqual(['> 1 | one', '    |   ^', '  2 | two', '  3 | three']);
  });

  test('the last line, and a column behind its end', () => {
    expect(frameOf('one\ntwo', 2, 9)).toEqual(['  1 | one', '> 2 | two', '    |    ^']);
  });

  test('an empty line that is meant, but no other at the ends', () => {
    expect(frameOf('\n\n\n\n\nb', 3, 1)).toEqual(['> 3 |', '    | ^']);
    expect(frameOf('a\n\nb\n\nc', 3, 1)).toEqual(['  1 | a', '  2 |', '> 3 | b', '    | ^', '  4 |', '  5 | c']);
  });

  test('nothing for a line that the file does not have', () => {
    expect(frameOf('one', 2, 1)).toEqual([]);
  });

  test('tabs as blanks up to the next fourth column', () => {
    expect(frameOf('\ta\tb', 1, 4)).toEqual(['> 1 |     a   b', '    |         ^']);
  });

  test('control characters and those that turn the direction as what they are', () => {
    expect(frameOf('a\u001b[31m\u202eb', 1, 8)).toEqual(['> 1 | a\\u001b[31m\\u202eb', '    |                  ^']);
  });

  test('the mark below characters of any width', () => {
    expect(frameOf('🦊 [x]()', 1, 4)).toEqual(['> 1 | 🦊 [x]()', '    |    ^']);
    expect(frameOf('日本 [x]()', 1, 4)).toEqual(['> 1 | 日本 [x]()', '    |      ^']);
    expect(frameOf('u\u0308 [x]()', 1, 4)).toEqual(['> 1 | u\u0308 [x]()', '    |   ^']);
  });
});

describe('a long line is cut', () => {
  const digits = '0123456789'.repeat(30);
  const marked = (frame: readonly string[]): string | undefined => frame[0]?.[frame[1]?.indexOf('^') ?? 0];

  test('behind what is shown of its beginning', () => {
    expect(frameOf(digits, 1, 4)).toEqual([`> 1 | ${digits.slice(0, 100)}…`, '    |    ^']);
  });

  test('on both sides of the column', () => {
    const frame = frameOf(digits, 1, 156);
    expect(frame[0]).toBe(`> 1 | …${digits.slice(95, 195)}…`);
    expect(marked(frame)).toBe('5');
  });

  test('before what is shown of its end', () => {
    const frame = frameOf(digits, 1, 300);
    expect(frame[0]).toBe(`> 1 | …${digits.slice(200)}`);
    expect(marked(frame)).toBe('9');
  });

  test('around the column only where the column is', () => {
    expect(frameOf(`${digits}\n${digits}`, 2, 200)[0]).toBe(`  1 | ${digits.slice(0, 100)}…`);
  });

  test('between characters, not within them', () => {
    const foxes = '🦊'.repeat(100);
    expect(frameOf(`a${foxes}`, 1, 1)[0]).toBe(`> 1 | a${'🦊'.repeat(50)}…`);
    expect(frameOf(`${foxes}${digits}`, 1, 252)[0]).toBe(`> 1 | …${'🦊'.repeat(5)}${digits.slice(0, 91)}…`);
  });
});

describe('in a narrow terminal', () => {
  test.each([20, 24, 40, 80])('every line fits into %i cells, the mark below its character', (columns) => {
    const line = `${'wide 語 '.repeat(40)}X${' behind'.repeat(40)}`;
    const frame = frameOf(`before ${line}\n${line}\nafter`, 2, line.indexOf('X') + 1, columns);
    expect(Math.max(...frame.map(displayWidth))).toBeLessThanOrEqual(columns);
    expect(Math.max(...frame.map(displayWidth))).toBeGreaterThan(columns - 5);
    const [, meant = '', mark = ''] = frame;
    expect(displayWidth(meant.slice(0, meant.indexOf('X')))).toBe(mark.indexOf('^'));
  });

  test('a little of a line is left, however narrow it is', () => {
    expect(frameOf('0123456789abcdef', 1, 3, 2)).toEqual(['> 1 | 0123456789…', '    |   ^']);
  });
});
