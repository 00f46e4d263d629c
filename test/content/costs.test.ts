import { describe, expect, test } from 'vitest';
import { createRenderer } from '../../src/content/renderer.ts';
import { snapshotOf } from '../support/content.ts';

/** Texts made to keep a parser or a regular expression busy for minutes; here each must be done before the test's time is over. */
const hostile: readonly [name: string, text: string, code: string | null][] = [
  ['a ruler of hashes in the frontmatter', `---\n${'#'.repeat(60)}\ntitle: One\n---\nText\n`, null],
  ['blanks before a key', `---\n${' '.repeat(5000)}x: 1\n---\nText\n`, null],
  ['empty lines in the frontmatter', `---\ntitle: One\n${'\n'.repeat(60_000)}---\nText\n`, null],
  ['slashes in a slug', `---\nslug: a${'/'.repeat(60_000)}b\n---\nText\n`, null],
  ['comments without an end', 'Text\n\n<div>'.concat('<!-- '.repeat(200_000)), null],
  ['brackets', '['.repeat(500_000), null],
  ['emphasis', '_a__'.repeat(100_000), 'body-too-costly'],
  ['entities', '&lt;'.repeat(200_000), 'body-too-costly'],
  ['quotes in quotes', '>'.repeat(4000), 'body-too-deep'],
  ['elements in elements', '<div>'.repeat(100_000), 'body-too-deep'],
  ['links in HTML', '<a href="x">'.repeat(20_000), 'body-too-deep'],
  [
    'a wide table with many rows',
    `|${'a|'.repeat(1000)}\n|${'-|'.repeat(1000)}\n${'|b|\n'.repeat(20_000)}`,
    'body-too-costly',
  ],
  ['dots', '.'.repeat(500_000), null],
  [
    'definitions and sections',
    Array.from({ length: 5000 }, (_, n) => `# [a][l${n}]\n\n[l${n}]: /b`).join('\n\n'),
    null,
  ],
  ['list items without words', `## Partners\n\n${'- \n'.repeat(49_000)}`, 'rule-skipped-item'],
  ['more list items', '- \n'.repeat(340_000), 'body-too-costly'],
  ['headings of one name', '# a\n'.repeat(100_000), 'body-too-costly'],
  ['quotes in lists', '> - '.repeat(250_000), 'body-too-deep'],
  ['footnotes', `${'[^a] '.repeat(200_000)}\n\n[^a]: b\n`, 'body-too-costly'],
  ['addresses', 'www.a.b '.repeat(131_000), 'body-too-costly'],
  ['tags', `<div>${'<br>'.repeat(260_000)}</div>`, 'body-too-costly'],
  ['attributes', `<div ${Array.from({ length: 80_000 }, (_, n) => `a${n}=b`).join(' ')}>`, 'body-too-costly'],
  [
    'attributes between quotes over empty lines',
    `<div a="\n\n${`<div " ${Array.from({ length: 80_000 }, (_, n) => `a${n}`).join(' ')} b="\n\n`}`,
    'body-too-costly',
  ],
  ['elements that another one closes', `<b>\n\nx\n\n</i>\n\n`.repeat(20_000), 'body-too-deep'],
  ['combining marks', `# a${'\u0344\u0301\u0323'.repeat(150_000)}\n`, null],
  ['combining marks in a slug', `---\nslug: a${'\u0344\u0301\u0323'.repeat(10_000)}\n---\nText\n`, null],
  ['blanks behind the fence', `---${' '.repeat(1_000_000)}x\n`, null],
  ['links to nothing', '[x]() '.repeat(33_000), 'link-empty'],
];

describe('a text that is made to cost much', () => {
  test.each(hostile)('of %s takes no page with it, and is shown or told', (_name, text, code) => {
    const { indexes, diagnostics } = snapshotOf({ 'en/good.md': 'Fine.\n', 'en/hostile.md': text });
    const renderer = createRenderer();
    for (const page of indexes.Page.all) {
      renderer.pageHtml(page);
      for (const section of page.sections) renderer.sectionHtml(page, section);
    }
    expect(indexes.Page.all.map(({ slug }) => slug)).toContain('good');
    expect(diagnostics[0]?.code ?? null).toBe(code);
  });

  test('that is not to be told takes no place from what is', () => {
    const { diagnostics } = snapshotOf(
      { 'en/page.md': `${'[x]()\n\n'.repeat(150)}[y](data:z)\n` },
      { severities: { 'link-empty': 'off' } },
    );
    expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([['link-scheme', 301]]);
  });

  test('is told a hundred times at the most, and how often more', () => {
    const { diagnostics } = snapshotOf({ 'en/page.md': '[x]()\n\n'.repeat(250) });
    expect(diagnostics).toHaveLength(101);
    expect(diagnostics.at(-1)).toMatchObject({
      code: 'document-problems',
      hint: 'Mend those above first: 150 more are not told.',
      line: 201,
    });
  });
});
