import { describe, expect, it } from 'vitest';
import { buildSnapshot } from '../../src/content/build-snapshot.ts';
import { configurableCodes, type DiagnosticCode } from '../../src/content/diagnostic.ts';
import { type Files, quietOptions, snapshotOf } from '../support/content.ts';
import { expectSameSnapshot } from '../support/same-snapshot.ts';
import { briefly, problemsOf, temporaryFolder } from './support.ts';

const good: Files = {
  'en/pages/garden.md': `---
slug: garden
date: 2026-05-01
description: What grows where
---

## Our partners

- [Seed Bank](https://seeds.example/), gives seeds
- [Water Works](https://water.example/)

## Goals of the garden

1. Grow **something** every month.
2. Waste no [water](/pump).
`,
  'de/pages/garten.md': `---
slug: garden
---

## Unsere Partner

- [Seed Bank](https://seeds.example/), gibt Samen

## Ziele

- In jedem Monat soll etwas wachsen.
- Kein Wasser geht verloren.
`,
  'en/pages/pump.md':
    '# The pump\n\nIt stands behind the [shed](garden#shed).\n\n| Day | Litres |\n| --- | ---: |\n| 1 | 20 |\n',
};

const yaml = (...lines: string[]): string => ['---', ...lines, '---', '', 'Some text.', ''].join('\n');
const page = (...lines: string[]): string => ['---', 'title: Page', '---', '', ...lines, ''].join('\n');
const bomb = [...'abcdefgh'].map((name, index, all) => {
  const items = Array(10).fill(index === 0 ? 'x' : `*${all[index - 1]}`);
  return `${name}: &${name} [${items.join(', ')}]`;
});

type Kind = readonly [name: string, content: string | Uint8Array, code: DiagnosticCode, line: number, column: number];

