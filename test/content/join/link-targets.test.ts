import { describe, expect, it } from 'vitest';
import type { BuildOptions } from '../../../src/content/build-options.ts';
import { snapshotOfSources } from '../../../src/content/build-snapshot.ts';
import { type Files, quietOptions, snapshotOf } from '../../support/content.ts';

const site: Files = {
  'de/pages/index.md': 'Anfang\n',
  'de/pages/news.md': '---\ntitle: Neuigkeiten\n---\n',
  'de/pages/netzwerk.md': '---\nslug: network\n---\n\n## Ziele\n\n<a id="unten"></a>\n',
  'de/announcements/2025-09-26-release9.md': '---\nslug: release9\n---\n\n## Neues\n',
  'en/pages/network.md': '## Goals\n',
  'en/pages/about.md': '## Über uns\n\nText[^1]\n\n[^1]: Note\n',
  'en/announcements/2025-09-26-release9.md': '---\nslug: release9\n---\n\n## New\n',
};

/** `file that it leads to` or `null`, and what is wrong, for links written on a page of the site. */
function targetsOf(path: string, urls: readonly string[], options: Partial<BuildOptions> = {}) {
  const text = `${site[path] ?? ''}\n${urls.map((url) => `[link](<${url}>)`).join('\n\n')}\n`;
  const { nodes, indexes } = snapshotOf({ ...site, [path]: text }, options);
  return indexes.Link.all
    .filter(({ source }) => source.path === path)
    .map(({ targetId, problem }) => [targetId === null ? null : nodes.get(targetId)?.source.path, problem]);
}

const target = (path: string, url: string, options?: Partial<BuildOptions>) => targetsOf(path, [url], options)[0];

