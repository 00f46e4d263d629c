import { describe, expect, it } from 'vitest';
import { defaultBuildOptions } from '../../../src/content/build-options.ts';
import { type Files, snapshotWith } from '../../support/content.ts';

const site: Files = {
  'de/pages/about.md': 'Text.\n',
  'de/pages/netzwerk.md': 'Text.\n',
  'en/pages/about.md': 'Text.\n',
  'en/announcements/release9.md': 'Text.\n',
  'en/announcements/release10.md': 'Text.\n',
  'en/docs/intro.md': 'Text.\n',
  'en/guides/intro.md': 'Text.\n',
};

const found = (text: string, options = {}, path = 'en/pages/news.md') =>
  snapshotWith({ ...site, [path]: text }, { ...defaultBuildOptions, ...options }).diagnostics.filter(
    ({ code }) => code === 'link-broken',
  );

const hintFor = (url: string, path?: string) => found(`[link](${url})\n`, {}, path)[0]?.hint;

describe('a link to no page', () => {
  it('that is an e-mail address says what is missing', () => {
    expect(hintFor('info@example.org')).toBe('Write "mailto:info@example.org" if it is an e-mail address.');
  });

  it('is told at its place, with what may be meant', () => {
    expect(found('---\ntitle: News\n---\n\nRead [more](/abot).\n')).toEqual([
      {
        code: 'link-broken',
        severity: 'error',
        message: 'expected a page or a web site, but found none at "/abot"',
        hint: 'Did you mean "/about"?',
        path: 'en/pages/news.md',
        line: 5,
        column: 6,
      },
    ]);
  });

  it.each([
    ['/About', '/about'],
    ['/abot#top', '/about'],
    ['/de/abot/', '/de/about'],
    ['/release9', '/announcements/release9'],
    ['/blog/release10', '/announcements/release10'],
    ['/announcements/relaese9', '/announcements/release9'],
    ['abot', '/about'],
    ['../announcements/relaese9', '/announcements/release9'],
    ['../announcements/relaese9.md', '../announcements/release9.md'],
    ['abot.md', 'about.md'],
    ['/de/about.htm/x', null],
    ['/netzwerk', null],
    ['/de/netzwrk', '/de/netzwerk'],
    ['/imprint', null],
    ['/intro', null],
    ['../../../../about.md', null],
  ])('%s is answered with %s', (url, path) => {
    const hint =
      'Correct the path; if the site makes it without a document, name it under "routes" in the configuration.';
    expect(hintFor(url)).toBe(path === null ? hint : `Did you mean "${path}"?`);
  });

  it('is answered in the language of its page, or the default one', () => {
    expect(hintFor('/netzwrk', 'de/pages/news.md')).toBe('Did you mean "/netzwerk"?');
    expect(hintFor('/relaese9', 'de/pages/news.md')).toMatch(/^Correct/);
    expect(hintFor('/announcements/relaese9', 'de/pages/news.md')).toBe('Did you mean "/announcements/release9"?');
  });

  it.each(['govstack.global', 'www.example.org/x', 'bücher.example?q=1'])(
    'that begins like a web site lacks its scheme: %s',
    (url) => {
      expect(hintFor(url)).toBe(`Write "https://${url}" if it is a web site.`);
    },
  );

  it.each(['info@example.org', 'ada.bean+garden@büro.example'])(
    'that is an e-mail address lacks its scheme: %s',
    (url) => {
      expect(hintFor(url)).toBe(`Write "mailto:${url}" if it is an e-mail address.`);
    },
  );

  it.each(['@ada', 'ada@home', '/@ada.example', 'team/info@example.org', 'a@b@example.org'])(
    'is not taken for an e-mail address: %s',
    (url) => {
      expect(hintFor(url)).not.toMatch(/mailto/);
    },
  );

  it.each(['about.html/x', '/example.org/x', 'news.php', './example.org'])('is not taken for a web site: %s', (url) => {
    expect(hintFor(url)).not.toMatch(/^Write/);
  });

  it('is found with an origin of the site itself', () => {
    const [diagnostic] = found('<https://example.org/abot>\n', { origins: ['https://example.org'] });
    expect(diagnostic).toMatchObject({
      message: 'expected a page or a web site, but found none at "https://example.org/abot"',
      hint: 'Did you mean "/about"?',
    });
  });

  it('is told each time', () => {
    expect(found('[a](/x) [b](/x)\n').map(({ column }) => column)).toEqual([1, 9]);
  });
});

it('a link among very many broken ones is told without a suggestion', () => {
  const plots = Array.from({ length: 200 }, (_, index) => [`en/plots/garden-of-many-beans-${index}.md`, 'Text.\n']);
  const links = Array.from({ length: 500 }, (_, index) => `[link](/plots/garden-of-mani-beans-${index})`);
  const { diagnostics } = snapshotWith({ ...Object.fromEntries(plots), 'en/page.md': links.join('\n') });
  const hints = diagnostics.filter(({ code }) => code === 'link-broken').map(({ hint }) => hint);
  expect(hints).toHaveLength(500);
  expect(hints[0]).toBe('Did you mean "/plots/garden-of-many-beans-0"?');
  expect(hints.at(-1)).toMatch(/^Correct the path/);
});

describe('a link that is not broken', () => {
  it.each([
    '/about',
    '/de/netzwerk',
    '../announcements/release9.md',
    'https://nowhere.example',
    '/files/a.pdf',
    '#a',
    '/',
  ])('is left alone: %s', (url) => {
    expect(found(`[link](${url})\n`)).toEqual([]);
  });

  it('is left alone where the configuration names a route', () => {
    expect(found('[link](/feed)\n', { routes: ['/feed'] })).toEqual([]);
  });
});
