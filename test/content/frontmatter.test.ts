import { describe, expect, it } from 'vitest';
import { snapshotOf } from '../support/content.ts';
import { pageOf, problemsIn, problemsOf } from './support.ts';

const canary = 'foliographCanary';
const code = `globalThis.${canary} = 'evaluated'`;

/** Frontmatter of a file with these lines between its fences. */
const frontmatterOf = (yaml: string) => pageOf(`---\n${yaml}\n---\nText\n`).frontmatter;
const yamlProblems = (yaml: string) => problemsOf(`---\n${yaml}\n---\nText\n`);
const messagesOf = (text: string) => snapshotOf({ 'text.md': text }).diagnostics.map(({ message }) => message);

describe('frontmatter of another format', () => {
  it.each(['js', 'javascript', 'json', 'coffee', 'cson', 'toml', 'yaml', 'JS'])(
    'is refused and not evaluated when it opens with "---%s"',
    (language) => {
      expect(problemsOf(`---${language}\n{ title: (${code}) }\n---\nText\n`)).toEqual([
        { code: 'frontmatter-format', line: 1, column: 4 },
      ]);
      expect(Reflect.has(globalThis, canary)).toBe(false);
    },
  );

  it('is refused and not evaluated when a space stands before its name', () => {
    expect(problemsOf(`--- js\n${code}\n---\nText\n`)).toEqual([{ code: 'frontmatter-format', line: 1, column: 4 }]);
    expect(Reflect.has(globalThis, canary)).toBe(false);
  });

  it('is refused when it is TOML between lines of plus signs', () => {
    expect(problemsOf('+++\ntitle = "One"\n+++\nText\n')).toEqual([{ code: 'frontmatter-format', line: 1, column: 1 }]);
  });

  it('is refused when empty lines stand above it', () => {
    expect(problemsOf('\n\n---\ndraft: true\n---\nText\n')).toEqual([
      { code: 'frontmatter-format', line: 3, column: 1 },
    ]);
  });

  it.each([
    ['rules around a paragraph', '\n---\n\nNote: this is text.\n\n---\n'],
    ['a rule and a sentence', '\n---\nThis is text: surely.\n\n---\n'],
    ['a line of plus signs', '+++\nText\n'],
    ['a sentence behind a fence', '--- text and more\n---\n'],
  ])('is not what only looks like it: %s', (_, text) => {
    expect(pageOf(text)).toMatchObject({ frontmatter: {}, body: text });
  });

  it.each([
    ['a function tag', `run: !!js/function "function () { ${code} }"`],
    ['an undefined tag', 'run: !!js/undefined ""'],
    ['a regular expression tag', 'run: !!js/regexp /x/'],
    ['a tag of its own', 'run: !mine x'],
  ])('is refused and not evaluated when it uses %s', (_, yaml) => {
    expect(yamlProblems(yaml)).toEqual([{ code: 'frontmatter-yaml', line: 2, column: 6 }]);
    expect(Reflect.has(globalThis, canary)).toBe(false);
  });

  it('names what was found and what to do', () => {
    expect(snapshotOf({ 'text.md': '---json\n{}\n---\n' }).diagnostics).toEqual([
      {
        code: 'frontmatter-format',
        severity: 'error',
        message: 'expected the frontmatter to open with "---", but found "---json"',
        hint: 'Only YAML is read: write "---" alone on the first line.',
        path: 'text.md',
        line: 1,
        column: 4,
      },
    ]);
  });
});

describe('a file that is parsed twice', () => {
  it('does not hide the error when the same broken YAML is parsed again', () => {
    const broken = '---\nlist: [one, two\n---\nText\n';
    const once = problemsOf(broken);
    expect(once).toEqual([{ code: 'frontmatter-yaml', line: 2, column: 16 }]);
    expect(problemsOf(broken)).toEqual(once);
  });

  it('does not hide the error when two files are broken in the same way', () => {
    const broken = '---\nkey: @twice\n---\n';
    expect(problemsIn({ 'a.md': broken, 'b.md': broken })).toEqual([
      { code: 'frontmatter-yaml', path: 'a.md', line: 2, column: 6 },
      { code: 'frontmatter-yaml', path: 'b.md', line: 2, column: 6 },
    ]);
  });

  it('shares nothing that could be changed', () => {
    const yaml = 'tags: [one]\nauthor:\n  name: Ada';
    const first = frontmatterOf(yaml);
    const second = frontmatterOf(yaml);
    expect(second).toEqual(first);
    expect(second).not.toBe(first);
    expect([first, first['tags'], first['author']].map(Object.isFrozen)).toEqual([true, true, true]);
    expect(Reflect.set(first, 'tags', [])).toBe(false);
  });
});

