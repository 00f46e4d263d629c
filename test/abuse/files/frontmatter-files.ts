import { inFolder, yaml } from './hostile-file.ts';

const names = [...'abcdefghij'];
const aliasBomb = names.map((name, index) => {
  const items = Array(9).fill(index === 0 ? 'lol' : `*${names[index - 1]}`);
  return `${name}: &${name} [${items.join(', ')}]`;
});

/** Fences that do not close, YAML that grows, and keys that are JavaScript's. */
export const frontmatterFiles = inFolder('en/frontmatter', [
  ['unclosed', '---\ntitle: One\n\nText.\n', 'frontmatter-unclosed 1:1'],
  ['unclosed-at-once', '---', 'frontmatter-unclosed 1:1'],
  ['unclosed-four-dashes', '---\ntitle: One\n----\nText.\n', 'frontmatter-unclosed 3:1'],
  ['unclosed-dots', '---\ntitle: One\n...\nText.\n', 'frontmatter-unclosed 1:1'],
  ['unclosed-large', `---\n${'a: b\n'.repeat(200_000)}`, 'frontmatter-unclosed 1:1'],
  ['fence-of-blanks', `---${' '.repeat(1_000_000)}x\n`, null, 'a paragraph that begins with dashes'],
  ['late', '\n\n---\ntitle: One\n---\nText.\n', 'frontmatter-format 3:1'],
  ['alias-bomb', yaml(...aliasBomb), 'frontmatter-shape 3:8'],
  [
    'alias-bomb-of-mappings',
    yaml(
      'a: &a {x: y}',
      ...Array(99)
        .fill(0)
        .map(
          (_, n) =>
            `k${n}: {${Array(40)
              .fill(0)
              .map((_, m) => `l${m}: *a`)
              .join(', ')}}`,
        ),
    ),
    'frontmatter-yaml 5:182',
  ],
  ['alias-to-itself', yaml('a: &a [*a]'), 'frontmatter-shape 2:8'],
  ['aliases-in-a-circle', yaml('a: &a {b: &b [*a, *b]}'), 'frontmatter-shape 2:15'],
  ['merge-key', yaml('a: &a {x: 1}', 'b:', '  <<: *a'), null, 'merge keys are keys, as in YAML 1.2'],
  ['nests-of-lists', yaml(`a: ${'['.repeat(20_000)}`), 'frontmatter-yaml 2:35'],
  ['nests-of-mappings', yaml(`a: ${'{a: '.repeat(10_000)}`), 'frontmatter-yaml 2:125'],
  ['nests-of-dashes', yaml('a:', `  ${'- '.repeat(10_000)}x`), 'frontmatter-yaml 3:65'],
  [
    'nests-by-indentation',
    yaml(...Array.from({ length: 200 }, (_, n) => `${' '.repeat(n)}a:`)),
    'frontmatter-yaml 33:32',
  ],
  ['question-marks', yaml('? '.repeat(20_000)), 'frontmatter-yaml 2:64'],
  ['long', yaml(`a: ${'x'.repeat(70_000)}`), 'frontmatter-shape 1:1'],
  ['many-values', yaml(`a: [${'1,'.repeat(20_000)}1]`), 'frontmatter-shape 1:1'],
  ['many-keys', yaml(...Array.from({ length: 6000 }, (_, n) => `k${n}: v`)), null, 'many keys are within the bounds'],
  ['same-key', yaml(...Array(5000).fill('a: b')), 'frontmatter-yaml 3:1'],
  ['two-documents', yaml('a: 1', '...', 'b: 2'), 'frontmatter-yaml 3:1'],
  ['directive', yaml('%TAG ! tag:x,2000:', 'a: 1'), 'frontmatter-yaml 3:1'],
  ['tab', yaml('a:', '\tb: 1'), 'frontmatter-yaml 3:1'],
  ['half-a-character', yaml('a: "\\ud800"'), null, 'JSON writes it as an escape'],
  ['control-character', yaml('a: b\u001bc'), 'frontmatter-yaml 2:5'],
  ['complex-key', yaml('? [a, b]', ': c'), 'frontmatter-yaml 2:1'],
  ['proto', yaml('__proto__: {polluted: true}', 'title: Proto'), null, 'an own key of the frontmatter'],
  ['proto-twice', yaml('__proto__: 1', '__proto__: 2'), 'frontmatter-yaml 3:1'],
  [
    'proto-deep',
    yaml('a: {__proto__: {polluted: true}}', 'b: [{constructor: {prototype: {polluted: true}}}]'),
    null,
    'own keys',
  ],
  ['proto-by-alias', yaml('a: &a {polluted: true}', '__proto__: *a'), null, 'an own key'],
  [
    'constructor',
    yaml('constructor: {prototype: {polluted: true}}', 'hasOwnProperty: 1', 'toString: 2'),
    null,
    'own keys',
  ],
]);

