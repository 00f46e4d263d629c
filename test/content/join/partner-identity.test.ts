import { describe, expect, it } from 'vitest';
import type { BuildOptions } from '../../../src/content/build-options.ts';
import { type Files, snapshotOf } from '../../support/content.ts';

const roster = (...items: readonly string[]): string =>
  `## Partners\n\n${items.map((item) => `- ${item}`).join('\n')}\n`;
const partnersOf = (files: Files, options: Partial<BuildOptions> = {}) =>
  snapshotOf(files, options).indexes.Partner.all;
const namesOf = (files: Files, options: Partial<BuildOptions> = {}) =>
  partnersOf(files, options).map(({ language, name }) => `${language} ${name}`);

/** Names of the partners of two pages, one of which lists the first item, the other one the second. */
const together = (a: string, b: string, options: Partial<BuildOptions> = {}) =>
  namesOf({ 'en/a.md': roster(a), 'en/b.md': roster(b) }, options);

describe('partners of one language are one', () => {
  it.each([
    ['case', 'OSISM GmbH', 'osism gmbh'],
    ['punctuation', 'dNation, s.r.o.', 'dNation s.r.o'],
    ['spaces', 'B1-Systems GmbH', 'B1 Systems GmbH'],
    ['the legal form', 'OSISM GmbH', 'OSISM'],
    ['another legal form', 'ScaleUp Technologies GmbH & Co. KG', 'ScaleUp Technologies GmbH'],
    ['the form of the letters', 'Grün AG', 'Gru\u0308n AG'],
  ])('when their names differ only in %s', (_, a, b) => {
    expect(together(`[${a}](https://a.example)`, `[${b}](https://b.example)`)).toEqual([`en ${a}`]);
  });

  it.each([
    ['https://a.example', 'https://a.example/'],
    ['https://a.example', 'http://www.a.example/en/'],
    ['https://a.example/products', 'https://A.example/about'],
  ])('when they lead to the same host: %s and %s', (a, b) => {
    expect(together(`[Alpha](${a})`, `[Beta](${b})`)).toEqual(['en Alpha']);
  });

  it('when an alias ties them', () => {
    const aliases = { partners: { folder: 'partners', aliases: { Alpha: ['Old Alpha GmbH'] } } };
    expect(together('[Alpha AG](https://a.example)', '[Old Alpha](https://b.example)', aliases)).toEqual([
      'en Alpha AG',
    ]);
  });

  it('when their page lists one of them twice on the same host', () => {
    const files = {
      'en/a.md': roster('[Alpha](https://a.example/x)', '[ALPHA](https://a.example/y)'),
      'en/b.md': roster('[Beta](https://a.example/z)'),
    };
    expect(namesOf(files)).toEqual(['en Alpha']);
  });

  it.each([
    ['whose head nobody uses', { 'Cloud and Heat': ['Alpha', 'Beta'] }],
    ['in two declarations', { Gamma: ['Alpha'], 'Gamma GmbH': ['Beta'] }],
  ])('when they are aliases %s', (_, aliases) => {
    const options = { partners: { folder: 'partners', aliases } };
    expect(together('[Alpha](https://a.example)', '[Beta](https://b.example)', options)).toEqual(['en Alpha']);
  });

  it('when a third one ties them', () => {
    const files = {
      'en/a.md': roster('[Alpha](https://a.example)'),
      'en/b.md': roster('[Beta](https://b.example)'),
      'en/c.md': roster('[Alpha](https://b.example)'),
    };
    expect(namesOf(files)).toEqual(['en Alpha']);
  });
});

describe('partners that may be meant for two', () => {
  const told = (files: Files) =>
    snapshotOf(files).diagnostics.map(({ code, message, path, line }) => ({ code, message, path, line }));

  it('are told when one page lists both with one web site', () => {
    expect(
      told({ 'en/a.md': roster('[Foo GmbH](https://group.example)', '[Bar AG](https://www.group.example/)') }),
    ).toEqual([
      {
        code: 'partner-repeated',
        message: 'expected a web site of its own, but "Bar AG" has that of "Foo GmbH": both are one partner',
        path: 'en/a.md',
        line: 4,
      },
    ]);
  });

  it('are told when both have a file', () => {
    const file = (name: string, url: string): string => `---\nurl: ${url}\nname: ${name}\n---\n`;
    const files = {
      'en/partners/a.md': file('Foo GmbH', 'https://a.example'),
      'en/partners/b.md': file('Foo AG', 'https://b.example'),
      'de/partners/a.md': file('Foo GmbH', 'https://a.example'),
    };
    expect(told(files)).toEqual([
      {
        code: 'partner-repeated',
        message:
          'expected one file for a partner, but "Foo AG" is that of en/partners/a.md, too: only that file tells about it',
        path: 'en/partners/b.md',
        line: 3,
      },
    ]);
  });

  it.each([
    ['the same twice', ['[Foo](https://a.example)', '[Foo](https://a.example)']],
    ['an alias', ['[Foo](https://a.example)', '[Fu](https://b.example)']],
  ])('are not told for %s', (_, items) => {
    const options = { partners: { folder: 'partners', aliases: { Foo: ['Fu'] } } };
    expect(snapshotOf({ 'en/a.md': roster(...items) }, options).diagnostics).toEqual([]);
  });
});

