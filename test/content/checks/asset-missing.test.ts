import { describe, expect, it } from 'vitest';
import { defaultBuildOptions } from '../../../src/content/build-options.ts';
import { snapshotOfSources } from '../../../src/content/build-snapshot.ts';
import type { AssetList } from '../../../src/content/join/asset-finder.ts';

const assets: AssetList = {
  paths: new Set(['/logo.png', '/pdfs/report.pdf', '/images/team.webp']),
  assetsPath: '/static',
  contentPath: '/content',
};

/** What is said of an English page, beside these assets. */
function found(text: string, list: AssetList | null = assets) {
  const files = [{ path: 'en/page.md', bytes: new TextEncoder().encode(text) }];
  const options = { ...defaultBuildOptions, origins: ['https://example.org'] };
  return snapshotOfSources({ entries: files, assets: list }, options).diagnostics.filter(
    ({ code }) => code === 'asset-missing',
  );
}

describe('a file that is not among the assets', () => {
  it('is told at the link', () => {
    expect(found('Read [the report](/pdfs/raport.pdf).\n')).toEqual([
      {
        code: 'asset-missing',
        severity: 'error',
        message: 'expected a file among the assets, but found none at "/pdfs/raport.pdf"',
        hint: 'Add the file, or correct the path.',
        path: 'en/page.md',
        line: 1,
        column: 6,
      },
    ]);
  });

  it('is told at the image', () => {
    expect(found('---\ntitle: Page\n---\n\nOur ![team](/images/taem.webp)\n')).toMatchObject([{ line: 5, column: 5 }]);
  });

  it.each([
    ['![Logo](/Logo.PNG)', '/logo.png'],
    ['![Logo](/LOGO.png)', '/logo.png'],
    ['![Team](/images/team.jpg)', '/images/team.webp'],
    ['[Report](/pdfs/Report.pdf?v=2)', '/pdfs/report.pdf'],
    ['![Logo](https://example.org/logo.svg)', 'https://example.org/logo.png'],
    ['![Logo](../../static/logo.svg)', '../../static/logo.png'],
    ['![Logo][logo]\n\n[logo]: /logo.gif', '/logo.png'],
  ])('%s is answered with %s', (text, url) => {
    expect(found(text).map(({ hint }) => hint)).toEqual([`Did you mean "${url}"?`]);
  });

  it('is found once in an image that is a link', () => {
    expect(found('[![Logo](/logo.png)](/nothing.png)\n')).toHaveLength(1);
  });
});

describe('a file that is left alone', () => {
  it.each([
    ['is there', '![Logo](/logo.png) [Report](/pdfs/report.pdf#page=2)'],
    ['is there from the page', '![Logo](../../static/logo.png)'],
    ['is elsewhere', '![Logo](https://a.example/x.png) ![Logo](//a.example/x.png)'],
    ['lies outside of the assets', '![Logo](x.png) ![Logo](../images/x.png)'],
    ['is part of the page', '![Dot](data:image/gif;base64,R0lGODlhAQABAAAAACw=)'],
  ])('%s', (_, text) => {
    expect(found(`${text}\n`)).toEqual([]);
  });

  it('is unknown without an asset root', () => {
    expect(found('![Logo](/nothing.png) [Report](/nothing.pdf)\n', null)).toEqual([]);
  });

  it('is elsewhere also where the assets hold the content', () => {
    expect(found('![Logo](https://a.example/x.png)\n', { ...assets, assetsPath: '', contentPath: '/content' })).toEqual(
      [],
    );
  });
});
