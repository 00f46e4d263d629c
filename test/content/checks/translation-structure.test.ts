import { describe, expect, it } from 'vitest';
import { type Files, snapshotWith } from '../../support/content.ts';

const found = (files: Files) => snapshotWith(files).diagnostics.filter(({ code }) => code === 'translation-structure');

/** What is said of a page in German and in English. */
const differences = (german: string, english: string) =>
  found({ 'de/pages/garden.md': german, 'en/pages/garden.md': english });

describe('a page that is built in another way than its translation', () => {
  it('is told with every count that differs', () => {
    const english = [
      '## Our partners',
      '- [Bean](https://bean.example)\n- [Pea](https://pea.example)',
      '## Goals',
      '- Grow.',
      '## More',
      '[one](https://a.example) [two](https://b.example)',
    ];
    const german = ['## Unsere Partner', '- [Bean](https://bean.example)', '## Ziele', '- Wachsen.\n- Gedeihen.'];
    expect(differences(german.join('\n\n'), english.join('\n\n'))).toEqual([
      {
        code: 'translation-structure',
        severity: 'warning',
        message:
          'expected as many headings, partners, goals and links as on en/pages/garden.md, but found 2 instead of 3 headings, 1 instead of 2 partners, 2 instead of 1 goal and 1 instead of 4 links',
        hint: 'Compare the two pages, and mend the one that is behind.',
        path: 'de/pages/garden.md',
        line: 1,
        column: 1,
      },
    ]);
  });

  it('is told when only one count differs', () => {
    expect(differences('## A\n\n## B\n', '## A\n').map(({ message }) => message)).toEqual([
      'expected as many headings as on en/pages/garden.md, but found 2 instead of 1 heading',
    ]);
  });

  it('is compared with the default language, each', () => {
    const files = { 'de/a.md': '## A\n', 'en/a.md': 'Text\n', 'fr/a.md': '## A\n' };
    expect(found(files).map(({ path }) => path)).toEqual(['de/a.md', 'fr/a.md']);
  });

  it('is compared with the first language where the default one lacks it', () => {
    const files = { 'de/a.md': '## A\n', 'fr/a.md': 'Text\n', 'en/b.md': 'Text\n' };
    expect(found(files).map(({ path }) => path)).toEqual(['fr/a.md']);
  });

  it.each([
    ['de/pages/garden.md', '---\ntitle: Garten\n---\n', 'Text.\n', 'en/pages/garden.md'],
    ['en/pages/garden.md', 'Text.\n', '---\ntitle: Garden\n---\n\n', 'de/pages/garden.md'],
  ])('is told at the one without text: %s', (path, german, english, other) => {
    expect(differences(german, english).map((each) => [each.path, each.message])).toEqual([
      [path, `expected text as on ${other}, but found none`],
    ]);
  });
});

describe('pages that are built alike', () => {
  it.each([
    ['have other words', '## Was\n\n[hier](/x)\n', '## What\n\n[here](/x)\n'],
    ['have other levels', '# A\n\n## B\n', '# A\n\n# B\n'],
    ['link to other places', '[hier](https://a.example/de)\n', '[here](https://a.example/en)\n'],
    ['have other paragraphs', 'Eins.\n\nZwei.\n', 'One and two.\n'],
    ['get their content from templates', '---\ntitle: Start\n---\n', '---\ntitle: Home\n---\n'],
  ])('are left alone when they %s', (_, german, english) => {
    expect(differences(german, english)).toEqual([]);
  });

  it('are not compared with other pages', () => {
    expect(found({ 'de/a.md': '## A\n', 'en/b.md': 'Text\n' })).toEqual([]);
  });
});