describe('partners of one language are two', () => {
  it.each([
    ['other names and hosts', '[Alpha](https://a.example)', '[Beta](https://b.example)'],
    ['sub-domains', '[Alpha](https://alpha.group.example)', '[Beta](https://beta.group.example)'],
    ['pages of a host for all', '[Alpha](https://github.com/alpha)', '[Beta](https://github.com/beta)'],
    ['names that are only a legal form', '[AG](https://a.example)', '[SE](https://b.example)'],
    ['names without letters', '[!](https://a.example)', '[?](https://b.example)'],
  ])('with %s', (_, a, b) => {
    expect(together(a, b)).toHaveLength(2);
  });

  it('when both have files with places of their own on one host', () => {
    const file = (name: string): string => `---\nname: ${name}\nurl: https://uni.example/${name}\n---\n`;
    const files = { 'en/partners/law.md': file('law'), 'en/partners/arts.md': file('arts') };
    expect(namesOf({ ...files, 'en/a.md': roster('[Maths](https://uni.example/maths)') })).toEqual([
      'en Maths',
      'en arts',
      'en law',
    ]);
  });

  it('when one page lists both with places of their own on one host', () => {
    const list = roster('[Faculty of Law](https://uni.example/law)', '[Faculty of Arts](https://uni.example/arts)');
    expect(namesOf({ 'en/a.md': list, 'en/b.md': roster('[Law](https://uni.example/law)') })).toEqual([
      'en Faculty of Law',
      'en Faculty of Arts',
    ]);
  });
});

describe('partners in several languages', () => {
  const tied = (files: Files, options: Partial<BuildOptions> = {}) => {
    const partners = partnersOf(files, options);
    const nameOf = (id: string) => partners.find((partner) => partner.id === id)?.name;
    return partners.map(({ name, translationIds }) => [name, translationIds.map(nameOf)]);
  };
  const german = (item: string): string => `## Partner\n\n- ${item}\n`;

  it.each([
    ['name', 'Alpha GmbH', 'https://a.example', 'Alpha', 'https://b.example'],
    ['host', 'Stadt Köln', 'https://koeln.example/de', 'City of Cologne', 'https://koeln.example/en'],
  ])('are tied by their %s', (_, a, urlOfA, b, urlOfB) => {
    expect(tied({ 'de/a.md': german(`[${a}](${urlOfA})`), 'en/a.md': roster(`[${b}](${urlOfB})`) })).toEqual([
      [a, [b]],
      [b, [a]],
    ]);
  });

  it('are tied by their path on a host of several, whatever its language is', () => {
    const files = {
      'de/a.md': `${german('[Recht](https://uni.example/de/law)')}- [Kunst](https://uni.example/de/arts)\n`,
      'en/a.md': roster('[Law](https://uni.example/en/law)'),
    };
    expect(tied(files)).toEqual([
      ['Recht', ['Law']],
      ['Kunst', []],
      ['Law', ['Recht']],
    ]);
  });

  it('are tied by an alias that a file of one language declares', () => {
    const files = {
      'de/a.md': german('[Stadt Köln](https://koeln.example)'),
      'en/partners/cologne.md': '---\nname: City of Cologne\naliases: [Stadt Köln]\n---\n',
    };
    expect(tied(files)).toEqual([
      ['Stadt Köln', ['City of Cologne']],
      ['City of Cologne', ['Stadt Köln']],
    ]);
  });
});