/** One file for each kind of mistake, and the one diagnostic that it is to give. */
const kinds: readonly Kind[] = [
  // frontmatter: its fences
  ['frontmatter without an end', '---\ntitle: Open\n\nText\n', 'frontmatter-unclosed', 1, 1],
  ['only an opening fence', '---\n', 'frontmatter-unclosed', 1, 1],
  ['four dashes for a closing fence', '---\ntitle: One\n----\n\nText\n', 'frontmatter-unclosed', 3, 1],
  ['words behind the closing fence', '---\ntitle: One\ndate: 2026-01-01\n---text\n', 'frontmatter-unclosed', 4, 1],
  ['JavaScript', '---js\n{ title: process.exit(1) }\n---\n', 'frontmatter-format', 1, 4],
  ['JSON', '---json\n{ "title": "One" }\n---\n', 'frontmatter-format', 1, 4],
  ['TOML', '---toml\ntitle = "One"\n---\n', 'frontmatter-format', 1, 4],
  // frontmatter: its YAML
  ['a tab as indentation', yaml('author:', '\tname: Ada'), 'frontmatter-yaml', 3, 1],
  ['a key twice', yaml('title: One', 'slug: one', 'title: Two'), 'frontmatter-yaml', 4, 1],
  ['an open list', yaml('title: One', 'tags: [a, b'), 'frontmatter-yaml', 3, 12],
  ['an open mapping', yaml('author: {name: Ada'), 'frontmatter-yaml', 2, 19],
  ['an open double quote', yaml('title: "One'), 'frontmatter-yaml', 2, 12],
  ['an open single quote', yaml("title: 'One"), 'frontmatter-yaml', 2, 12],
  ['a colon in a value', yaml('title: Part one: the start'), 'frontmatter-yaml', 2, 16],
  ['words behind a quote', yaml('title: "One" and more'), 'frontmatter-yaml', 2, 14],
  ['a reserved character', yaml('slug: one', 'title: @home'), 'frontmatter-yaml', 3, 8],
  ['a directive', yaml('%YAML 1.2', 'title: One'), 'frontmatter-yaml', 3, 1],
  ['an unknown alias', yaml('title: *lost'), 'frontmatter-yaml', 2, 9],
  ['an unknown tag', yaml('title: !!binary "aGk="'), 'frontmatter-yaml', 2, 8],
  ['a bad escape', yaml('title: "a\\qb"'), 'frontmatter-yaml', 2, 11],
  ['a line without a colon', yaml('title: One', 'slug'), 'frontmatter-yaml', 3, 5],
  ['a deeper line below a value', yaml('title: One', '  slug: two'), 'frontmatter-yaml', 3, 7],
  ['a list beside keys', yaml('title: One', '- two'), 'frontmatter-yaml', 3, 1],
  ['a further document', yaml('title: One', '...', 'title: Two'), 'frontmatter-yaml', 3, 1],
  ['a control character', yaml('title: a\u0007b'), 'frontmatter-yaml', 2, 9],
  ['too many levels', yaml(`deep: ${'['.repeat(40)}${']'.repeat(40)}`), 'frontmatter-yaml', 2, 38],
  // frontmatter: what it gives
  ['an alias to itself', yaml('loop: &self [*self]'), 'frontmatter-shape', 2, 14],
  ['an alias bomb', yaml(...bomb), 'frontmatter-shape', 3, 8],
  ['a list for frontmatter', yaml('- title', '- slug'), 'frontmatter-shape', 2, 1],
  ['a sentence for frontmatter', yaml('just a few words'), 'frontmatter-shape', 2, 1],
  ['a key without a space', yaml('title:One'), 'frontmatter-shape', 2, 1],
  ['null for frontmatter', yaml('null'), 'frontmatter-shape', 2, 1],
  // frontmatter: its fields
  ['a list for a title', yaml('slug: listed', 'title: [One, Two]'), 'frontmatter-value', 3, 1],
  ['a mapping for a slug', yaml('title: One', 'slug: {en: one}'), 'frontmatter-value', 3, 1],
  ['true for a template', yaml('template: true'), 'frontmatter-value', 2, 1],
  ['a list for a description', yaml('"description":', '  - One'), 'frontmatter-value', 2, 1],
  ['a mapping for a translation key', yaml('x: 1', 'y: 2', 'translationKey: {a: b}'), 'frontmatter-value', 4, 1],
  ['an unknown language', yaml('title: One', 'language: klingonisch'), 'language-unknown', 3, 1],
  ['an unknown locale', yaml('locale: en_US'), 'language-unknown', 2, 1],
  ['an impossible day', yaml('title: One', 'date: 2026-02-30'), 'date-invalid', 3, 1],
  ['a day in words', yaml("date: '3. Mai 2026'"), 'date-invalid', 2, 1],
  ['a slug that is taken', yaml('slug: listed'), 'slug-duplicate', 2, 1],
  // the bytes
  ['an empty file', '', 'document-empty', 1, 1],
  ['white space only', ' \n\n\t\n', 'document-empty', 1, 1],
  ['empty frontmatter and nothing else', '---\n---\n', 'document-empty', 1, 1],
  ['Latin-1', Uint8Array.from(Buffer.from('Text\n\nf\xfcr alle\n', 'latin1')), 'file-encoding', 3, 2],
  ['UTF-16', Uint8Array.from(Buffer.from('\uFEFFText\n', 'utf16le')), 'file-encoding', 1, 1],
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0xff), 'file-encoding', 1, 1],
  ['NUL', page('Text\0here'), 'file-nul', 5, 5],
  // the body
  ['open code', page('Text', '', '```sh', 'ls'), 'body-unclosed-code', 7, 1],
  ['open code with tildes', page('~~~~', 'ls', '~~~'), 'body-unclosed-code', 5, 1],
  ['open code in a list', page('- Text', '', '  ```', '  ls'), 'body-unclosed-code', 7, 3],
  ['an open comment', page('Text', '', '<!-- later', '', 'More'), 'body-unclosed-comment', 7, 1],
  ['too many quotes', page(`${'>'.repeat(3000)} Text`), 'body-too-deep', 5, 101],
  [
    'too many lists',
    page(...Array.from({ length: 120 }, (_, depth) => `${'  '.repeat(depth)}- x`)),
    'body-too-deep',
    55,
    101,
  ],
  ['too many elements', page('Text', '', '<div>'.repeat(1001)), 'body-too-deep', 7, 1],
  ['too many underscores', page('_a '.repeat(20_001)), 'body-too-costly', 4, 1],
  [
    'a conflict of two versions',
    page('Text', '', '<<<<<<< HEAD', 'ours', '=======', 'theirs', '>>>>>>> branch'),
    'body-conflict',
    7,
    1,
  ],
  ['a table with a column too few', page('| a | b |', '| --- |', '| 1 | 2 |'), 'body-malformed-table', 5, 1],
  ['a link to no definition', page('Text', '', 'See [this][nowhere].'), 'link-undefined', 7, 1],
  ['a link to nothing', page('See [this]().'), 'link-empty', 5, 5],
  ['a fence that is indented', ' ---\ntitle: One\n---\nText\n', 'frontmatter-format', 1, 1],
  ['too many entities', page('&lt;'.repeat(10_001)), 'body-too-costly', 4, 1],
  [
    'a table of too many cells',
    page('Text', '', `|${'a|'.repeat(300)}`, `|${'-|'.repeat(300)}`, ...Array(200).fill('|b|')),
    'body-too-costly',
    7,
    1,
  ],
  ['frontmatter without an end in sight', yaml(`long: ${'x'.repeat(66_000)}`), 'frontmatter-shape', 1, 1],
  ['a control character in a slug', yaml('title: One', 'slug: "a\\0b"'), 'frontmatter-value', 3, 1],
  ['a script for a link', page('Click [here](javascript:alert(1)).'), 'link-scheme', 5, 7],
  ['data for a link in HTML', page('Text', '', '<a href="data:text/html,x">x</a>'), 'link-scheme', 7, 1],
  ['a file for a link', page('- [x]', '', '[x]: file:///etc/passwd'), 'link-scheme', 5, 3],
  ['partners without a list', page('## Our partners', '', 'Many.'), 'rule-found-nothing', 5, 1],
  ['goals without a list', page('Text', '', '## Goals', '', '### First', '', '- x'), 'rule-found-nothing', 7, 1],
  ['a partner without a link', page('## Partners', '', '- [A](https://a.example)', '- B'), 'rule-skipped-item', 8, 1],
  [
    'two partners of one name',
    page('## Partners', '', '- [C](https://c.example)', '- [C++](https://cpp.example)'),
    'partner-repeated',
    8,
    1,
  ],
  ['a goal without words', page('## Goals', '', '- Grow', '- '), 'rule-skipped-item', 8, 1],
];

