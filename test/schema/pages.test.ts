import { expect, it } from 'vitest';
import { apiOf } from '../support/api.ts';
import { badInput, problemsOf } from './problems.ts';

const orchard = `---
title: The orchard
description: Trees and who looks after them
template: wide
date: 2026-03-01
tags: [apple, pear]
opening: { day: Sunday, hour: 10.5, gate: null, free: true }
---

# Orchard

Old trees, *young* [graft](https://graft.example)s.

## Partners

- [Ladder Loan](https://ladder.example), tall ones

## Goals

- Prune in [winter](#winter)

### Winter

Cold \`saws\`.

| Tree | Age |
| ---- | --- |
| Pear | 90  |
`;

const obstwiese = `---
slug: orchard
---

# Obstwiese

## Pflücken & Pressen

Im Herbst.
`;

const files = {
  'en/pages/orchard.md': orchard,
  'de/pages/obstwiese.md': obstwiese,
  'fr/pages/orchard.md': '# Verger\n',
  'en/meadow.md': 'Grass.\n',
};

it('answers every plain field of a page', async () => {
  const answer = await apiOf(files).query(`{
    page(slug: "orchard") { slug language title description collection template date path frontmatter }
  }`);
  expect(answer).toEqual({
    data: {
      page: {
        slug: 'orchard',
        language: 'en',
        title: 'The orchard',
        description: 'Trees and who looks after them',
        collection: 'pages',
        template: 'wide',
        date: '2026-03-01',
        path: '/orchard',
        frontmatter: {
          title: 'The orchard',
          description: 'Trees and who looks after them',
          template: 'wide',
          date: '2026-03-01',
          tags: ['apple', 'pear'],
          opening: { day: 'Sunday', hour: 10.5, gate: null, free: true },
        },
      },
    },
  });
});

it('answers null, empty text or a guess for what a page does not say', async () => {
  const answer = await apiOf({ 'en/wild-meadow.md': '' }).query(`{
    page(slug: "wild-meadow") {
      title description collection template date path frontmatter html markdown text excerpt wordCount
      headings { text } sections { heading } section(anchor: "any") { heading } partners { name } goals { text }
      links { text } translations { slug } translation(language: "de") { slug }
      source { path startLine endLine headings }
    }
  }`);
  expect(answer).toEqual({
    data: {
      page: {
        title: 'Wild meadow',
        description: null,
        collection: '',
        template: null,
        date: null,
        path: '/wild-meadow',
        frontmatter: {},
        html: '',
        markdown: '',
        text: '',
        excerpt: '',
        wordCount: 0,
        headings: [],
        sections: [],
        section: null,
        partners: [],
        goals: [],
        links: [],
        translations: [],
        translation: null,
        source: { path: 'en/wild-meadow.md', startLine: 1, endLine: 1, headings: [] },
      },
    },
  });
});

it('answers the body as Markdown, HTML and text', async () => {
  const body = '# Meadow\n\nGrass & *flowers*.\n\n- one\n- two\n';
  const answer = await apiOf({ 'en/meadow.md': `---\ntitle: M\n---\n${body}` }).query(`{
    page(slug: "meadow") { markdown html text wordCount }
  }`);
  expect(answer).toEqual({
    data: {
      page: {
        markdown: body,
        html: [
          '<h1 id="meadow">Meadow</h1>',
          '<p>Grass &#x26; <em>flowers</em>.</p>',
          '<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n',
        ].join('\n'),
        text: 'Meadow\n\nGrass & flowers.\n\none\ntwo',
        wordCount: 5,
      },
    },
  });
});

it('answers what stands on a page, in its order', async () => {
  const answer = await apiOf(files).query(`{
    page(slug: "orchard") {
      partners { name } goals { text } links { text } source { path startLine endLine headings }
    }
  }`);
  expect(answer).toEqual({
    data: {
      page: {
        partners: [{ name: 'Ladder Loan' }],
        goals: [{ text: 'Prune in winter' }],
        links: [{ text: 'graft' }, { text: 'Ladder Loan' }, { text: 'winter' }],
        source: { path: 'en/pages/orchard.md', startLine: 1, endLine: 28, headings: [] },
      },
    },
  });
});

it('answers a partner that a page lists twice once, and in both sections', async () => {
  const orchard =
    '## Partners\n\n- [Ladders](https://ladder.example)\n\n## Our partners\n\n- [ladders](https://ladder.example/b)\n';
  const answer = await apiOf({ 'en/orchard.md': orchard }).query(`{
    page(slug: "orchard") { partners { name url } sections { heading partners { name } } }
  }`);
  expect(answer).toEqual({
    data: {
      page: {
        partners: [{ name: 'Ladders', url: 'https://ladder.example' }],
        sections: [
          { heading: 'Partners', partners: [{ name: 'Ladders' }] },
          { heading: 'Our partners', partners: [{ name: 'Ladders' }] },
        ],
      },
    },
  });
});