describe('a partner with a file of its own', () => {
  const file = `---
name: OSISM GmbH
slug: osism
url: https://osism.tech
description: Runs clouds
aliases: OSISM Team
founded: 2020
---

Text
`;

  it('takes name, slug, URL, description and frontmatter from it, and its place from the list', () => {
    const [first, second] = partnersOf({
      'en/partners/osism.md': file,
      'en/network.md': roster('[Alpha](https://a.example)', '[Osism](https://elsewhere.example), in a list'),
    });
    expect(first?.name).toBe('Alpha');
    expect(second).toMatchObject({
      name: 'OSISM GmbH',
      slug: 'osism',
      url: 'https://osism.tech',
      description: 'Runs clouds',
      frontmatter: { founded: 2020 },
      position: 2,
      source: { path: 'en/partners/osism.md', startLine: 1, rule: null },
    });
  });

  it('is there without any list, and its slug is its name where the file declares none', () => {
    const partners = partnersOf({ 'en/partners/osism.md': file.replace('slug: osism\n', '') });
    expect(partners.map(({ name, slug, position }) => [name, slug, position])).toEqual([
      ['OSISM GmbH', 'osism-gmbh', 0],
    ]);
  });

  it('takes from the list what its file does not say', () => {
    const [partner] = partnersOf({
      'en/partners/osism.md': '---\nname: OSISM\n---\n',
      'en/network.md': roster('[OSISM GmbH](https://osism.tech), clouds'),
    });
    expect(partner).toMatchObject({ name: 'OSISM', url: 'https://osism.tech', description: 'clouds' });
  });

  it('may be named by its title beside a URL', () => {
    expect(namesOf({ 'en/partners/a.md': '---\ntitle: Alpha\nurl: https://a.example\n---\n' })).toEqual(['en Alpha']);
  });

  it.each([
    ['says neither name nor URL', 'en/partners/how-to-join.md', '---\ntitle: How to join\n---\n'],
    ['is the index', 'en/partners/index.md', '---\nname: Partners\n---\n'],
    ['lies elsewhere', 'en/authors/ada.md', '---\nname: Ada\n---\n'],
  ])('is none when the file %s', (_, path, text) => {
    expect(namesOf({ [path]: text })).toEqual([]);
  });

  it('may lie in another folder', () => {
    const options = { partners: { folder: 'network/members', aliases: {} } };
    expect(namesOf({ 'en/network/members/a.md': '---\nname: Alpha\n---\n' }, options)).toEqual(['en Alpha']);
  });

  it.each([
    ['url: nowhere', 'expected "url" to be the address of a web site, but found "nowhere"'],
    ['url: javascript:alert(1)', 'expected "url" to be the address of a web site, but found "javascript:alert(1)"'],
    ['url: [a]', 'expected "url" to be the address of a web site, but found ["a"]'],
    ['aliases: {a: b}', 'expected "aliases" to be a list of names, but found {"a":"b"}'],
  ])('with %s is told, and there without it', (line, message) => {
    const { indexes, diagnostics } = snapshotOf({ 'en/partners/a.md': `---\nname: Alpha\n${line}\n---\n` });
    expect(indexes.Partner.all.map(({ name, url }) => [name, url])).toEqual([['Alpha', null]]);
    expect(diagnostics.map(({ code, message, line }) => ({ code, message, line }))).toEqual([
      { code: 'frontmatter-value', message, line: 3 },
    ]);
  });

  it('without one keeps its id, whichever page comes first', () => {
    const [a, b] = [roster('[OSISM GmbH](https://osism.tech)'), roster('[Cloud Manager](https://osism.tech)')];
    const [before, after] = [partnersOf({ 'en/a.md': a, 'en/b.md': b }), partnersOf({ 'en/c.md': a, 'en/b.md': b })];
    expect([before, after].map(([first]) => first?.name)).toEqual(['OSISM GmbH', 'Cloud Manager']);
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  });

  it('keeps its id when file and place change', () => {
    const ids = ['en/partners/a.md', 'en/partners/zz.md'].map((path) => partnersOf({ [path]: file })[0]?.id);
    expect(ids[0]).toBe(ids[1]);
  });

  it('keeps an id of its own where two declare one slug', () => {
    const two = { 'en/partners/a.md': file, 'en/partners/b.md': '---\nname: Other\nslug: osism\n---\n' };
    const { 'en/partners/b.md': other, ...first } = two;
    const idsOf = (files: Files) => Object.fromEntries(partnersOf(files).map(({ name, id }) => [name, id]));
    expect(new Set(Object.values(idsOf(two))).size).toBe(2);
    expect(idsOf({ ...first, 'en/partners/0.md': other })).toEqual(idsOf(two));
  });
});
