import { describe, expect, it } from 'vitest';
import type { BuildOptions } from '../../../src/content/build-options.ts';
import { type Files, snapshotOf } from '../../support/content.ts';

const roster =
  '## Partners\n\n- [OSISM GmbH](https://osism.tech)\n- [Cloud&Heat Technologies GmbH](https://cloudandheat.com)\n';

/** Mentions of OSISM beside the roster's: file and line, words, and the URL of the link. */
function mentionsOf(files: Files, options: Partial<BuildOptions> = {}) {
  const { indexes, nodes } = snapshotOf({ 'en/network.md': roster, ...files }, options);
  const partner = indexes.Partner.all.find(({ name }) => name.startsWith('OSISM'));
  return (partner?.mentions ?? [])
    .filter(({ source }) => source.path !== 'en/network.md')
    .map(({ source, text, linkId }) => {
      const link = linkId === null ? undefined : nodes.get(linkId);
      return [`${source.path}:${source.startLine}`, text, link?.type === 'Link' ? link.url : null];
    });
}

const on = (text: string) => mentionsOf({ 'en/page.md': text });

describe('a mention', () => {
  it('is the entry in the list, once', () => {
    const { indexes } = snapshotOf({ 'en/network.md': roster });
    const [page] = indexes.Page.all;
    expect(indexes.Partner.all.map(({ mentions }) => mentions)).toEqual(
      [
        { text: 'OSISM GmbH', line: 3, link: 0 },
        { text: 'Cloud&Heat Technologies GmbH', line: 4, link: 1 },
      ].map(({ text, line, link }) => [
        {
          pageId: page?.id,
          text,
          linkId: page?.links[link]?.id,
          source: { path: 'en/network.md', startLine: line, endLine: line, headings: ['Partners'], rule: null },
        },
      ]),
    );
  });

  it.each([
    ['the whole name', 'By OSISM GmbH.\n', 'OSISM GmbH'],
    ['the name without its legal form', 'By OSISM.\n', 'OSISM'],
    ['a heading', '# OSISM\n', 'OSISM'],
    ['a cell of a table', '| a |\n| - |\n| OSISM |\n', 'OSISM'],
    ['emphasis', 'By **OSISM**.\n', 'OSISM'],
    ['raw HTML', '<blockquote>\nBy OSISM.\n</blockquote>\n', 'OSISM'],
    ['a foot note', 'Text[^1]\n\n[^1]: By OSISM.\n', 'OSISM'],
    ['a line end within', 'By OSISM\nGmbH.\n', 'OSISM GmbH'],
  ])('is %s', (_, text, words) => {
    expect(on(text).map(([, found]) => found)).toEqual([words]);
  });

  it.each([
    ['code', '`OSISM` and\n\n```\nOSISM\n```\n'],
    ['an address', '<https://docs.other.example/OSISM>\n'],
    ['an attribute', '<span title="OSISM">x</span>\n'],
    ['a comment', '<!-- OSISM -->\n'],
    ['a script', '<script>\nOSISM\n</script>\n'],
    ['part of a word', 'OSISMs\n'],
    ['the frontmatter', '---\ntitle: OSISM\n---\n\nText\n'],
    ['the address of another link', '[text](https://other.example/OSISM)\n'],
  ])('is not %s', (_, text) => {
    expect(on(text)).toEqual([]);
  });

  it('is a link to the site of the partner, whatever it says', () => {
    expect(on('[they](https://www.osism.tech/en/about) and <https://osism.tech>\n')).toEqual([
      ['en/page.md:1', 'they', 'https://www.osism.tech/en/about'],
      ['en/page.md:1', 'https://osism.tech', 'https://osism.tech'],
    ]);
  });

  it('is one where the link to the partner holds its name', () => {
    expect(on('[**OSISM** and more](https://osism.tech)\n\n<a href="https://osism.tech">OSISM</a>\n')).toEqual([
      ['en/page.md:1', 'OSISM and more', 'https://osism.tech'],
      ['en/page.md:3', 'OSISM', 'https://osism.tech'],
    ]);
  });

  it('beside a link of raw HTML is one of its own', () => {
    expect(on('<a href="https://osism.tech">they</a> and OSISM\n').map(([, text]) => text)).toEqual(['they', 'OSISM']);
  });

  it('has the link that the name stands in, wherever that leads', () => {
    expect(on('See [what OSISM does](/osism).\n')).toEqual([['en/page.md:1', 'OSISM', '/osism']]);
  });

  it('stands in the order of the text, with its lines and headings', () => {
    const files = {
      'en/page.md': '---\ntitle: x\n---\n\n# A\n\nOSISM\n\n## B\n\n[x](https://osism.tech) OSISM\nGmbH\n',
    };
    const { indexes } = snapshotOf({ 'en/network.md': roster, ...files });
    const sources = indexes.Partner.all[0]?.mentions
      .map(({ source }) => source)
      .filter(({ path }) => path === 'en/page.md');
    expect(sources).toEqual([
      { path: 'en/page.md', startLine: 7, endLine: 7, headings: ['A'], rule: null },
      { path: 'en/page.md', startLine: 11, endLine: 11, headings: ['A', 'B'], rule: null },
      { path: 'en/page.md', startLine: 11, endLine: 12, headings: ['A', 'B'], rule: null },
    ]);
  });

  it('is found by a declared alias', () => {
    const options = { partners: { folder: 'partners', aliases: { OSISM: ['Open Source Infra Manager'] } } };
    expect(mentionsOf({ 'en/page.md': 'The open source infra manager.\n' }, options)).toEqual([
      ['en/page.md:1', 'open source infra manager', null],
    ]);
  });

  it('is found by the aliases of every declaration of its name', () => {
    const options = { partners: { folder: 'partners', aliases: { OSISM: ['Eff Oh'], 'OSISM GmbH': ['Fu Bar'] } } };
    expect(mentionsOf({ 'en/page.md': 'Eff Oh and Fu Bar.\n' }, options).map(([, text]) => text)).toEqual([
      'Eff Oh',
      'Fu Bar',
    ]);
  });

  it('is no alias of another partner', () => {
    const options = { partners: { folder: 'partners', aliases: { 'Cloud&Heat Technologies': ['CuH'] } } };
    expect(mentionsOf({ 'en/page.md': 'By CuH.\n' }, options)).toEqual([]);
  });

  it('is no plain word that a legal form leaves', () => {
    const list = '## Partners\n\n- [Open Co.](https://open.example)\n- [Digital AG](https://digital.example)\n';
    const { indexes } = snapshotOf({
      'en/a.md': list,
      'en/b.md': 'Open questions, Digital sovereignty. Open Co. and Digital AG.\n',
    });
    expect(indexes.Partner.all.map(({ mentions }) => mentions.map(({ text }) => text))).toEqual([
      ['Open Co.', 'Open Co.'],
      ['Digital AG', 'Digital AG'],
    ]);
  });

  it('does not reach over the end of a sentence, a heading or an item', () => {
    const files = {
      'en/page.md': '## Cloud\nHeat Technologies\n\nA cloud. Heat technologies\n\n- Cloud\n- Heat Technologies\n',
    };
    const { indexes } = snapshotOf({ 'en/network.md': roster, ...files });
    expect(indexes.Partner.all[1]?.mentions.map(({ source }) => source.path)).toEqual(['en/network.md']);
  });

  it('is told without emphasis, entities and line ends', () => {
    const files = { 'en/page.md': '> **Cloud&amp;Heat** *Technologies*\n\nCloud&Heat\nTechnologies\n' };
    const { indexes } = snapshotOf({ 'en/network.md': roster, ...files });
    expect(indexes.Partner.all[1]?.mentions.map(({ text }) => text)).toEqual([
      'Cloud&Heat Technologies GmbH',
      'Cloud&Heat Technologies',
      'Cloud&Heat Technologies',
    ]);
  });

  it.each([
    [20, 2],
    [21, 1],
  ])('is no name of more than twenty words, such as %i', (length, mentions) => {
    const name = Array.from({ length }, (_, index) => `Word${index}`).join(' ');
    const { indexes } = snapshotOf({
      'en/a.md': `## Partners\n\n- [${name}](https://c.example)\n`,
      'en/b.md': `${name}\n`,
    });
    expect(indexes.Partner.all[0]?.mentions).toHaveLength(mentions);
  });

  it('is no single letter that a legal form leaves', () => {
    const { indexes } = snapshotOf({
      'en/a.md': '## Partners\n\n- [C GmbH](https://c.example)\n',
      'en/b.md': 'C, C GmbH\n',
    });
    expect(indexes.Partner.all[0]?.mentions.map(({ text }) => text)).toEqual(['C GmbH', 'C GmbH']);
  });

  it('is one of the partner of the same language', () => {
    const { indexes } = snapshotOf({
      'en/network.md': roster,
      'de/liste.md': '## Partner\n\n- [OSISM](https://osism.tech)\n',
      'de/seite.md': 'Von OSISM und Cloud&Heat Technologies.\n',
    });
    const counts = indexes.Partner.all.map(({ language, name, mentions }) => [language, name, mentions.length]);
    expect(counts).toEqual([
      ['de', 'OSISM', 2],
      ['en', 'OSISM GmbH', 1],
      ['en', 'Cloud&Heat Technologies GmbH', 1],
    ]);
  });

  it('is a link to the page of its own file, but nothing on that page itself', () => {
    const files = {
      'en/partners/osism.md': '---\nname: OSISM\n---\n\nOSISM is on <https://osism.tech>.\n',
      'en/page.md': '[them](/partners/osism)\n',
    };
    expect(mentionsOf(files)).toEqual([['en/page.md:1', 'them', '/partners/osism']]);
  });

  it('on a host that several share is told by the path', () => {
    const list = '## Partners\n\n- [Law](https://uni.example/law)\n- [Arts](https://uni.example/arts)\n';
    const { indexes } = snapshotOf({
      'en/a.md': list,
      'en/b.md': '[x](https://uni.example/arts) [y](https://uni.example)\n',
    });
    const texts = indexes.Partner.all.map(({ mentions }) => mentions.map(({ text }) => text));
    expect(texts).toEqual([['Law'], ['Arts', 'x']]);
  });

  it('on a host for all is a link to the partner or below, not to others', () => {
    const list = '## Partners\n\n- [Alpha](https://github.com/alpha)\n';
    const links =
      '[own](https://github.com/alpha/code) [other](https://github.com/alphabet) [all](https://github.com)\n';
    const { indexes } = snapshotOf({ 'en/a.md': list, 'en/b.md': links });
    expect(indexes.Partner.all[0]?.mentions.map(({ text }) => text)).toEqual(['Alpha', 'own']);
  });

  it('makes its page one of the pages of the partner, by path', () => {
    const { indexes, nodes } = snapshotOf({ 'en/network.md': roster, 'en/z.md': 'OSISM\n', 'en/a.md': 'OSISM\n' });
    const pages = indexes.Partner.all[0]?.pageIds.map((id) => nodes.get(id)?.source.path);
    expect(pages).toEqual(['en/a.md', 'en/network.md', 'en/z.md']);
  });
});