it.each([
  ['{ page(slug: "orchard") { title } }', 'The orchard'],
  ['{ page(slug: "orchard", language: null) { title } }', 'The orchard'],
  ['{ page(slug: "orchard", language: "en") { title } }', 'The orchard'],
  ['{ page(slug: "orchard", language: "de") { title } }', 'Obstwiese'],
  ['{ page(slug: "orchard", language: "fr") { title } }', 'Verger'],
])('finds with %s "%s"', async (query, title) => {
  expect(await apiOf(files).query(query)).toEqual({ data: { page: { title } } });
});

it('looks in the most common language when there are no pages of the default one', async () => {
  const api = apiOf({ 'de/a.md': '# A\n', 'fr/a.md': '# B\n', 'fr/b.md': '# C\n' });
  expect(await api.query('{ page(slug: "a") { language title } }')).toEqual({
    data: { page: { language: 'fr', title: 'B' } },
  });
});

it.each([
  ['slug: "pond"'],
  ['slug: "Orchard"'],
  ['slug: ""'],
  ['slug: "obstwiese", language: "de"'],
  ['slug: "meadow", language: "de", fallback: false'],
  ['slug: "orchard", language: "es", fallback: false'],
  ['slug: "orchard", language: "en-GB", fallback: false'],
  ['slug: "../../etc/passwd"'],
  ['slug: "__proto__"'],
])('answers null for page(%s)', async (args) => {
  expect(await apiOf(files).query(`{ page(${args}) { title } }`)).toEqual({ data: { page: null } });
});

it('answers the headings down to a level', async () => {
  const answer = await apiOf(files).query(`{
    page(slug: "orchard") {
      all: headings { text anchor level }
      two: headings(maxLevel: 2) { text }
      one: headings(maxLevel: 1) { text }
      null: headings(maxLevel: null) { level }
    }
  }`);
  expect(answer).toEqual({
    data: {
      page: {
        all: [
          { text: 'Orchard', anchor: 'orchard', level: 1 },
          { text: 'Partners', anchor: 'partners', level: 2 },
          { text: 'Goals', anchor: 'goals', level: 2 },
          { text: 'Winter', anchor: 'winter', level: 3 },
        ],
        two: [{ text: 'Orchard' }, { text: 'Partners' }, { text: 'Goals' }],
        one: [{ text: 'Orchard' }],
        null: [{ level: 1 }, { level: 2 }, { level: 2 }, { level: 3 }],
      },
    },
  });
});

it('answers a section for every heading, each with its sub-sections', async () => {
  const answer = await apiOf(files).query(`{
    page(slug: "orchard") {
      sections { heading anchor level partners { name } goals { text } links { text } source { startLine endLine headings } }
    }
  }`);
  const ladder = { name: 'Ladder Loan' };
  const prune = { text: 'Prune in winter' };
  const [graft, loan, winter] = [{ text: 'graft' }, { text: 'Ladder Loan' }, { text: 'winter' }];
  expect(answer).toEqual({
    data: {
      page: {
        sections: [
          {
            ...{ heading: 'Orchard', anchor: 'orchard', level: 1 },
            ...{ partners: [ladder], goals: [prune], links: [graft, loan, winter] },
            source: { startLine: 10, endLine: 28, headings: [] },
          },
          {
            ...{ heading: 'Partners', anchor: 'partners', level: 2 },
            ...{ partners: [ladder], goals: [], links: [loan] },
            source: { startLine: 14, endLine: 16, headings: ['Orchard'] },
          },
          {
            ...{ heading: 'Goals', anchor: 'goals', level: 2 },
            ...{ partners: [], goals: [prune], links: [winter] },
            source: { startLine: 18, endLine: 28, headings: ['Orchard'] },
          },
          {
            ...{ heading: 'Winter', anchor: 'winter', level: 3 },
            ...{ partners: [], goals: [], links: [] },
            source: { startLine: 22, endLine: 28, headings: ['Orchard', 'Goals'] },
          },
        ],
      },
    },
  });
});

it.each(['NFC', 'NFD'] as const)('answers the section with an anchor in %s', async (form) => {
  const query = `query ($anchor: String!) {
    page(slug: "orchard", language: "de") { section(anchor: $anchor) { heading html text source { path } } }
  }`;
  const anchor = 'pflücken--pressen'.normalize(form);
  expect(await apiOf(files).query(query, { anchor })).toEqual({
    data: {
      page: {
        section: {
          heading: 'Pflücken & Pressen',
          html: '<h2 id="pflücken--pressen">Pflücken &#x26; Pressen</h2>\n<p>Im Herbst.</p>\n',
          text: 'Pflücken & Pressen\n\nIm Herbst.',
          source: { path: 'de/pages/obstwiese.md' },
        },
      },
    },
  });
});

