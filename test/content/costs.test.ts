import { describe, expect, test } from 'vitest';
import { createRenderer } from '../../src/content/renderer.ts';
import { snapshotOf } from '../support/content.ts';

/** Texts made to keep a parser or a regular expression busy for minutes; here each must be done before the test's time is over. */
const hostile: readonly [name: string, text: string][] = [
  ['a ruler of hashes in the frontmatter', `---\n${'#'.repeat(60)}\ntitle: One\n---\nText\n`],
  ['blanks before a key', `---\n${' '.repeat(5000)}x: 1\n---\nText\n`],
  ['empty lines in the frontmatter', `---\ntitle: One\n${'\n'.repeat(60_000)}---\nText\n`],
  ['slashes in a slug', `---\nslug: a${'/'.repeat(60_000)}b\n---\nText\n`],
  ['comments without an end', 'Text\n\n<div>'.concat('<!-- '.repeat(200_000))],
  ['brackets', '['.repeat(500_000)],
  ['emphasis', '_a__'.repeat(100_000)],
  ['entities', '&lt;'.repeat(200_000)],
  ['quotes in quotes', '>'.repeat(4000)],
  ['elements in elements', '<div>'.repeat(100_000)],
  ['links in HTML', '<a href="x">'.repeat(20_000)],
  ['a wide table with many rows', `|${'a|'.repeat(1000)}\n|${'-|'.repeat(1000)}\n${'|b|\n'.repeat(20_000)}`],
  ['dots', '.'.repeat(500_000)],
  ['definitions and sections', Array.from({ length: 5000 }, (_, n) => `# [a][l${n}]\n\n[l${n}]: /b`).join('\n\n')],
];

describe('a text that is made to cost much', () => {
  test.each(hostile)('of %s takes no page with it, and is shown or told', (_name, text) => {
    const { indexes, diagnostics } = snapshotOf({ 'en/good.md': 'Fine.\n', 'en/hostile.md': text });
    const renderer = createRenderer();
    for (const page of indexes.Page.all) {
      renderer.pageHtml(page);
      for (const section of page.sections) renderer.sectionHtml(page, section);
    }
    const isTold = diagnostics.some(({ path }) => path === 'en/hostile.md');
    const isShown = indexes.Page.all.some(({ source }) => source.path === 'en/hostile.md');
    expect(indexes.Page.all.map(({ slug }) => slug)).toContain('good');
    expect(isTold || isShown).toBe(true);
  });
});