/** Values of the wrong kind under the keys that mean something, impossible days and numbers. */
export const valueFiles = inFolder('en/values', [
  ['title-list', yaml('title: [a, b]'), 'frontmatter-value 2:1'],
  ['title-mapping', yaml('title: {toString: x}'), 'frontmatter-value 2:1'],
  ['title-true', yaml('x: 1', 'title: true'), 'frontmatter-value 3:1'],
  ['title-number', yaml('title: 7'), null, 'a number is taken as written'],
  ['title-null', yaml('title: ~'), null, 'nothing is left out'],
  ['title-large', yaml(`title: ${'x'.repeat(60_000)}`), null, 'a long title is a title'],
  ['slug-out-of-the-root', yaml('slug: ../../etc/passwd'), null, 'a slug is a name, not a place'],
  ['slug-list', yaml('slug: [x]'), 'frontmatter-value 2:1'],
  ['slug-slashes', yaml('slug: ///'), null, 'nothing but slashes counts as left out'],
  ['slug-nul', yaml('slug: "a\\0b"'), 'frontmatter-value 2:1'],
  ['slug-line-end', yaml('slug: "a\\nb"'), 'frontmatter-value 2:1'],
  [
    'slug-half-a-character',
    yaml('slug: "a\\ud800"').replace('Text.', '[x](a%ed%a0%80)'),
    null,
    'a slug that no URL can tell',
  ],
  ['slug-marks', yaml(`slug: a${'\u0344\u0301'.repeat(10_000)}`), null, 'a slug of ten thousand marks is one'],
  ['language-mapping', yaml('language: {a: b}'), 'frontmatter-value 2:1'],
  ['language-proto', yaml('language: __proto__'), 'language-unknown 2:1'],
  ['language-constructor', yaml('locale: constructor'), 'language-unknown 2:1'],
  ['language-path', yaml('language: ../de'), 'language-unknown 2:1'],
  ['language-long', yaml(`language: ${'de-'.repeat(20_000)}de`), 'language-unknown 2:1'],
  ['translation-key-list', yaml('translationKey: [x]'), 'frontmatter-value 2:1'],
  ['template-false', yaml('template: false'), 'frontmatter-value 2:1'],
  ['description-mapping', yaml('description: {a: b}'), 'frontmatter-value 2:1'],
  ['date-30-february', yaml('date: 2024-02-30'), 'date-invalid 2:1'],
  ['date-29-february', yaml('date: 2023-02-29'), 'date-invalid 2:1'],
  ['date-year-99999', yaml('date: 99999-01-01'), 'date-invalid 2:1'],
  ['date-year-0', yaml('date: 0000-00-00'), 'date-invalid 2:1'],
  ['date-negative', yaml('date: -0001-01-01'), 'date-invalid 2:1'],
  ['date-number', yaml('date: 20240230'), 'date-invalid 2:1'],
  ['date-infinite', yaml('date: .inf'), 'date-invalid 2:1'],
  ['date-time-25', yaml('date: 2024-01-01T25:00:00Z'), 'date-invalid 2:1'],
  ['date-list', yaml('date: [2024, 1, 1]'), 'frontmatter-value 2:1'],
  [
    'numbers',
    yaml(
      'a: 1e999',
      'b: .nan',
      'c: 0x',
      'd: 1_000',
      'e: 123456789012345678901234567890',
      'f: -0',
      'g: 012',
      'h: -.inf',
      'i: 12:30',
      'j: 0o17',
    ),
    null,
    'what JavaScript writes otherwise stays text',
  ],
]);