const pathOf = (name: string): string => `en/broken/${name.toLowerCase().replaceAll(' ', '-')}.md`;
const broken: Files = Object.fromEntries(kinds.map(([name, content]) => [pathOf(name), content]));

describe('broken files beside good ones', () => {
  const together = snapshotOf({ ...broken, ...good });

  it('come in at least 30 kinds, each in a file of its own', () => {
    expect(kinds.length).toBeGreaterThanOrEqual(30);
    expect(Object.keys(broken)).toHaveLength(kinds.length);
  });

  it.each(kinds)('give one diagnostic each, at its place: %s', (name, _content, code, line, column) => {
    const path = pathOf(name);
    const found = together.diagnostics.filter((diagnostic) => diagnostic.path === path);
    expect(found.map(briefly)).toEqual([{ code, path, line, column }]);
  });

  it.each(kinds)('tell what was expected and what to do: %s', (name) => {
    const [found] = together.diagnostics.filter(({ path }) => path === pathOf(name));
    expect(found?.message).toMatch(/^(?:expected|rule "|the Markdown could not be parsed: ).*[^.]$/);
    expect(found?.hint).toMatch(/^[A-Z].*[.?]$/);
  });

  it('give no diagnostic for the good ones', () => {
    expect(together.diagnostics.filter(({ path }) => path in good)).toEqual([]);
  });

  it('are left out exactly when a problem that nobody can switch off is known of them', () => {
    const isServed = (path: string): boolean => together.indexes.Page.all.some(({ source }) => source.path === path);
    const refusals = together.diagnostics.filter(({ code }) => !configurableCodes.some((other) => other === code));
    expect(
      Object.keys(broken)
        .filter((path) => !isServed(path))
        .sort(),
    ).toEqual(refusals.map(({ path }) => path).sort());
  });

  it('take nothing away from the good ones: every node is what it is without them', () => {
    const alone = [...snapshotOf(good).nodes.values()];
    expect(alone.map(({ type }) => type)).toEqual([
      ...Array(3).fill('Page'),
      ...Array(3).fill('Partner'),
      ...Array(4).fill('Goal'),
      ...Array(5).fill('Link'),
    ]);
    expect(alone.map(({ id }) => together.nodes.get(id))).toEqual(alone);
  });

  it('add nothing to the good ones: what stands in good files is the same with and without them', () => {
    const inGoodFiles = [...together.nodes.values()].filter(({ source }) => source.path in good);
    expect(inGoodFiles).toEqual([...snapshotOf(good).nodes.values()]);
  });

  it('are the same from a folder on the disk', () => {
    expectSameSnapshot(buildSnapshot(temporaryFolder({ ...good, ...broken }), quietOptions), together);
  });
});

describe('what only looks broken', () => {
  it.each([
    ['closed code', '```sh\nls\n```\n'],
    ['code that a longer fence closes', '```\nls\n`````\n'],
    ['code that holds a shorter fence', '````\n```\n````\n'],
    ['code with nothing in it', '```\n```\n'],
    ['code whose end is indented and followed by spaces', '~~~\nls\n   ~~~  \n'],
    ['code in a block quote', '> ```\n> ls\n> ```\n'],
    ['code in a list', '- a\n\n  ```\n  ls\n  ```\n- b\n'],
    ['code in a list in a block quote', '> - ```\n>   ls\n>   ```\n'],
    ['code at the end of the file', '```\nls\n```'],
    ['code that is indented', '    ```\n    ls\n'],
    ['backticks in a line', 'Use ``` to open `code`.\n'],
    ['a closed comment', '<!-- one\n\ntwo -->\n\nText\n'],
    ['a comment in a line', 'Text <!-- hidden --> text\n'],
    ['two comments in a block', '<!-- one --> <!-- two -->\n'],
    ['a colon in a quoted value', '---\ntitle: "Part one: the start"\n---\nText\n'],
    ['a fence in a block scalar', '---\ntext: |\n  ---\n---\nText\n'],
    ['many levels that somebody may write', `${'> '.repeat(30)}- a\n`],
    ['many stars in many paragraphs', '*a* *b* *c*\n\n'.repeat(5000)],
    ['a heading about partners of which more is said', '## Becoming our partners\n\nText\n'],
  ])('gives no diagnostic: %s', (_, text) => {
    expect(problemsOf(text)).toEqual([]);
  });
});