it.each(['', '#winter', 'Winter', 'Wint', '__proto__'])(
  'answers null for the section with anchor "%s"',
  async (anchor) => {
    const query = 'query ($anchor: String!) { page(slug: "orchard") { section(anchor: $anchor) { heading } } }';
    expect(await apiOf(files).query(query, { anchor })).toEqual({ data: { page: { section: null } } });
  },
);

it('gives headings with the same words anchors of their own', async () => {
  const api = apiOf({ 'en/log.md': '# Day\n\nRain.\n\n# Day\n\nSun.\n' });
  expect(await api.query('{ page(slug: "log") { section(anchor: "day-1") { html text } } }')).toEqual({
    data: { page: { section: { html: '<h1 id="day-1">Day</h1>\n<p>Sun.</p>\n', text: 'Day\n\nSun.' } } },
  });
});

it.each([
  ['', 'Old trees, young grafts. tall ones'],
  ['(length: 24)', 'Old trees, young…'],
  ['(length: 12)', 'Old trees…'],
  ['(length: 1)', '…'],
  ['(length: 10000)', 'Old trees, young grafts. tall ones'],
])('cuts the prose with excerpt%s to "%s"', async (args, excerpt) => {
  const api = apiOf({ 'en/orchard.md': '# Orchard\n\nOld trees, *young* grafts.\n\n```\ncode\n```\n\ntall ones\n' });
  expect(await api.query(`{ page(slug: "orchard") { excerpt${args} } }`)).toEqual({ data: { page: { excerpt } } });
});

it('cuts an excerpt to 200 characters when it is not told how many', async () => {
  const api = apiOf({ 'en/long.md': 'leaf '.repeat(100) });
  const excerpt = `${'leaf '.repeat(40).trim()}…`;
  expect(await api.query('{ page(slug: "long") { excerpt null: excerpt(length: null) } }')).toEqual({
    data: { page: { excerpt, null: excerpt } },
  });
});

it.each([0, -1, 10_001])('refuses an excerpt of %i characters', async (length) => {
  const query = 'query ($length: Int!) { page(slug: "meadow") { excerpt(length: $length) } }';
  const answer = await apiOf(files).query(query, { length });
  expect(answer.data).toEqual({ page: null });
  expect(problemsOf(answer)).toEqual([badInput(`Expected "length" to be from 1 to 10000, but got: ${length}.`)]);
});

it('ties a page to its translations, ordered by language', async () => {
  const query = '{ page(slug: "orchard") { translations { language title translations { language } } } }';
  expect(await apiOf(files).query(query)).toEqual({
    data: {
      page: {
        translations: [
          { language: 'de', title: 'Obstwiese', translations: [{ language: 'en' }, { language: 'fr' }] },
          { language: 'fr', title: 'Verger', translations: [{ language: 'de' }, { language: 'en' }] },
        ],
      },
    },
  });
});

it('answers one translation, in its own language the page itself, otherwise null', async () => {
  const query = `{
    page(slug: "orchard") {
      de: translation(language: "DE") { title }
      en: translation(language: "en") { title }
      es: translation(language: "es") { title }
    }
  }`;
  expect(await apiOf(files).query(query)).toEqual({
    data: { page: { de: { title: 'Obstwiese' }, en: { title: 'The orchard' }, es: null } },
  });
});

it('lists pages by path and language, of all languages and of one', async () => {
  const query = `{
    all: pages { totalCount nodes { path language } }
    german: pages(language: "de") { totalCount nodes { path language } }
    spanish: pages(language: "es") { totalCount nodes { path language } }
  }`;
  expect(await apiOf(files).query(query)).toEqual({
    data: {
      all: {
        totalCount: 4,
        nodes: [
          { path: '/meadow', language: 'en' },
          { path: '/orchard', language: 'de' },
          { path: '/orchard', language: 'en' },
          { path: '/orchard', language: 'fr' },
        ],
      },
      german: { totalCount: 1, nodes: [{ path: '/orchard', language: 'de' }] },
      spanish: { totalCount: 0, nodes: [] },
    },
  });
});

it.each([0, -1, 7])('refuses headings(maxLevel: %i)', async (maxLevel) => {
  const answer = await apiOf({ 'en/a.md': '# A\n' }).query(
    'query ($maxLevel: Int) { page(slug: "a") { headings(maxLevel: $maxLevel) { text } } }',
    { maxLevel },
  );
  expect(answer.errors?.map(({ message }) => message)).toEqual([
    `Expected "maxLevel" to be from 1 to 6, but got: ${maxLevel}.`,
  ]);
});
