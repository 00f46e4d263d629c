import { describe, expect, it } from 'vitest';
import { type Files, snapshotWith } from '../../support/content.ts';

const found = (files: Files) => snapshotWith(files).diagnostics.filter(({ code }) => code === 'partner-url-differs');

/** What is said of a partner with these URLs. */
const differences = (german: string, english: string) =>
  found({
    'de/pages/network.md': `## Partner\n\n- [Bean GmbH](${german})\n`,
    'en/pages/network.md': `## Partners\n\n- [Bean GmbH](${english})\n`,
  });

describe('URLs of a partner that differ between languages', () => {
  it('are told at the page that is not in the default language', () => {
    expect(differences('https://bean.example', 'https://bean.example/en')).toEqual([
      {
        code: 'partner-url-differs',
        severity: 'info',
        message:
          'expected https://bean.example/en as URL of "Bean GmbH", as in en/pages/network.md, but found https://bean.example',
        hint: 'Use one URL, unless each leads to a page in its own language.',
        path: 'de/pages/network.md',
        line: 3,
        column: 1,
      },
    ]);
  });

  it.each([
    ['https://bean.example', 'http://bean.example'],
    ['https://bean.example', 'https://www.bean.example'],
    ['https://bean.example/a', 'https://bean.example/A'],
    ['https://bean.example', 'https://bohne.example'],
  ])('are found: %s and %s', (german, english) => {
    expect(differences(german, english)).toHaveLength(1);
  });

  it('are told at the key of the partner’s own file', () => {
    const file = (url: string): string => `---\nname: Bean GmbH\nurl: ${url}\n---\n`;
    const files = {
      'de/partners/bean.md': file('https://a.example/de'),
      'en/partners/bean.md': file('https://a.example'),
    };
    expect(found(files).map(({ path, line }) => [path, line])).toEqual([['de/partners/bean.md', 3]]);
  });
});

describe('URLs of a partner that are the same', () => {
  it.each([
    ['https://bean.example', 'https://bean.example/'],
    ['https://bean.example/a', 'https://bean.example/a/'],
    ['https://bean.example', 'https://BEAN.example'],
    ['https://bean.example', 'HTTPS://bean.example'],
  ])('are left alone: %s and %s', (german, english) => {
    expect(differences(german, english)).toEqual([]);
  });

  it('are left alone where one language tells none', () => {
    const files = {
      'de/partners/bean.md': '---\nname: Bean GmbH\n---\n',
      'en/partners/bean.md': '---\nname: Bean GmbH\nurl: https://bean.example\n---\n',
    };
    expect(found(files)).toEqual([]);
  });
});
