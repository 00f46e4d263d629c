import { describe, expect, it } from 'vitest';
import { snapshotWith } from '../../support/content.ts';

/** What the check says of a file at this path with this frontmatter. */
const found = (path: string, ...frontmatter: string[]) =>
  snapshotWith({
    [path]: ['---', 'title: Page', ...frontmatter, '---', '', 'Text.', ''].join('\n'),
  }).diagnostics.filter(({ code }) => code === 'language-folder');

describe('a language that contradicts', () => {
  it('the folder is told at its key', () => {
    expect(found('en/pages/garden.md', 'slug: garden', 'language: de')).toEqual([
      {
        code: 'language-folder',
        severity: 'warning',
        message: 'expected "language" to be "en", as the folder says, but found "de"',
        hint: 'Move the file to "de/pages/garden.md", or write "language: en".',
        path: 'en/pages/garden.md',
        line: 4,
        column: 1,
      },
    ]);
  });

  it('the file name is told, too', () => {
    const [diagnostic, ...others] = found('pages/garden.en.markdown', 'locale: de-at');
    expect(others).toEqual([]);
    expect(diagnostic).toMatchObject({
      message: 'expected "locale" to be "en", as the file name says, but found "de-AT"',
      hint: 'Name the file "garden.de-AT.markdown", or write "locale: en".',
      line: 3,
    });
  });

  it.each([
    ['en/a.md', 'language: de'],
    ['en/a.md', 'locale: de'],
    ['en/a.md', 'language: "DE"'],
    ['de-AT/a.md', 'language: de-CH'],
    ['pt-BR/a.md', 'language: pt-PT'],
    ['zh-Hans/a.md', 'language: zh-Hant'],
    ['en/a.de.md', 'language: de'],
    ['a.en.md', 'language: de'],
  ])('is found: %s with %s', (path, frontmatter) => {
    expect(found(path, frontmatter)).toHaveLength(1);
  });

  it('is told once where both keys say it', () => {
    expect(found('en/a.md', 'locale: de', 'language: de').map(({ line }) => line)).toEqual([4]);
  });

  it('is told of the key that holds it, although the other one counts', () => {
    expect(found('en/a.md', 'language: en', 'locale: de').map(({ line }) => line)).toEqual([4]);
  });
});

describe('a language that does not contradict', () => {
  it.each([
    ['de/a.md', 'language: de'],
    ['de/a.md', 'language: de-AT'],
    ['de-AT/a.md', 'locale: de'],
    ['zh-Hant/a.md', 'language: zh-TW'],
    ['a.de.md', 'language: DE'],
    ['pages/a.md', 'language: fr'],
    ['a.md', 'language: fr'],
    ['en.md', 'language: fr'],
    ['en/a.md', 'language: klingonisch'],
    ['en/a.md', 'language: zz'],
    ['en/a.md', 'language: [de]'],
    ['en/a.md', 'meta: { language: de }'],
  ])('is left alone: %s with %s', (path, frontmatter) => {
    expect(found(path, frontmatter)).toEqual([]);
  });
});
