import { describe, expect, it } from 'vitest';
import { type Files, snapshotWith } from '../../support/content.ts';

const site: Files = {
  'en/about.md': '## Our people\n\n<a id="contact"></a>\n',
  'en/empty.md': '---\ntitle: Filled by a template\n---\n',
  'en/plain.md': 'Text.\n',
  'en/long.md': ['one', 'two', 'three', 'four', 'five', 'six', 'seven'].map((word) => `## ${word}\n`).join('\n'),
};

const found = (text: string) =>
  snapshotWith({ ...site, 'en/news.md': text }).diagnostics.filter(({ code }) => code === 'anchor-broken');

const hintFor = (url: string) => found(`## Grün\n\n[link](${url})\n`)[0]?.hint;

describe('a link to no anchor', () => {
  it('is told at its place, with the page that lacks it', () => {
    expect(found('Read [more](/about#our-poeple).\n')).toEqual([
      {
        code: 'anchor-broken',
        severity: 'error',
        message: 'expected a heading or id for "#our-poeple" on en/about.md, but found none',
        hint: 'Did you mean "#our-people"?',
        path: 'en/news.md',
        line: 1,
        column: 6,
      },
    ]);
  });

  it.each([
    ['/about#Our-People', 'Did you mean "#our-people"?'],
    ['about.md#contract', 'Did you mean "#contact"?'],
    ['#gr%C3%BCnn', 'Did you mean "#grün"?'],
    ['/about#x', 'Its anchors are "#our-people", "#contact".'],
    ['/long#x', 'Its anchors are "#one", "#two", "#three", "#four", "#five" and 2 more.'],
    ['/plain#x', 'Link to the page as a whole, or give it headings.'],
  ])('%s is answered: %s', (url, hint) => {
    expect(hintFor(url)).toBe(hint);
  });

  it('is told on its own page', () => {
    expect(found('## A\n\n[b](#b)\n').map(({ message }) => message)).toEqual([
      'expected a heading or id for "#b" on en/news.md, but found none',
    ]);
  });
});

describe('a link to an anchor', () => {
  it.each([
    '/about#our-people',
    '/about#contact',
    '/empty#anything',
    '/plain#top',
    '/plain#',
    'https://a.example#b',
    '/about',
  ])('is left alone: %s', (url) => {
    expect(found(`[link](${url})\n`)).toEqual([]);
  });

  it('is left alone where the whole page is missing', () => {
    expect(found('[link](/nothing#here)\n')).toEqual([]);
  });
});
