import { expect, it } from 'vitest';
import { defaultBuildOptions } from '../../../src/content/build-options.ts';
import { type Files, snapshotWith } from '../../support/content.ts';

/** Files that are told to be missing in another language. */
const missing = (files: Files, options = {}) =>
  snapshotWith(files, { ...defaultBuildOptions, ...options })
    .diagnostics.filter(({ code }) => code === 'translation-missing')
    .map(
      ({ path, message }) => `${path}: ${message.replace(/^expected this page in | but found it only in .*$/g, '')}`,
    );

it.each<[what: string, files: Files, expected: readonly string[]]>([
  ['a lone README beside folders of languages', { 'de/a.md': 'Text\n', 'README.md': 'Text\n' }, []],
  ['a site in one language', { 'a.md': 'Text\n', 'docs/b.md': 'Text\n' }, []],
  [
    'a page that one folder lacks',
    { 'de/a.md': 'Text\n', 'de/b.md': 'Text\n', 'en/a.md': 'Text\n' },
    ['de/b.md: en, too,'],
  ],
  [
    'pages of the default language without a suffix',
    { 'a.md': 'Text\n', 'a.de.md': 'Text\n', 'b.md': 'Text\n', 'c.de.md': 'Text\n' },
    ['b.md: de, too,', 'c.de.md: en, too,'],
  ],
  [
    'a language that the frontmatter declares',
    { 'de/a.md': 'Text\n', 'b.md': '---\nlanguage: fr\n---\nTexte\n' },
    ['b.md: de, too,', 'de/a.md: fr, too,'],
  ],
  [
    'a language that the frontmatter names, but nobody knows',
    { 'de/a.md': 'Text\n', 'b.md': '---\nlanguage: klingon\n---\nText\n' },
    [],
  ],
  [
    'a partner file that stands for all languages',
    { 'de/a.md': 'Text\n', 'en/a.md': 'Text\n', 'partners/osism.md': '---\nname: OSISM\n---\n' },
    [],
  ],
  [
    'a partner file of one language',
    { 'de/a.md': 'Text\n', 'en/a.md': 'Text\n', 'en/partners/osism.md': '---\nname: OSISM\n---\n' },
    ['en/partners/osism.md: de, too,'],
  ],
])('for %s, what is missing is %o', (_, files, expected) => {
  expect(missing(files)).toEqual(expected);
});

const configured = { languages: ['de-AT', 'en'] };

it('a page in a language that serves a configured one is expected in the others, too', () => {
  expect(missing({ 'de/a.md': 'Text\n' }, configured)).toEqual(['de/a.md: en, too,']);
});

it('a page in a language that is not configured is expected in no other, nor to be built like another', () => {
  const files = { 'de/a.md': 'Text\n', 'en/a.md': 'Text\n', 'fr/a.md': '## Titre\n', 'fr/b.md': 'Texte\n' };
  const codes = ({ languages }: { languages: string[] }) =>
    snapshotWith(files, { ...defaultBuildOptions, languages }).diagnostics.map(({ code, path }) => `${path} ${code}`);
  expect(codes(configured)).toEqual([]);
  expect(codes({ languages: ['de', 'en', 'fr'] })).toEqual([
    'fr/a.md translation-structure',
    'fr/b.md translation-missing',
  ]);
});
