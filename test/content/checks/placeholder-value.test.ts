import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { snapshotWith } from '../../support/content.ts';

/** What the check says of a page at this path. */
const found = (text: string, path = 'en/page.md') =>
  snapshotWith({ [path]: text }).diagnostics.filter(({ code }) => code === 'placeholder-value');
const frontmatter = (...lines: string[]): string => ['---', ...lines, '---', '', 'Some text.', ''].join('\n');

/** Where a value holds `todo`: `x.a[0]`. */
function pathsOfTodo(value: unknown, path: string): readonly string[] {
  if (value === 'todo') return [path];
  if (Array.isArray(value)) return value.flatMap((item, index) => pathsOfTodo(item, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => pathsOfTodo(item, `${path}.${key}`));
}

describe('a placeholder in the frontmatter', () => {
  it('is told with its key, at its value', () => {
    expect(found(frontmatter('title: Ada', "bio: 'todo'"))).toEqual([
      {
        code: 'placeholder-value',
        severity: 'warning',
        message: 'expected a value for "bio", but found the placeholder "todo"',
        hint: 'Write what belongs there, or delete it.',
        path: 'en/page.md',
        line: 3,
        column: 7,
      },
    ]);
  });

  it.each([
    'todo',
    'TODO',
    'Todo.',
    '"[TODO]"',
    '"TODO: write this"',
    '"todo: write this"',
    '"TODO(ada):"',
    'tbd',
    'TBA',
    '(tbd)',
    'to be announced',
    'FIXME',
    'xxx',
    'XXXX',
    '???',
    'changeme',
    'change-me',
    'lorem ipsum',
    'Lorem ipsum dolor sit amet, consetetur sadipscing elitr',
    '"…todo…"',
  ])('is found: %s', (value) => {
    expect(found(frontmatter(`bio: ${value}`)).map(({ line, column }) => [line, column <= 8])).toEqual([[2, true]]);
  });

  it('is found at any depth, each on its line', () => {
    const text = frontmatter(
      'todo: done',
      '# bio: todo',
      'authors:',
      '  - name: Ada',
      '    bio: todo',
      '  - { name: "tbd", links: [ok, todo list, TODO] }',
      'list: &list',
      '  - fixme',
      'again: *list',
      'text: |',
      '  TODO: a text',
      '  of two lines',
      'folded:',
      '  Lorem',
      '  ipsum',
      'Größe: xxx',
    );
    expect(found(text).map(({ line, column, message }) => [line, column, message.replace(/, but.*/, '')])).toEqual([
      [6, 10, 'expected a value for "authors[0].bio"'],
      [7, 14, 'expected a value for "authors[1].name"'],
      [7, 43, 'expected a value for "authors[1].links[2]"'],
      [9, 5, 'expected a value for "list[0]"'],
      [12, 3, 'expected a value for "text"'],
      [15, 3, 'expected a value for "folded"'],
      [17, 8, 'expected a value for "Größe"'],
    ]);
  });

  it('is found in any mapping and list, and nothing else is', () => {
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom<unknown>('todo', 'done', 'a: b', '', 7, true, null),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(fc.stringMatching(/^[a-d]{1,2}$/), tie('value'), { maxKeys: 4 }),
      ),
    }));
    const property = fc.property(value, fc.constantFrom(undefined, 2), (data, indent) => {
      const text = JSON.stringify(data, null, indent).replaceAll('\n', '\n  ');
      const keys = found(frontmatter(`x: ${text}`)).map(({ message }) => /"([^"]*)"/.exec(message)?.[1]);
      expect(keys).toEqual(pathsOfTodo(data, 'x'));
    });
    fc.assert(property);
  });

  it.each([
    'title: A todo app',
    'title: Todo lists',
    'title: todos',
    'title: ToDo or not to do',
    'title: Lorem',
    'title: mastodon',
    'title: Why?',
    'title: What??',
    'todo: something',
    'url: https://todo.example',
    'url: "todo:123"',
    'tags: [garden, todo]',
    'slug: todo',
    'meta: { status: todo }',
    'size: xxl',
    'size: xx',
    'text: "It is TODO: done"',
    'text: ""',
    '# todo',
  ])('is not: %s', (line) => {
    expect(found(frontmatter(line))).toEqual([]);
  });
});