describe('an internal link', () => {
  const release = 'de/announcements/2025-09-26-release9.md';

  it.each([
    ['/news', 'de/pages/news.md'],
    ['/news/', 'de/pages/news.md'],
    ['/news?tag=x', 'de/pages/news.md'],
    ['/de/news', 'de/pages/news.md'],
    ['/de-AT/news', 'de/pages/news.md'],
    ['/network', 'de/pages/netzwerk.md'],
    ['/netzwerk', 'de/pages/netzwerk.md'],
    ['/en/network', 'en/pages/network.md'],
    ['/about', 'en/pages/about.md'],
    ['/', 'de/pages/index.md'],
    ['/de', 'de/pages/index.md'],
    ['/index.html', 'de/pages/index.md'],
    ['/announcements/release9', release],
    ['/announcements/2025-09-26-release9', release],
    ['/de/announcements/2025-09-26-release9.md', release],
    ['/en/pages/network.md', 'en/pages/network.md'],
    ['../announcements/2025-09-26-release9.md', release],
    ['../announcements/2025-09-26-release9', release],
    ['../announcements/release9', release],
    ['../../en/pages/about.md', 'en/pages/about.md'],
    ['netzwerk.md', 'de/pages/netzwerk.md'],
    ['./netzwerk', 'de/pages/netzwerk.md'],
    ['network', 'de/pages/netzwerk.md'],
    ['announcements/release9', release],
    ['?page=2', 'de/pages/news.md'],
  ])('%s on a German page leads to %s', (url, path) => {
    expect(target('de/pages/news.md', url)).toEqual([path, null]);
  });

  it('leads from a page in a collection as browsers read it, where no file is there', () => {
    expect(targetsOf(release, ['../news', '../network', '2025-09-26-release9.md', 'release9'])).toEqual([
      ['de/pages/news.md', null],
      ['de/pages/netzwerk.md', null],
      [release, null],
      [release, null],
    ]);
  });

  it.each([
    '/nothing',
    '/News',
    'nothing.md',
    '../../../news',
    '/fr/news',
    '/announcements/release10',
    '/en/netzwerk',
    'govstack.global',
  ])('%s leads nowhere', (url) => {
    expect(target('de/pages/news.md', url)).toEqual([null, 'page']);
  });

  it.each([
    ['/network#ziele', null],
    ['/network#ZIELE', 'anchor'],
    ['/network#unten', null],
    ['/network#top', null],
    ['/network#', null],
    ['/en/about#%C3%BCber-uns', null],
    ['/en/about#fn-1', null],
    ['/en/about#nothing', 'anchor'],
    // nobody here knows the anchors of a page whose text comes from a template
    ['/news#press', null],
  ])('%s has the problem %s', (url, problem) => {
    expect(target('de/announcements/2025-09-26-release9.md', url)?.[1]).toBe(problem);
  });

  it('leads to the page in the language of its own, whatever the other language calls it', () => {
    const files = {
      'en/company.md': '---\ntranslationKey: c\n---\n\n## Us\n',
      'de/firma.md': '---\ntranslationKey: c\n---\n\n## Wir\n',
      'de/news.md':
        '[a](/company) [b](company) [c](/en/company) [d](../en/company.md) [e](/company#wir) [f](/company#us)\n',
    };
    const { indexes, nodes } = snapshotOf(files);
    expect(indexes.Link.all.map(({ targetId, problem }) => [nodes.get(targetId ?? '')?.source.path, problem])).toEqual([
      ['de/firma.md', null],
      ['de/firma.md', null],
      ['en/company.md', null],
      ['en/company.md', null],
      ['de/firma.md', null],
      ['de/firma.md', 'anchor'],
    ]);
  });

  it.each([
    ['a slug that is a language', { 'en/it.md': 'Text\n', 'it/chi.md': 'Testo\n' }, '/it', 'en/it.md'],
    ['a slug with an ending', { 'en/a.md': '---\nslug: vue.html\n---\n' }, '/vue.html', 'en/a.md'],
    ['a slug that looks like a file', { 'en/a.md': '---\nslug: readme.md\n---\n' }, '/en/readme.md', 'en/a.md'],
  ])('finds %s', (_, files, url, path) => {
    const { indexes, nodes } = snapshotOf({ ...files, 'en/from.md': `[link](${url})\n` });
    expect(indexes.Link.all.map(({ targetId, problem }) => [nodes.get(targetId ?? '')?.source.path, problem])).toEqual([
      [path, null],
    ]);
  });

  it('to the folder of a collection or a route that the site makes itself is not broken', () => {
    const urls = ['/announcements', '/de/announcements/', '/search', '/tags/cloud', '/tags', '/tagsoup'];
    expect(targetsOf('de/pages/news.md', urls, { routes: ['/search', '/tags/*'] })).toEqual([
      [null, null],
      [null, null],
      [null, null],
      [null, null],
      [null, null],
      [null, 'page'],
    ]);
  });

  it('to a route may be relative, as browsers read it', () => {
    const options = { routes: ['/search', '/announcements/archive'] };
    expect(targetsOf('de/pages/news.md', ['search', 'archive'], options)).toEqual([
      [null, null],
      [null, 'page'],
    ]);
    expect(targetsOf(release, ['archive', '../search', 'search'], options)).toEqual([
      [null, null],
      [null, null],
      [null, 'page'],
    ]);
  });

  it.each([
    [
      'a page that its site shows with a slash',
      { 'en/posts/a.md': '[b](../b/)\n', 'en/posts/b.md': 'b\n' },
      'en/posts/b.md',
    ],
    [
      'a README by its folder',
      { 'en/a.md': '[g](guide/#use)\n', 'en/guide/README.md': '# Use\n' },
      'en/guide/README.md',
    ],
    ['an _index by its folder', { 'en/a.md': '[g](/guide)\n', 'en/guide/_index.md': 'x\n' }, 'en/guide/_index.md'],
    [
      'the language of the page where suffixes tell it',
      { 'a.de.md': '[x](about#wir)\n', 'about.md': '# Us\n', 'about.de.md': '# Wir\n' },
      'about.de.md',
    ],
    [
      'the same by an absolute path',
      { 'a.de.md': '[x](/about#wir)\n', 'about.md': '# Us\n', 'about.de.md': '# Wir\n' },
      'about.de.md',
    ],
    [
      'the file that is named, whatever its language',
      { 'a.de.md': '[x](about.md#us)\n', 'about.md': '# Us\n', 'about.de.md': '# Wir\n' },
      'about.md',
    ],
  ])('finds %s', (_, files, path) => {
    const { indexes, nodes } = snapshotOf(files);
    expect(indexes.Link.all.map(({ targetId, problem }) => [nodes.get(targetId ?? '')?.source.path, problem])).toEqual([
      [path, null],
    ]);
  });

  it('may lead to any id in raw HTML, to one as Hugo writes it, and to a piece of text', () => {
    const text =
      '<h2 id=one>x</h2>\n\n<a id="two" name="three"></a>\n\n<div class=x id=four>\n</div>\n\n<input name=six>\n\n## Five {#five}\n';
    const links = ['one', 'two', 'three', 'four', 'five', ':~:text=x', 'six'].map((id) => `[x](#${id})\n`).join('\n');
    const { indexes } = snapshotOf({ 'en/a.md': `${text}\n${links}` });
    expect(indexes.Link.all.map(({ problem }) => problem)).toEqual([null, null, null, null, null, null, 'anchor']);
  });

  it('may be written with an origin of the site', () => {
    const { indexes, nodes } = snapshotOf(
      {
        ...site,
        'en/a.md': '[a](https://scs.example/de/news) [b](https://scs.example) [c](https://scs.example.org/x)\n',
      },
      { origins: ['https://scs.example'] },
    );
    const links = indexes.Link.all.filter(({ source }) => source.path === 'en/a.md');
    expect(
      links.map(({ kind, host, problem, targetId }) => [kind, host, problem, nodes.get(targetId ?? '')?.source.path]),
    ).toEqual([
      ['INTERNAL', null, null, 'de/pages/news.md'],
      ['INTERNAL', null, null, undefined],
      ['EXTERNAL', 'scs.example.org', null, undefined],
    ]);
  });

  it('finds a page by the URL pattern of its collection', () => {
    const options = { collections: { announcements: { url: '/blog/:slug/' } } };
    expect(targetsOf('de/pages/news.md', ['/blog/release9', '/announcements/release9'], options)).toEqual([
      [release, null],
      [null, 'page'],
    ]);
  });
});

