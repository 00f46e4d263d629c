import { describe, expect, it } from 'vitest';
import { apiOf } from '../support/api.ts';
import { snapshotOf } from '../support/content.ts';
import { pageOf } from './support.ts';

const anchorsOf = (text: string) => pageOf(text).headings.map(({ anchor }) => anchor);
const sectionsOf = (text: string) =>
  pageOf(text).sections.map(({ text: heading, startLine, endLine }) => [heading, startLine, endLine]);

interface RenderedPage {
  readonly html: string;
  readonly headings: readonly { readonly anchor: string }[];
  readonly sections: readonly { readonly heading: string; readonly html: string; readonly text: string }[];
}

/** The page that one English file gives, as a client of the API sees it. */
async function renderedPage(text: string): Promise<RenderedPage> {
  const { query } = apiOf({ 'text.md': text });
  const fields = 'html headings { anchor } sections { heading html text }';
  const { data } = await query<{ page: RenderedPage }>(`{ page(slug: "text") { ${fields} } }`);
  if (data === undefined) throw new Error('expected a page');
  return data.page;
}

const idsIn = (html: string) => [...html.matchAll(/<h[1-6] id="([^"]*)"/g)].map(([, id]) => id);

describe('the headings of a page', () => {
  it('are all of them, in order, with text, anchor and level', () => {
    const text = '# One\n\nText\n\n### Three\n\nTwo\n---\n\nOne again\n===\n\n###### Six ######\n';
    expect(pageOf(text).headings).toEqual([
      { text: 'One', anchor: 'one', level: 1 },
      { text: 'Three', anchor: 'three', level: 3 },
      { text: 'Two', anchor: 'two', level: 2 },
      { text: 'One again', anchor: 'one-again', level: 1 },
      { text: 'Six', anchor: 'six', level: 6 },
    ]);
  });

  it('have no markup in their text', () => {
    const text = '# A **bold** *word*, `code`, ~~gone~~, [link](/a), <b>html</b> ![Alt](x.png) &amp; \\*star\\*\n';
    expect(pageOf(text).headings).toEqual([
      {
        text: 'A bold word, code, gone, link, html Alt & *star*',
        anchor: 'a-bold-word-code-gone-link-html-alt--star',
        level: 1,
      },
    ]);
  });

  it('are one line where they are written in two', () => {
    expect(pageOf('First\nand `second`\n===\n').headings).toEqual([
      { text: 'First and second', anchor: 'first-and-second', level: 1 },
    ]);
  });

  it('count in block quotes and lists, but are no sections there', () => {
    const page = pageOf('> # Quoted\n\n- ## Listed\n\n# Free\n');
    expect(page.headings.map(({ text }) => text)).toEqual(['Quoted', 'Listed', 'Free']);
    expect(page.sections.map(({ text, headingStart, headingEnd }) => [text, headingStart, headingEnd])).toEqual([
      ['Free', 2, 3],
    ]);
  });

  it('are none in code, in HTML and without a space', () => {
    expect(
      pageOf('```\n# Code\n```\n\n    # Indented\n\n<h1>HTML</h1>\n\n#hashtag\n\n####### Seven\n').headings,
    ).toEqual([]);
  });
});

describe('anchors', () => {
  it.each([
    ['Weiterführende Links', 'weiterführende-links'],
    ['Größe & Maß', 'größe--maß'],
    ['What? Why! (How)', 'what-why-how'],
    ['1. First things', '1-first-things'],
    ['A – B', 'a--b'],
    ['snake_case and-dash', 'snake_case-and-dash'],
    ["It's here: now.", 'its-here-now'],
    ['C++ / C#', 'c--c'],
    ['Über UNS', 'über-uns'],
    ['日本語 の 見出し', '日本語-の-見出し'],
    ['Straße 🚀 Ziel', 'straße--ziel'],
    ['u\u0308ber', '\u00fcber'],
  ])('are made as GitHub makes them: %s', (heading, anchor) => {
    expect(anchorsOf(`## ${heading}\n`)).toEqual([anchor]);
  });

  it('are numbered where a heading comes again, also over levels and cases', () => {
    expect(anchorsOf('# Team\n\n## team\n\n### **Team**\n\n# Other\n')).toEqual(['team', 'team-1', 'team-2', 'other']);
  });

  it('do not take the number that another heading has', () => {
    expect(anchorsOf('# Team\n\n# Team 1\n\n# Team\n\n# Team\n')).toEqual(['team', 'team-1', 'team-2', 'team-3']);
  });

  it('begin anew on every page', () => {
    const pages = snapshotOf({ 'a.md': '# Team\n', 'b.md': '# Team\n' }).indexes.Page.all;
    expect(pages.map(({ headings }) => headings.map(({ anchor }) => anchor))).toEqual([['team'], ['team']]);
  });

  it('are the ids in the HTML of the page', async () => {
    const text = '> # Quoted\n\n# Team\n\n- ## Team\n\nSetext *Ünder*\n---\n\n<h2>Raw</h2>\n\n# Team\n';
    const page = await renderedPage(text);
    expect(idsIn(page.html)).toEqual(['quoted', 'team', 'team-1', 'setext-ünder', 'team-2']);
    expect(page.headings.map(({ anchor }) => anchor)).toEqual(idsIn(page.html));
  });
});

