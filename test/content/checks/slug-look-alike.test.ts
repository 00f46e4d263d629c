import { describe, expect, it } from 'vitest';
import { type Files, snapshotWith } from '../../support/content.ts';

const found = (files: Files) => snapshotWith(files).diagnostics.filter(({ code }) => code === 'slug-look-alike');
const page = (slug: string): string => `---\ntitle: Page\nslug: ${JSON.stringify(slug)}\n---\n\nText.\n`;

/** Whether two English pages of one collection with these slugs are told. */
const isTold = (a: string, b: string): boolean =>
  found({ 'en/pages/one.md': page(a), 'en/pages/two.md': page(b) }).length > 0;

describe('a slug that is easily taken for another one', () => {
  it('is told with that one, at its key', () => {
    expect(found({ 'en/pages/a.md': page('garden'), 'en/pages/b.md': page('Garden') })).toEqual([
      {
        code: 'slug-look-alike',
        severity: 'warning',
        message:
          'expected a slug that looks like no other, but "Garden" (en) differs from "garden" of en/pages/a.md only in case',
        hint: 'Give one of them another "slug" in its frontmatter.',
        path: 'en/pages/b.md',
        line: 3,
        column: 1,
      },
    ]);
  });

  it.each([
    ['case', 'release9', 'Release9'],
    ['case of other letters', 'über', 'ÜBER'],
    ['Cyrillic letters', 'open', 'орen'],
    ['Cyrillic capitals', 'test', 'Тest'],
    ['Greek letters', 'open', 'οpen'],
    ['full-width forms', 'open', 'ｏｐｅｎ'],
    ['ligatures', 'office', 'oﬃce'],
  ])('is found with other %s', (_, a, b) => {
    expect(isTold(a, b)).toBe(true);
  });

  it('says when it is not the case', () => {
    const files = { 'en/pages/a.md': page('open'), 'en/pages/b.md': page('оpen') };
    expect(found(files).map(({ message }) => message.replace(/.* only/, 'only'))).toEqual([
      'only in letters that look alike',
    ]);
  });

  it('is found when the file name gives it', () => {
    expect(found({ 'en/About.md': 'Text.\n', 'en/about.md': 'Text.\n' }).map(({ path }) => path)).toHaveLength(1);
  });

  it('is told once for each further slug', () => {
    const slugs = ['garden', 'Garden', 'GARDEN', 'garden'];
    const files = Object.fromEntries(slugs.map((slug, index) => [`en/pages/${index}.md`, page(slug)]));
    expect(found(files)).toHaveLength(2);
  });
});

describe('slugs that are told apart', () => {
  it.each([
    ['are equal, which is reported as such', 'garden', 'garden'],
    ['have other accents', 'uber', 'über'],
    ['have ß or ss', 'maße', 'masse'],
    ['have other digits', 'release1', 'release2'],
    ['have l or 1', 'v1', 'vl'],
    ['have other Cyrillic letters', 'сад', 'саду'],
    ['have other separators', 'about-us', 'about_us'],
  ])('are left alone when they %s', (_, a, b) => {
    expect(isTold(a, b)).toBe(false);
  });

  it.each([
    ['another language', 'de/pages/b.md'],
    ['another collection', 'en/posts/b.md'],
  ])('are left alone in %s', (_, path) => {
    expect(found({ 'en/pages/a.md': page('garden'), [path]: page('Garden') })).toEqual([]);
  });
});