it('a link to what stands among the assets is not broken', () => {
  const paths = new Set(['/slides/index.html', '/old.html', '/deck', '/logo.png']);
  const urls = [
    '/slides/',
    '/slides',
    '/old.html',
    '/deck?x#y',
    '/logo.png',
    '../../static/logo.png',
    '/new.html',
    '/logo.svg',
  ];
  const bytes = Buffer.from(urls.map((url) => `[x](${url})\n`).join('\n'));
  const { indexes } = snapshotOfSources(
    {
      entries: [{ path: 'en/a.md', bytes }],
      assets: { paths, assetsPath: '/static', contentPath: '/content' },
    },
    quietOptions,
  );
  expect(indexes.Link.all.map(({ url, problem }) => [url, problem])).toEqual(
    urls.map((url) => [url, url === '/new.html' ? 'page' : url === '/logo.svg' ? 'asset' : null]),
  );
});

describe('another link', () => {
  it('to an anchor of its own page is broken when the page does not have it', () => {
    expect(targetsOf('de/pages/netzwerk.md', ['#ziele', '#unten', '#', '#goals'])).toEqual([
      [null, null],
      [null, null],
      [null, null],
      [null, 'anchor'],
    ]);
  });

  it.each(['https://nothing.invalid/x', 'mailto:a@b.example', '/files/flyer.pdf'])('%s is not asked', (url) => {
    expect(target('de/pages/news.md', url)).toEqual([null, null]);
  });
});

describe('backlinks', () => {
  it('are the links on other pages, in the order of their pages', () => {
    const { indexes, nodes } = snapshotOf({
      'en/b.md': '[one](/a) [two](a.md#x) [self](/b)\n',
      'en/a.md': '# X\n\n[self](/a) [here](#x)\n',
      'de/c.md': '[drei](/en/a)\n',
    });
    const backlinks = indexes.Page.all.map(({ source, backlinkIds }) => [
      source.path,
      backlinkIds.map((id) => {
        const link = nodes.get(id);
        return link?.type === 'Link' ? link.text : null;
      }),
    ]);
    expect(Object.fromEntries(backlinks)).toEqual({ 'en/a.md': ['one', 'two', 'drei'], 'en/b.md': [], 'de/c.md': [] });
  });
});

describe('translations of links', () => {
  it('stand in the same place where both pages have as many links', () => {
    const { indexes } = snapshotOf({
      'en/a.md': '[one](/x) [two](/y)\n',
      'de/a.md': '[eins](/x) [zwei](/y)\n',
      'fr/a.md': '[un](/x)\n',
    });
    const textOf = (id: string) => indexes.Link.all.find((link) => link.id === id)?.text;
    expect(indexes.Link.all.map(({ text, translationIds }) => [text, translationIds.map(textOf)])).toEqual([
      ['eins', ['one']],
      ['zwei', ['two']],
      ['one', ['eins']],
      ['two', ['zwei']],
      ['un', []],
    ]);
  });
});