describe('sections', () => {
  it('go up to the next heading that is as high or higher, sub-sections included', () => {
    const text = '# A\n\nText\n\n## B\n\nText\n\n### C\n\nText\n\n## D\n\nText\n\n# E\n\nText\n';
    expect(sectionsOf(text)).toEqual([
      ['A', 1, 15],
      ['B', 5, 11],
      ['C', 9, 11],
      ['D', 13, 15],
      ['E', 17, 19],
    ]);
  });

  it('know the headings above them, also where a level is left out', () => {
    const text = '### A\n\n# B\n\n#### C\n\n## D\n\n### E\n\n## F\n\n# G\n';
    expect(pageOf(text).sections.map((section) => [section.text, section.parents])).toEqual([
      ['A', []],
      ['B', []],
      ['C', ['B']],
      ['D', ['B']],
      ['E', ['B', 'D']],
      ['F', ['B']],
      ['G', []],
    ]);
  });

  it('count the lines of the frontmatter', () => {
    expect(sectionsOf('---\ntitle: One\ntags:\n  - a\n---\n\n# A\n\nText\n')).toEqual([['A', 7, 9]]);
  });

  it('end before trailing blank lines', () => {
    expect(sectionsOf('# A\n\nText\n\n\n\n# B\n\n\n\n')).toEqual([
      ['A', 1, 3],
      ['B', 7, 7],
    ]);
  });

  it('end before trailing blank lines of a list, of code and of a quote', () => {
    expect(sectionsOf('# A\n\n- x\n\n\n# B\n\n    code\n\n\n# C\n\n> x\n\n\n# D\n')).toEqual([
      ['A', 1, 3],
      ['B', 6, 8],
      ['C', 11, 13],
      ['D', 16, 16],
    ]);
  });

  it('leave out a rule that divides them from the next one, but keep the one within', () => {
    expect(sectionsOf('# A\n\nText\n\n---\n\nMore\n\n---\n\n***\n\n# B\n\nText\n\n---\n')).toEqual([
      ['A', 1, 7],
      ['B', 13, 15],
    ]);
  });

  it('hold nothing but the heading where a rule alone follows', () => {
    expect(sectionsOf('# A\n\n---\n\n# B\n')).toEqual([
      ['A', 1, 1],
      ['B', 5, 5],
    ]);
  });

  it('leave out what stands before the first heading', () => {
    expect(sectionsOf('Before\n\n# A\n')).toEqual([['A', 3, 3]]);
  });

  it('are pieces of the body', () => {
    const { body, sections } = pageOf('---\ntitle: One\n---\nBefore\n\n## Ä *b*\n\n🚀 text\n\n---\n\nC\n=\n\nEnd\n\n');
    expect(sections.map(({ start, end }) => body.slice(start, end))).toEqual(['## Ä *b*\n\n🚀 text', 'C\n=\n\nEnd']);
  });
});

describe('the HTML of a section', () => {
  it('is the section with its heading and its sub-sections', async () => {
    const { sections } = await renderedPage('Before\n\n# A\n\nOne\n\n## B\n\nTwo\n\n# C\n');
    expect(sections).toEqual([
      {
        heading: 'A',
        html: '<h1 id="a">A</h1>\n<p>One</p>\n<h2 id="b">B</h2>\n<p>Two</p>\n',
        text: 'A\n\nOne\n\nB\n\nTwo',
      },
      { heading: 'B', html: '<h2 id="b">B</h2>\n<p>Two</p>\n', text: 'B\n\nTwo' },
      { heading: 'C', html: '<h1 id="c">C</h1>\n', text: 'C' },
    ]);
  });

  it('resolves references that are defined elsewhere', async () => {
    const text =
      '[first]: /one\n\n# A\n\n[first], [Second][], [x][third]\n\n# B\n\n> [second]: /two "Title"\n\n[THIRD]: /three\n';
    const { sections } = await renderedPage(text);
    expect(sections[0]?.html).toBe(
      '<h1 id="a">A</h1>\n<p><a href="/one">first</a>, <a href="/two" title="Title">Second</a>, <a href="/three">x</a></p>\n',
    );
  });

  it('takes the first of two definitions, as the page does', async () => {
    const { html, sections } = await renderedPage('# A\n\n[x]\n\n[x]: /first\n\n# B\n\n[x]\n\n[x]: /second\n');
    expect(sections[1]?.html).toContain('<a href="/first">x</a>');
    expect(html).not.toContain('/second');
  });

  it('shows the footnotes that it refers to, and no others', async () => {
    const { sections } = await renderedPage('# A\n\nOne[^a].\n\n# B\n\nTwo[^b].\n\n[^a]: Note A\n[^b]: Note B\n');
    expect(sections.map(({ html }) => [html.includes('Note A'), html.includes('Note B')])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it('gives its headings the ids that they have on the page, where they come again and in quotes, too', async () => {
    const text = '> # Team\n\n# Team\n\n- ## Team\n\n## Team\n\n# Other\n\n> ## Team\n';
    const { html, sections } = await renderedPage(text);
    expect(idsIn(html)).toEqual(['team', 'team-1', 'team-2', 'team-3', 'other', 'team-4']);
    expect(sections.map((section) => idsIn(section.html))).toEqual([
      ['team-1', 'team-2', 'team-3'],
      ['team-3'],
      ['other', 'team-4'],
    ]);
  });

  it('gives its headings the right ids where a footnote holds a heading', async () => {
    const { sections } = await renderedPage('# A\n\nOne[^n].\n\n# B\n\nTwo\n\n[^n]: Note\n\n    ## Within\n');
    expect(sections.map((section) => section.html.split('\n')[0])).toEqual(['<h1 id="a">A</h1>', '<h1 id="b">B</h1>']);
  });

  it('is not broken by a footnote that stands in a block quote', async () => {
    const { html, sections } = await renderedPage('# A\n\nOne[^n].\n\n# B\n\n> [^n]: First\n>     line two\n');
    const note = (text: string) => /<li id="fn-n">[\s\S]*<\/li>/.exec(text)?.[0];
    expect(note(html)).toContain('line two');
    expect(note(sections[0]?.html ?? '')).toBe(note(html));
  });
});