describe('values', () => {
  it.each([
    ['a day', '2026-03-09'],
    ['an impossible day', '2024-02-30'],
    ['a date and time', '2026-03-09T10:20:30Z'],
    ['a time', '12:30'],
    ['a time with seconds', '01:02:03'],
    ['a number with leading zeros', '01067'],
    ['an octal number', '0o17'],
    ['a C octal number', '0777'],
    ['a hexadecimal number', '0x1F'],
    ['a binary number', '0b101'],
    ['a number with underscores', '1_000'],
    ['a number with a plus', '+49'],
    ['an integer beyond 2^53', '9007199254740993'],
    ['an integer of 20 digits', '12345678901234567890'],
    ['a YAML 1.1 truth value', 'yes'],
    ['another YAML 1.1 truth value', 'off'],
    ['infinity', '.inf'],
    ['not a number', '.nan'],
    ['a number too large for a double', '1e999'],
    ['a merge key', '<<'],
  ])('keep %s as the string that it is', (_, value) => {
    expect(frontmatterOf(`value: ${value}`)).toEqual({ value });
  });

  it.each<[string, string, unknown]>([
    ['integers', '42', 42],
    ['negative integers', '-7', -7],
    ['the largest safe integer', '9007199254740991', 9007199254740991],
    ['fractions', '2.5', 2.5],
    ['true', 'true', true],
    ['false', 'False', false],
    ['null', 'null', null],
    ['a tilde', '~', null],
    ['nothing', '', null],
    ['quoted digits', "'42'", '42'],
    ['a flow list', '[a, 1, [b]]', ['a', 1, ['b']]],
    ['a flow mapping', '{a: 1, b: {c: d}}', { a: 1, b: { c: 'd' } }],
    ['an explicit string', '!!str 12', '12'],
    ['a value before a comment', 'text # aside', 'text'],
  ])('read %s', (_, yaml, value) => {
    expect(frontmatterOf(`value: ${yaml}`)).toEqual({ value });
  });

  it('read block scalars that hold something like a fence', () => {
    expect(frontmatterOf('text: |\n  ---\n  below\nfolded: >\n  one\n  two')).toEqual({
      text: '---\nbelow\n',
      folded: 'one two\n',
    });
  });

  it('write out aliases', () => {
    expect(frontmatterOf('first: &a [x]\nsecond: *a')).toEqual({ first: ['x'], second: ['x'] });
  });

  it('do not merge what "<<" names', () => {
    expect(frontmatterOf('<<: {title: Hidden}')).toEqual({ '<<': { title: 'Hidden' } });
  });
});

describe('keys', () => {
  it('named like parts of an object are plain keys and pollute nothing', () => {
    const yaml = '__proto__:\n  polluted: true\nconstructor: one\nprototype: two\ntoString: three';
    const frontmatter = frontmatterOf(yaml);
    expect(Object.entries(frontmatter)).toEqual([
      ['__proto__', { polluted: true }],
      ['constructor', 'one'],
      ['prototype', 'two'],
      ['toString', 'three'],
    ]);
    expect(Object.getPrototypeOf(frontmatter)).toBe(Object.prototype);
    expect(Reflect.has({}, 'polluted')).toBe(false);
  });

  it('that an object inherits are not mistaken for fields', () => {
    expect(pageOf('---\nother: 1\n---\nText\n')).toMatchObject({ title: 'Text', template: null });
    expect(problemsOf('---\n__proto__: {slug: [a], title: [b], date: [c]}\n---\nText\n')).toEqual([]);
  });

  it('that are numbers or truth values become text', () => {
    expect(frontmatterOf('1: a\ntrue: b')).toEqual({ 1: 'a', true: 'b' });
  });
});

describe('broken YAML', () => {
  it.each<[string, string, number, number]>([
    ['a tab as indentation', 'author:\n\tname: Ada', 3, 1],
    ['a key that is there twice', 'title: One\nslug: one\ntitle: Two', 4, 1],
    ['a list that is not closed', 'tags: [a, b\nslug: x', 3, 1],
    ['a quote that is not closed', 'title: "Open', 2, 13],
    ['a colon within a plain value', 'title: Part one: the start', 2, 16],
    ['a reserved character', 'title: @home', 2, 8],
    ['an alias to nothing', 'title: *lost', 2, 9],
    ['a further document', 'title: One\n...\ntitle: Two', 3, 1],
    ['a line without a colon', 'title: One\nslug', 3, 5],
    ['a bad escape', 'title: "a\\qb"', 2, 11],
  ])('is refused at its place: %s', (_, yaml, line, column) => {
    expect(yamlProblems(yaml)).toEqual([{ code: 'frontmatter-yaml', line, column }]);
  });

  it('nested 32 levels deep is read', () => {
    expect(yamlProblems(`deep: ${'['.repeat(31)}${']'.repeat(31)}`)).toEqual([]);
  });

  it.each([32, 100, 50_000])('nested %d levels below a key is refused', (depth) => {
    expect(yamlProblems(`deep: ${'['.repeat(depth)}`)).toEqual([{ code: 'frontmatter-yaml', line: 2, column: 38 }]);
  });

  it('that refers to itself is refused', () => {
    expect(yamlProblems('loop: &self\n  inner: *self')).toEqual([{ code: 'frontmatter-shape', line: 3, column: 10 }]);
  });

  it('that grows without bound by its aliases is refused', () => {
    const letters = [...'abcdefgh'];
    const bomb = letters.map((letter, index) => {
      const items = index === 0 ? 'x' : `*${letters[index - 1]}`;
      return `${letter}: &${letter} [${Array(10).fill(items).join(', ')}]`;
    });
    expect(yamlProblems(bomb.join('\n'))).toEqual([{ code: 'frontmatter-shape', line: 3, column: 8 }]);
  });

  it('with more than 100 aliases is refused', () => {
    const aliases = Array(101).fill('*a').join(', ');
    expect(yamlProblems(`first: &a 1\nall: [${aliases}]`)).toMatchObject([{ code: 'frontmatter-yaml', line: 3 }]);
  });
});

