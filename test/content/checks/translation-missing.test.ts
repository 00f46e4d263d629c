import { describe, expect, it } from 'vitest';
import { defaultBuildOptions } from '../../../src/content/build-options.ts';
import { type Files, snapshotWith } from '../../support/content.ts';

const found = (files: Files, options = {}) =>
  snapshotWith(files, { ...defaultBuildOptions, ...options }).diagnostics.filter(
    ({ code }) => code === 'translation-missing',
  );

/** Files with one sentence each. */
const files = (...paths: readonly string[]): Files => Object.fromEntries(paths.map((path) => [path, 'Text.\n']));

describe('a page that a language does not have', () => {
  it('is told with the languages that it has', () => {
    expect(found(files('de/pages/index.md', 'en/pages/index.md', 'en/pages/garden.md'))).toEqual([
      {
        code: 'translation-missing',
        severity: 'warning',
        message: 'expected this page in de, too, but found it only in en',
        hint: 'Write it with the same file name or slug, for example as de/pages/garden.md, or tie another page to it by the same "translationKey".',
        path: 'en/pages/garden.md',
        line: 1,
        column: 1,
      },
    ]);
  });

  it('is told once, at the default language', () => {
    const all = files('de/a.md', 'en/a.md', 'de/b.md', 'en/b.md', 'fr/b.md', 'it/b.md');
    expect(found(all).map(({ path, message }) => [path, message])).toEqual([
      ['en/a.md', 'expected this page in fr and it, too, but found it only in de and en'],
    ]);
  });

  it('is told at the language that stands in for the default one', () => {
    const all = files('de/a.md', 'fr/a.md', 'de/b.md', 'fr/b.md', 'en/b.md');
    expect(found(all, { fallbacks: { en: ['fr'] } }).map(({ path }) => path)).toEqual(['fr/a.md']);
  });

  it('is expected in the configured languages, also where no page has them', () => {
    const options = { languages: ['de', 'en', 'pl'] };
    expect(found(files('de/a.md', 'en/a.md'), options).map(({ message }) => message)).toEqual([
      'expected this page in pl, too, but found it only in de and en',
    ]);
  });

  it('is no gap for a variant of a language that has it', () => {
    const all = files('de/a.md', 'en/a.md', 'de/b.md', 'de-AT/b.md', 'en/b.md');
    expect(found(all)).toEqual([]);
  });

  it('is a gap for a language of which only a variant has it', () => {
    const all = files('de-AT/a.md', 'en/a.md', 'de/b.md', 'en/b.md');
    expect(found(all).map(({ message }) => message)).toEqual([
      'expected this page in de, too, but found it only in de-AT and en',
    ]);
  });

  it('is a gap although a fallback is configured', () => {
    const all = files('de/a.md', 'de/b.md', 'nl/b.md');
    expect(found(all, { fallbacks: { nl: ['de'] } })).toHaveLength(1);
  });

  it.each([
    ['a.en.md', 'b.de.md', 'b.en.md', ', for example as a.de.md'],
    ['a.md', 'de/b.md', 'b.md', ''],
  ])('has a hint in the form of its file name: %s', (path, other, another, example) => {
    expect(found(files(path, other, another)).map(({ hint }) => hint)).toEqual([
      `Write it with the same file name or slug${example}, or tie another page to it by the same "translationKey".`,
    ]);
  });
});

describe('a page in every language', () => {
  it.each([
    ['by its file name', 'de/pages/garden.md', '', ''],
    ['by its slug', 'de/pages/garten.md', 'slug: garden', 'slug: garden'],
    ['by its translation key', 'de/pages/garten.md', 'translationKey: g', 'translationKey: g'],
  ])('is tied %s', (_, path, german, english) => {
    const page = (line: string): string => `---\ntitle: Page\n${line}\n---\n`;
    expect(found({ [path]: page(german), 'en/pages/garden.md': page(english) })).toEqual([]);
  });

  it('is there where the site has one language', () => {
    expect(found(files('a.md', 'b.md'))).toEqual([]);
  });
});