describe('a placeholder that another diagnostic tells of', () => {
  const codes = (line: string) => snapshotWith({ 'page.md': frontmatter(line) }).diagnostics.map(({ code }) => code);

  it.each([
    ['date: tba', 'date-invalid'],
    ['"date": "to be announced"', 'date-invalid'],
    ['language: todo', 'language-unknown'],
    ['locale: todo', 'language-unknown'],
  ])('is not told twice: %s', (line, code) => {
    expect(codes(line)).toEqual([code]);
  });

  it.each(['language: en\nlocale: todo', 'meta: { date: tba }', 'updated: tba'])(
    'is told where no other does: %s',
    (line) => {
      expect(codes(line)).toEqual(['placeholder-value']);
    },
  );
});

describe('a placeholder in the body', () => {
  it('is told at its place', () => {
    expect(found('---\ntitle: Page\n---\n\nText\n\n- One\n- **TODO:** write\n  the second\n')).toEqual([
      {
        code: 'placeholder-value',
        severity: 'warning',
        message: 'expected text, but found the placeholder "TODO: write the second"',
        hint: 'Write what belongs there, or delete it.',
        path: 'en/page.md',
        line: 8,
        column: 3,
      },
    ]);
  });

  it.each([
    ['a paragraph', 'todo\n', 1],
    ['a paragraph that begins with one', 'FIXME: the second half\n', 1],
    ['a long paragraph', `Text\n\nLorem ipsum ${'dolor '.repeat(1000)}\n`, 3],
    ['a heading', 'Text\n\n## TBD\n', 3],
    ['a list item', '- One\n- todo\n', 2],
    ['an item of a nested list', '- One\n  - todo\n', 2],
    ['an item with a box', '- [ ] *tba*\n', 1],
    ['a quote', '> ???\n', 1],
    ['a cell', '| A | B |\n| --- | --- |\n| x | tbd |\n', 3],
    ['a link', '[todo](/page)\n', 1],
    ['a footnote', 'Text[^1]\n\n[^1]: todo\n', 3],
  ])('is found as %s', (_, text, line) => {
    expect(found(text).map((diagnostic) => diagnostic.line)).toEqual([line]);
  });

  it.each([
    ['within a sentence', 'Write a todo app.\n\nThe word TODO: is a mark.\n'],
    ['at the start of a sentence', 'Todo lists help.\n\nTBD is short for "to be done".\n'],
    ['in a line of code', '`todo`\n\n`TODO:` marks what is open.\n\n## `xxx`\n'],
    ['in a block of code', '```\ntodo\n```\n\n    TODO: more\n'],
    ['beside code', '`npm run` todo\n'],
    ['in a comment', '<!-- TODO: write this -->\n'],
    ['of a picture', '![todo](/todo.png)\n'],
    ['in the head of a table', '| Todo | Done |\n| --- | --- |\n| a | b |\n'],
    ['as a part of a cell', '| A |\n| --- |\n| our todo |\n'],
    ['of an address', '<https://todo.example>\n'],
  ])('is not the word %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  it('is cut where it is long', () => {
    const [diagnostic] = found(`Lorem ipsum ${'dolor '.repeat(1000)}\n`);
    expect(diagnostic?.message).toBe(
      'expected text, but found the placeholder "Lorem ipsum dolor dolor dolor dolor dolor dolor dolor dolor …"',
    );
  });
});

describe('where "todo" is a word of the language', () => {
  it.each(['Todo sobre el jardín\n', '## Todo\n', 'Todo: una guía\n', '- todo\n', '---\ntitle: todo\n---\nTexto\n'])(
    'it is none: %j',
    (text) => {
      expect([found(text, 'es/page.md'), found(text, 'pt-BR/page.md')]).toEqual([[], []]);
    },
  );

  it.each(['TODO\n', 'TODO: escribir\n', 'tbd\n', '---\ntitle: "TODO: escribir"\n---\nTexto\n'])(
    'capitals and other words are: %j',
    (text) => {
      expect(found(text, 'es/page.md')).toHaveLength(1);
    },
  );
});