describe('frontmatter that is no mapping', () => {
  it.each([
    ['- one\n- two', 'a list'],
    ['just some words', 'the string "just some words"'],
    ['title:without a space', 'the string "title:without a space"'],
    ['42', 'the number "42"'],
    ['true', 'the boolean "true"'],
    ['null', 'nothing'],
  ])('is refused: %j', (yaml, found) => {
    expect(yamlProblems(yaml)).toEqual([{ code: 'frontmatter-shape', line: 2, column: 1 }]);
    expect(messagesOf(`---\n${yaml}\n---\n`)).toEqual([
      `expected "key: value" lines in the frontmatter, but found ${found}`,
    ]);
  });

  it.each([
    ['nothing', '---\n---\nText\n'],
    ['a blank line', '---\n\n---\nText\n'],
    ['white space', '---\n  \n\t\n---\nText\n'],
    ['comments', '---\n# title: later\n  # slug: later\n---\nText\n'],
    ['an empty mapping', '---\n{}\n---\nText\n'],
  ])('but %s is empty frontmatter', (_, text) => {
    expect(pageOf(text)).toMatchObject({ frontmatter: {}, body: 'Text\n' });
    expect(problemsOf(text)).toEqual([]);
  });
});

describe('fences', () => {
  it('may be followed by white space', () => {
    expect(pageOf('---  \ntitle: One\n--- \t\nText\n')).toMatchObject({
      frontmatter: { title: 'One' },
      body: 'Text\n',
    });
  });

  it('may end the file', () => {
    expect(pageOf('---\ntitle: One\n---')).toMatchObject({ frontmatter: { title: 'One' }, body: '' });
  });

  it('close at the first one: a rule below belongs to the body', () => {
    expect(pageOf('---\ntitle: One\n---\n\nText\n\n---\n\nMore\n').body).toBe('\nText\n\n---\n\nMore\n');
  });

  it.each<[string, string]>([
    ['no closing fence', '---\ntitle: One\n\nText\n'],
    ['an indented closing fence', '---\ntitle: One\n ---\nText\n'],
    ['a closing fence of two dashes', '---\ntitle: One\n--\nText\n'],
    ['dots for a closing fence', '---\ntitle: One\n...\nText\n'],
    ['nothing but an opening fence', '---'],
  ])('are missed at the first line where there is %s', (_, text) => {
    expect(problemsOf(text)).toEqual([{ code: 'frontmatter-unclosed', line: 1, column: 1 }]);
  });

  it.each(['----', '---foo', '--- # end', '---yaml'])(
    'that only look like one are reported where they stand: %s',
    (fence) => {
      const text = `---\ntitle: One\n${fence}\nText\n`;
      expect(problemsOf(text)).toEqual([{ code: 'frontmatter-unclosed', line: 3, column: 1 }]);
      expect(messagesOf(text)).toEqual([
        `expected "---" alone on the line that closes the frontmatter, but found "${fence}"`,
      ]);
    },
  );

  it('begin at the start of a line as YAML and editors know it, not behind U+2028', () => {
    expect(frontmatterOf('title: "one\u2028--- two"')).toEqual({ title: 'one\u2028--- two' });
  });
});

describe('a document without frontmatter', () => {
  it.each([
    ['text', 'Only text.\n'],
    ['a rule of four dashes', '----\n\nText\n'],
    ['dashes before words', '--- and so on\n'],
    ['an indented fence', ' ---\n\nText\n'],
    ['a rule of stars', '***\n\ntitle: Text\n'],
    ['dashes with spaces', '- - -\n\nText\n'],
  ])('keeps all of its body: %s', (_, text) => {
    expect(pageOf(text)).toMatchObject({ frontmatter: {}, body: text });
    expect(problemsOf(text)).toEqual([]);
  });
});
