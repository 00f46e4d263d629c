import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRenderer } from '../../src/content/renderer.ts';
import type { ExtractionRule, ItemShape } from '../../src/content/rules.ts';
import { type Files, snapshotOf } from '../support/content.ts';
import { briefly, problemsIn } from './support.ts';

const namesIn = (files: Files) => snapshotOf(files).indexes.Partner.all.map(({ name }) => name);
const goalsIn = (files: Files) => snapshotOf(files).indexes.Goal.all.map(({ text }) => text);
const twoPartners = '- [Alpha](https://alpha.example)\n- [Beta](https://beta.example)\n';
const twoGoals = '- Grow\n- Share\n';

/** Name, URL and description of the partners that a list below "Partners" gives. */
function listed(list: string) {
  const { indexes } = snapshotOf({ 'en/page.md': `## Partners\n\n${list}\n` });
  return indexes.Partner.all.map(({ name, url, description }) => [name, url, description]);
}

/** Every diagnostic of one English page, as code and line. */
const problemsOfPage = (text: string) => problemsIn({ 'en/page.md': text }).map(({ code, line }) => [code, line]);

describe('headings that name partners', () => {
  it.each([
    '## Partners',
    '## Our partners',
    '## OUR PARTNERS',
    '# The partners',
    '###### All our partners',
    '## **Our Partners:**',
    '## *Partners*',
    '## Partners:',
    '## 14 partners',
    '## All 14 partners',
    '## Partners of the network',
    '## Our partners in the forum',
    '## Partner organisations',
    '## Network partners',
    '## [Our partners](/partners)',
    '## Our partners ##',
    'Our partners\n---',
    'Our\npartners\n===',
  ])('in English: %j', (heading) => {
    expect(namesIn({ 'en/page.md': `${heading}\n\n${twoPartners}` })).toEqual(['Alpha', 'Beta']);
  });

  it.each([
    '## Partner',
    '## Partner im Netzwerk',
    '## **Unsere Partner:**',
    '## Unsere Partner',
    '## Die Partner des Forums',
    '## Unsere 14 Partner',
    '## Alle unsere Partner',
    '## Partnerinnen und Partner',
    '## Kooperationspartner',
    '## Partnerunternehmen von uns',
    '## Strategische Partner',
    '## Partner:innen des Verbands',
    '## Partner (alphabetisch)',
    '## Partner für 2027',
    '## Partner fu\u0308r 2027',
    '## Partner im offenen Netzwerk',
  ])('in German: %j', (heading) => {
    expect(namesIn({ 'de/page.md': `${heading}\n\n${twoPartners}` })).toEqual(['Alpha', 'Beta']);
  });

  it('hold for every region of a language', () => {
    expect(namesIn({ 'de-AT/page.md': `## Unsere Partner\n\n${twoPartners}` })).toEqual(['Alpha', 'Beta']);
  });
});

describe('headings that do not name partners', () => {
  it.each([
    '## 14 strong partners engage',
    '## Partners in the press',
    '## Partners for your migration',
    '## Partners at work',
    '## Partners on tour',
    '## Use Cases and Partners',
    '## Become a partner',
    '## Partnership',
    '## Partnerships',
    '## Our partners say',
    '## Partners and friends',
    '## Former partners',
    '## Partner',
    '## A word from our partners',
    '## Why partners?',
    '## Our',
    '##',
  ])('in English: %j', (heading) => {
    const files = { 'en/page.md': `${heading}\n\n${twoPartners}` };
    expect([namesIn(files), problemsIn(files)]).toEqual([[], []]);
  });

  it.each([
    '## Partner werden',
    '## Partnerschaft',
    '## Anwendungen und Partner',
    '## Was unsere Partner sagen',
    '## Partner sagen',
    '## Starke Partner',
    '## Partnern',
  ])('in German: %j', (heading) => {
    const files = { 'de/page.md': `${heading}\n\n${twoPartners}` };
    expect([namesIn(files), problemsIn(files)]).toEqual([[], []]);
  });

  it.each([
    ['de', '## Our partners'],
    ['en', '## Unsere Partner'],
    ['fr', '## Our partners'],
    ['fr', '## Unsere Partner'],
  ])("in another language's words: %s, %s", (language, heading) => {
    const files = { [`${language}/page.md`]: `${heading}\n\n${twoPartners}` };
    expect([namesIn(files), problemsIn(files)]).toEqual([[], []]);
  });

  it('when a paragraph says the same', () => {
    expect(namesIn({ 'en/page.md': `Our partners\n\n${twoPartners}` })).toEqual([]);
  });

  it('when the heading stands in a block quote', () => {
    expect(namesIn({ 'en/page.md': `> ## Our partners\n\n${twoPartners}` })).toEqual([]);
  });
});

describe('headings that name goals', () => {
  it.each<[string, string]>([
    ['en', '## Goals'],
    ['en', '## Goals of the Forum:'],
    ['en', '## Our goals'],
    ['en', '## Aims and objectives'],
    ['en', '## Our 3 goals for 2027'],
    ['de', '## Ziele'],
    ['de', '## Unsere Ziele'],
    ['de', '## Ziele des Forums'],
    ['de', '## Zielsetzung'],
    ['de', '## Ziele und Aufgaben'],
  ])('%s: %s', (language, heading) => {
    expect(goalsIn({ [`${language}/page.md`]: `${heading}\n\n${twoGoals}` })).toEqual(['Grow', 'Share']);
  });

  it.each<[string, string]>([
    ['en', '## Standing still is not a desirable goal!'],
    ['en', '## Goal'],
    ['en', '## Goals are hard'],
    ['en', '## Goalkeepers'],
    ['en', '## Ziele'],
    ['de', '## Stillstand ist kein Ziel'],
    ['de', '## Ziele erreichen'],
    ['de', '## Zielgruppe'],
    ['de', '## Goals'],
  ])('but not %s: %s', (language, heading) => {
    const files = { [`${language}/page.md`]: `${heading}\n\n${twoGoals}` };
    expect([goalsIn(files), problemsIn(files)]).toEqual([[], []]);
  });
});

describe('a partner in a list', () => {
  it.each<[string, string, [string, string, string | null]]>([
    ['a bare link', '- [Alpha](https://alpha.example)', ['Alpha', 'https://alpha.example', null]],
    ['a star for a bullet', '* [Alpha](https://alpha.example)', ['Alpha', 'https://alpha.example', null]],
    ['a plus for a bullet', '+ [Alpha](https://alpha.example)', ['Alpha', 'https://alpha.example', null]],
    ['a number', '1. [Alpha](https://alpha.example)', ['Alpha', 'https://alpha.example', null]],
    ['a number with a bracket', '7) [Alpha](https://alpha.example)', ['Alpha', 'https://alpha.example', null]],
    [
      'bold, and a dash',
      '- **[Alpha](http://alpha.example)** – sows seeds',
      ['Alpha', 'http://alpha.example', 'sows seeds'],
    ],
    ['bold and italic', '- ***[Alpha](https://a.example)*** sows', ['Alpha', 'https://a.example', 'sows']],
    ['bold within the link', '- [**Alpha** `1`](https://a.example): sows', ['Alpha 1', 'https://a.example', 'sows']],
    ['a comma', '- [Alpha](https://a.example), sows seeds.', ['Alpha', 'https://a.example', 'sows seeds.']],
    ['a hyphen', '- [Alpha](https://a.example) - sows', ['Alpha', 'https://a.example', 'sows']],
    [
      'a name that comes again',
      '- [Alpha](https://a.example) – Alpha sows',
      ['Alpha', 'https://a.example', 'Alpha sows'],
    ],
    [
      'a further link',
      '- [Alpha](https://a.example), see [Beta](https://b.example)',
      ['Alpha', 'https://a.example', 'see Beta'],
    ],
    [
      'a further paragraph',
      '- [Alpha](https://a.example)\n\n  Sows seeds.',
      ['Alpha', 'https://a.example', 'Sows seeds.'],
    ],
    [
      'a second line',
      '- [Alpha](https://a.example) sows\n  many seeds',
      ['Alpha', 'https://a.example', 'sows many seeds'],
    ],
    ['a reference', '- [Alpha][a]\n\n[a]: https://a.example "Title"', ['Alpha', 'https://a.example', null]],
    ['a collapsed reference', '- [Alpha][]\n\n[alpha]: https://a.example', ['Alpha', 'https://a.example', null]],
    ['a shortcut reference', '- [Alpha], sows\n\n[ALPHA]: <https://a.example>', ['Alpha', 'https://a.example', 'sows']],
    ['a logo for a name', '- [![Alpha](/logo.svg)](https://a.example)', ['Alpha', 'https://a.example', null]],
    ['an autolink', '- <https://a.example>', ['https://a.example', 'https://a.example', null]],
    ['an entity in the name', '- [A &amp; B](https://a.example)', ['A & B', 'https://a.example', null]],
    ['a scheme in capitals', '- [Alpha](HTTPS://A.example)', ['Alpha', 'HTTPS://A.example', null]],
    ['a task list', '- [ ] [Alpha](https://a.example)', ['Alpha', 'https://a.example', null]],
  ])('may be written with %s', (_, list, partner) => {
    expect(listed(list)).toEqual([partner]);
  });

  it('gives no partners for the lists nested in it', () => {
    expect(listed('- [Alpha](https://a.example)\n  - [Beta](https://b.example)')).toEqual([
      ['Alpha', 'https://a.example', null],
    ]);
  });

  it('may stand in one of several lists with nothing between them', () => {
    const list = '- [Alpha](https://a.example)\n\n1. [Beta](https://b.example)\n\n* [Gamma](https://c.example)';
    expect(listed(list).map(([name]) => name)).toEqual(['Alpha', 'Beta', 'Gamma']);
  });

  it('does not stand in a list after further text, which is reported', () => {
    const text = '## Partners\n\n- [Alpha](https://a.example)\n\nMore:\n\n- [Leaflet](https://l.example)\n';
    expect(namesIn({ 'en/page.md': text })).toEqual(['Alpha']);
    expect(snapshotOf({ 'en/page.md': text }).diagnostics.map(briefly)).toEqual([
      { code: 'rule-skipped-item', path: 'en/page.md', line: 7, column: 1 },
    ]);
  });

  it('may stand behind text, a rule or a table, but not behind a further heading', () => {
    const list = 'Text\n\n***\n\n- [Alpha](https://a.example)\n\n### Later\n\n- [Beta](https://b.example)';
    expect(listed(list)).toEqual([['Alpha', 'https://a.example', null]]);
  });

  it.each([
    ['text', '- Beta'],
    ['text before a link', '- See [Beta](https://b.example)'],
    ['an internal link', '- [Beta](/beta)'],
    ['a relative link', '- [Beta](beta.md)'],
    ['a mail address', '- [Beta](mailto:beta@b.example)'],
    ['a script', '- [Beta](javascript:void)'],
    ['a link without words', '- [](https://b.example)'],
    ['nothing', '-'],
    ['a nested list alone', '- - [Beta](https://b.example)'],
    ['a quote', '- > [Beta](https://b.example)'],
    ['code', '- `[Beta](https://b.example)`'],
  ])('is skipped and reported when it leads with %s', (_, item) => {
    const text = `## Partners\n\n- [Alpha](https://a.example)\n${item}\n`;
    expect(namesIn({ 'en/page.md': text })).toEqual(['Alpha']);
    expect(problemsIn({ 'en/page.md': text }).filter(({ code }) => code !== 'link-scheme')).toEqual([
      { code: 'rule-skipped-item', path: 'en/page.md', line: 4, column: 1 },
    ]);
  });
});

describe('a rule that finds nothing', () => {
  it('says which rule and heading, with the headings above', () => {
    const text = '---\ntitle: One\n---\n\n# Forum\n\n## **Who** we are\n\n### Our partners\n\nMany.\n';
    expect(snapshotOf({ 'en/page.md': text }).diagnostics).toEqual([
      {
        code: 'rule-found-nothing',
        severity: 'warning',
        message:
          'rule "partner-list" expected a list below the heading "Forum > Who we are > Our partners", but found none',
        hint: 'Write one list item for each, directly below the heading, or reword the heading.',
        path: 'en/page.md',
        line: 9,
        column: 1,
      },
    ]);
  });

  it('names the goal rule for goals', () => {
    const [found] = snapshotOf({ 'de/page.md': '## Ziele\n' }).diagnostics;
    expect(found?.message).toBe('rule "goal-list" expected a list below the heading "Ziele", but found none');
  });

  it('does not take the list below a further sub-heading', () => {
    const text = `## Our partners\n\nText\n\n### How to join\n\n${twoPartners}`;
    expect(namesIn({ 'en/page.md': text })).toEqual([]);
    expect(problemsOfPage(text)).toEqual([['rule-found-nothing', 1]]);
  });

  it('says so once for each heading that it matched', () => {
    expect(problemsOfPage(`# Partners\n\n## Partners\n\n${twoPartners}\n## Partners\n`)).toEqual([
      ['rule-found-nothing', 1],
      ['rule-found-nothing', 8],
    ]);
  });

  it('does not take a list in a block quote', () => {
    expect(problemsOfPage('## Goals\n\n> - Grow\n')).toEqual([['rule-found-nothing', 1]]);
  });

  it('names the shape that it expected of a skipped item', () => {
    const [found] = snapshotOf({ 'en/page.md': '## Partners\n\n- [Inside](/inside)\n' }).diagnostics;
    expect(found).toEqual({
      code: 'rule-skipped-item',
      severity: 'warning',
      message: 'rule "partner-list" expected a list item led by a link to a web site, but found another list item',
      hint: 'Write it like the items beside it, or move it out of the list.',
      path: 'en/page.md',
      line: 3,
      column: 1,
    });
  });
});

describe('partner nodes', () => {
  const files: Files = {
    'en/pages/b.md': '## Partners\n\n- [Beta AG](https://beta.example)\n- [Alpha](https://other.example), again\n',
    'en/pages/a.md':
      'Text\n\n## Partners\n\n- [Alpha](https://alpha.example), first\n- [ALPHA ](https://alpha.example)\n',
    'de/pages/a.md': '## Partner\n\n- [Alpha](https://alpha.example), zuerst\n',
    'de/pages/b.md': '## Partner\n\n- [Gamma](https://gamma.example)\n',
  };
  const { indexes } = snapshotOf(files);
  const slugsOfPages = (ids: readonly string[]) =>
    ids.map((id) => indexes.Page.all.find((page) => page.id === id)?.source.path);

  it('are one for each partner and language, however many pages list it', () => {
    const partners = indexes.Partner.all.map(({ name, language, url, description, slug, position, pageIds }) => {
      return { name, language, url, description, slug, position, pages: slugsOfPages(pageIds) };
    });
    expect(partners).toEqual([
      {
        name: 'Alpha',
        language: 'de',
        url: 'https://alpha.example',
        description: 'zuerst',
        slug: 'alpha',
        position: 1,
        pages: ['de/pages/a.md'],
      },
      {
        name: 'Alpha',
        language: 'en',
        url: 'https://alpha.example',
        description: 'first',
        slug: 'alpha',
        position: 1,
        pages: ['en/pages/a.md', 'en/pages/b.md'],
      },
      {
        name: 'Gamma',
        language: 'de',
        url: 'https://gamma.example',
        description: null,
        slug: 'gamma',
        position: 1,
        pages: ['de/pages/b.md'],
      },
      {
        name: 'Beta AG',
        language: 'en',
        url: 'https://beta.example',
        description: null,
        slug: 'beta-ag',
        position: 1,
        pages: ['en/pages/b.md'],
      },
    ]);
  });

  it('are what every page that lists them refers to, at the line of the page', () => {
    const nameOf = (id: string) => indexes.Partner.all.find((partner) => partner.id === id)?.name;
    const lists = indexes.Page.all.map(({ source, partners }) => [
      source.path,
      partners.map(({ id, line }) => [nameOf(id), line]),
    ]);
    expect(Object.fromEntries(lists)).toEqual({
      'de/pages/a.md': [['Alpha', 3]],
      'de/pages/b.md': [['Gamma', 3]],
      'en/pages/a.md': [
        ['Alpha', 5],
        ['Alpha', 6],
      ],
      'en/pages/b.md': [
        ['Beta AG', 3],
        ['Alpha', 4],
      ],
    });
  });

  it('are tied to the same partner in other languages', () => {
    const [germanAlpha, englishAlpha] = indexes.Partner.all;
    expect(indexes.Partner.all.map(({ translationIds }) => translationIds)).toEqual([
      [englishAlpha?.id],
      [germanAlpha?.id],
      [],
      [],
    ]);
  });

  it('say where they are listed first', () => {
    expect(indexes.Partner.all.map(({ source }) => source)).toEqual([
      { path: 'de/pages/a.md', startLine: 3, endLine: 3, headings: ['Partner'], rule: 'partner-list' },
      { path: 'en/pages/a.md', startLine: 5, endLine: 5, headings: ['Partners'], rule: 'partner-list' },
      { path: 'de/pages/b.md', startLine: 3, endLine: 3, headings: ['Partner'], rule: 'partner-list' },
      { path: 'en/pages/b.md', startLine: 3, endLine: 3, headings: ['Partners'], rule: 'partner-list' },
    ]);
  });

  it('may be listed twice on a page when they lead to the same place', () => {
    const list = '- [A-B](https://a.example)\n- [A B](https://a.example)\n';
    const { indexes, diagnostics } = snapshotOf({ 'en/page.md': `## Partners\n\n${list}` });
    expect([indexes.Partner.all.map(({ name }) => name), diagnostics]).toEqual([['A-B'], []]);
  });

  it('have slugs as GitHub makes them of headings, and are told apart by more than punctuation and spaces', () => {
    const names = ['OSISM GmbH', 'Cloud&Heat', 'Grün & Söhne', 'A B', 'A-B', 'A.B', 'AB', 'plusserver (DE)'];
    const list = names.map((name, index) => `- [${name.replaceAll('*', '\\*')}](https://p${index}.example)`).join('\n');
    const partners = snapshotOf({ 'en/page.md': `## Partners\n\n${list}\n` }).indexes.Partner.all;
    expect(partners.map(({ slug }) => slug)).toEqual([
      'osism-gmbh',
      'cloudheat',
      'grün--söhne',
      'a-b',
      'plusserver-de',
    ]);
  });

  it('keep slugs and ids of their own where a name gives no slug', () => {
    const names = ['\\*\\*\\*', 'Partner', '!!!'];
    const list = names.map((name, index) => `- [${name}](https://p${index}.example)`).join('\n');
    const { indexes, nodes } = snapshotOf({ 'en/page.md': `## Partners\n\n${list}\n` });
    expect(new Set(indexes.Partner.all.map(({ slug }) => slug)).size).toBe(3);
    expect([...nodes.values()].filter(({ type }) => type === 'Partner')).toEqual(indexes.Partner.all);
  });

  it('have ids that nothing else has', () => {
    const ids = [...snapshotOf(files).nodes.values()].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(4 + 4 + 6);
  });
});

describe('goal nodes', () => {
  const english = `---
title: Goals
---

# Garden

## Goals of the garden

1. Grow *every* month.
2. Waste no [water][pump],
   not even a drop.

   Rain is collected.

   - in barrels
   - in the pond

### Later

Text

[pump]: /pump
`;
  const german = '# Garten\n\n## Ziele\n\n- Wachsen.\n- Wasser sparen.\n- Feiern.\n';
  const { indexes } = snapshotOf({ 'en/pages/garden.md': english, 'de/pages/garden.md': german });
  const [germanPage, englishPage] = indexes.Page.all;
  const textsOf = (ids: readonly string[]) => ids.map((id) => indexes.Goal.all.find((goal) => goal.id === id)?.text);

  it('carry text, Markdown, position, page and source', () => {
    const goals = indexes.Goal.byLanguage.get('en')?.map(({ id: _id, translationIds: _ids, ...goal }) => goal);
    const common = {
      type: 'Goal',
      language: 'en',
      definitions: { links: new Map([['pump', '[pump]: /pump']]), footnotes: new Map() },
      digest: englishPage?.digest,
      pageId: englishPage?.id,
    };
    expect(goals).toEqual([
      {
        ...common,
        text: 'Grow every month.',
        markdown: 'Grow *every* month.',
        position: 1,
        source: {
          path: 'en/pages/garden.md',
          startLine: 9,
          endLine: 9,
          headings: ['Garden', 'Goals of the garden'],
          rule: 'goal-list',
        },
      },
      {
        ...common,
        text: 'Waste no water, not even a drop. Rain is collected.',
        markdown: 'Waste no [water][pump],\nnot even a drop.\n\nRain is collected.\n\n- in barrels\n- in the pond',
        position: 2,
        source: {
          path: 'en/pages/garden.md',
          startLine: 10,
          endLine: 16,
          headings: ['Garden', 'Goals of the garden'],
          rule: 'goal-list',
        },
      },
    ]);
  });

  it('are tied to the goals in the same position of the translation', () => {
    expect(indexes.Goal.all.map(({ text, translationIds }) => [text, textsOf(translationIds)])).toEqual([
      ['Wachsen.', ['Grow every month.']],
      ['Wasser sparen.', ['Waste no water, not even a drop. Rain is collected.']],
      ['Feiern.', []],
      ['Grow every month.', ['Wachsen.']],
      ['Waste no water, not even a drop. Rain is collected.', ['Wasser sparen.']],
    ]);
  });

  it('are what their page refers to', () => {
    expect(germanPage?.goals.map(({ id, line }) => [textsOf([id])[0], line])).toEqual([
      ['Wachsen.', 5],
      ['Wasser sparen.', 6],
      ['Feiern.', 7],
    ]);
  });

  it('have ids of their own when a page says the same twice', () => {
    const goals = snapshotOf({ 'en/page.md': '## Goals\n\n- Grow\n- Grow\n' }).indexes.Goal.all;
    expect(goals.map(({ text, position }) => [text, position])).toEqual([
      ['Grow', 1],
      ['Grow', 2],
    ]);
    expect(new Set(goals.map(({ id }) => id)).size).toBe(2);
  });

  it('may be a task list', () => {
    expect(goalsIn({ 'en/page.md': '## Goals\n\n- [x] Grow\n- [ ] Share\n' })).toEqual(['Grow', 'Share']);
  });

  it('are counted through all lists and headings of a page', () => {
    const text = '## Goals\n\n- Grow\n\n1. Share\n\n## Objectives\n\n- Rest\n';
    const goals = snapshotOf({ 'en/page.md': text }).indexes.Goal.all;
    expect(goals.map((goal) => [goal.text, goal.position, goal.source.headings])).toEqual([
      ['Grow', 1, ['Goals']],
      ['Share', 2, ['Goals']],
      ['Rest', 3, ['Objectives']],
    ]);
  });

  it('leave out and report an item that holds a list only', () => {
    const text = '## Goals\n\n- Grow\n- - inner\n';
    expect(goalsIn({ 'en/page.md': text })).toEqual(['Grow']);
    expect(snapshotOf({ 'en/page.md': text }).diagnostics.map(briefly)).toEqual([
      { code: 'rule-skipped-item', path: 'en/page.md', line: 4, column: 1 },
    ]);
  });
});

/** The one rule "own" of a shape, for headings "Members". */
const ruleOf = (type: ExtractionRule['type'], item: ItemShape): ExtractionRule => ({
  name: 'own',
  type,
  pages: null,
  headings: { en: ['members'] },
  item,
  expected: null,
});

/** Name, URL, description and lines of the partners that a rule of this shape reads. */
function partnersBy(item: ItemShape, text: string) {
  const { indexes } = snapshotOf({ 'en/page.md': text }, { rules: [ruleOf('Partner', item)] });
  return indexes.Partner.all.map(({ name, url, description, source }) => {
    return [name, url, description, `${source.startLine}-${source.endLine}`];
  });
}

/** The same of goals: text, HTML and lines. */
function goalsBy(item: ItemShape, text: string) {
  const { indexes } = snapshotOf({ 'en/page.md': text }, { rules: [ruleOf('Goal', item)] });
  const renderer = createRenderer();
  return indexes.Goal.all.map((goal) => {
    return [goal.text, renderer.goalHtml(goal).trim(), `${goal.source.startLine}-${goal.source.endLine}`];
  });
}

/** Diagnostics of a rule of this shape. */
const problemsBy = (item: ItemShape, text: string) =>
  snapshotOf({ 'en/page.md': text }, { rules: [ruleOf('Partner', item)] }).diagnostics;

describe('partners below sub-headings', () => {
  it('have the heading as name, the first web link as URL and the first paragraph as description', () => {
    const text = `---
title: Members
---

## Our members

Some words before.

### Alpha GmbH

![Logo](/alpha.svg)

<https://alpha.example>

Sows *seeds* in
[Dresden](https://dresden.example).

Another paragraph.

### [Beta](https://beta.example)

- a list

#### Where

See [more](/more) and [else](https://else.example).

***

### Gamma [][]

## Later

### Not a member
`;
    expect(partnersBy('sub-heading', text)).toEqual([
      ['Alpha GmbH', 'https://alpha.example', 'Sows seeds in Dresden.', '9-18'],
      ['Beta', 'https://beta.example', 'See more and else.', '20-26'],
      ['Gamma [][]', null, null, '30-30'],
    ]);
  });

  it('stand below the headings above them', () => {
    const text = '# Forum\n\n## Members\n\n### Alpha\n\nText\n';
    const { indexes } = snapshotOf({ 'en/page.md': text }, { rules: [ruleOf('Partner', 'sub-heading')] });
    expect(indexes.Partner.all[0]?.source).toEqual({
      path: 'en/page.md',
      startLine: 5,
      endLine: 7,
      headings: ['Forum', 'Members'],
      rule: 'own',
    });
  });

  it.each<[string, string, readonly string[]]>([
    ['one level below', '# Members\n\n## A\n\n### B\n\n## C\n', ['A', 'C']],
    ['with deeper ones in them', '# Members\n\n## A\n\n### B\n', ['A']],
    ['further below where the level is left out', '## Members\n\n##### A\n\n###### B\n\n##### C\n', ['A', 'C']],
    ['of the highest level below', '## Members\n\n##### A\n\n#### B\n\n#### C\n', ['B', 'C']],
    ['up to the next as high as the rule’s', '## Members\n\n### A\n\n## Else\n\n### B\n', ['A']],
    ['up to the next that is higher', '## Members\n\n### A\n\n# Else\n\n### B\n', ['A']],
    ['with a line of dashes', '# Members\n\nA\n---\n\nB\n---\n', ['A', 'B']],
    ['not in a quote', '## Members\n\n> ### A\n\n### B\n', ['B']],
    ['but not those that a rule names', '# Members\n\n## All members\n\n### A\n\n## B\n', ['A', 'B']],
    ['below every heading of the rule', '## Members\n\n### A\n\n## The members\n\n### B\n', ['A', 'B']],
  ])('are %s', (_, text, names) => {
    expect(partnersBy('sub-heading', text).map(([name]) => name)).toEqual(names);
  });

  it.each<[string, string, string | null]>([
    ['in HTML', '### A\n\nA <a href="https://a.example">site</a>.\n', 'https://a.example'],
    ['as a reference', '### A\n\nA [site][a].\n\n[a]: https://a.example\n', 'https://a.example'],
    ['in a list', '### A\n\n- [site](https://a.example)\n', 'https://a.example'],
    ['in the heading before others', '### A [x](https://x.example)\n\n<https://a.example>\n', 'https://x.example'],
    ['behind others', '### A\n\n[p](/p) <mailto:a@a.example> [s](http://a.example)\n', 'http://a.example'],
    ['below the next', '### A\n\n### B\n\n<https://b.example>\n', null],
  ])('have a URL %s', (_, items, url) => {
    expect(partnersBy('sub-heading', `## Members\n\n${items}`)[0]?.[1]).toBe(url);
  });

  it('are skipped and reported without words', () => {
    const text = '## Members\n\n### A\n\n ###\n\nText\n';
    expect(partnersBy('sub-heading', text).map(([name]) => name)).toEqual(['A']);
    expect(problemsBy('sub-heading', text)).toMatchObject([
      {
        code: 'rule-skipped-item',
        message: 'rule "own" expected a sub-heading with text, but found one without',
        hint: 'Write the name into the sub-heading, or delete it.',
        line: 5,
        column: 2,
      },
    ]);
  });

  it('are missed where there are none', () => {
    expect(problemsBy('sub-heading', '## Members\n\n- Alpha\n\n## Else\n\n### A\n')).toMatchObject([
      {
        code: 'rule-found-nothing',
        message: 'rule "own" expected sub-headings below the heading "Members", but found none',
        hint: 'Write one sub-heading for each below the heading, or reword the heading.',
        line: 1,
      },
    ]);
  });
});

describe('partners in a table', () => {
  it('have the first cell as name, the first web link as URL and further cells as description', () => {
    const text = `## Members

Some words before.

| Name | Site | What | Where |
| --- | --- | --- | --- |
| **Alpha** GmbH | <https://alpha.example/> | Sows *seeds*. | Dresden |
| [Beta](https://beta.example) | beta.example | [GitHub](https://git.example) | Pisa |
| Gamma | [Site](https://gamma.example) |
| A \\| B | [more](/more) | | since 2026 |

Text
`;
    expect(partnersBy('table-row', text)).toEqual([
      ['Alpha GmbH', 'https://alpha.example/', 'Sows seeds. Dresden', '7-7'],
      ['Beta', 'https://beta.example', 'GitHub, Pisa', '8-8'],
      ['Gamma', 'https://gamma.example', null, '9-9'],
      ['A | B', null, 'more, since 2026', '10-10'],
    ]);
  });

  it('stand in the first table only, and a further one is reported', () => {
    const text = '## Members\n\n| A |\n| --- |\n| Alpha |\n\nText\n\n| A |\n| --- |\n| Beta |\n';
    expect(partnersBy('table-row', text).map(([name]) => name)).toEqual(['Alpha']);
    expect(problemsBy('table-row', text)).toMatchObject([
      {
        code: 'rule-skipped-item',
        message: 'rule "own" expected one table below its heading, but found a further one, which is left out',
        hint: 'Join the tables, or give the further one a heading of its own.',
        line: 9,
        column: 1,
      },
    ]);
  });

  it('are skipped and reported without a name', () => {
    const text = '## Members\n\n| A | B |\n| --- | --- |\n| Alpha | x |\n| | [Beta](https://b.example) |\n';
    expect(partnersBy('table-row', text).map(([name]) => name)).toEqual(['Alpha']);
    expect(problemsBy('table-row', text)).toMatchObject([
      {
        code: 'rule-skipped-item',
        message: 'rule "own" expected a row with text in its first cell, but found a row without',
        hint: 'Write the name into the first cell, or delete the row.',
        line: 6,
        column: 1,
      },
    ]);
  });

  it.each([
    ['there is none', '## Members\n\n- Alpha\n'],
    ['it has no rows', '## Members\n\n| A |\n| --- |\n'],
    ['it stands below a further heading', '## Members\n\n### More\n\n| A |\n| --- |\n| Alpha |\n'],
  ])('are missed where %s', (_, text) => {
    expect(problemsBy('table-row', text)).toMatchObject([
      {
        code: 'rule-found-nothing',
        message: 'rule "own" expected a table with rows below the heading "Members", but found none',
        hint: 'Write one row of a table for each, directly below the heading, or reword the heading.',
        line: 1,
      },
    ]);
  });
});

describe('partners in plain list items', () => {
  it('may have a link', () => {
    const text = '## Members\n\n- Alpha GmbH\n- [Beta](https://b.example), sows\n';
    expect(partnersBy('item', text)).toEqual([
      ['Alpha GmbH', null, null, '3-3'],
      ['Beta', 'https://b.example', 'sows', '4-4'],
    ]);
  });
});

describe('goals of other shapes', () => {
  it('may be sub-headings', () => {
    const text = `## Members

### Grow *fast* ##

Text

### 1. Share [seeds][s]
### - Rest

[s]: https://seeds.example
`;
    expect(goalsBy('sub-heading', text)).toEqual([
      ['Grow fast', 'Grow <em>fast</em>', '3-5'],
      ['1. Share seeds', '1. Share <a href="https://seeds.example">seeds</a>', '7-7'],
      ['- Rest', '- Rest', '8-10'],
    ]);
  });

  it('are shown as their headings are', () => {
    const word = fc.constantFrom(
      ...['1.', '2)', '-', '*', '+', '#', '##', '>', '~~~', '***', '---', '===', '[a]:', '[^1]:', '|', '`b`'],
      ...[
        'word',
        '*word*',
        '[link](/page)',
        '[s]',
        '![picture](/p.png)',
        '<b>bold</b>',
        '<!--',
        '<!-- c -->',
        '&amp;',
        '\\#',
      ],
    );
    const property = fc.property(
      fc.array(word, { minLength: 1, maxLength: 4 }),
      fc.constantFrom('', ' '),
      (words, between) => {
        const text = `## Members\n\n### ${words.join(between)}\n\n[s]: https://seeds.example\n`;
        const { indexes } = snapshotOf({ 'en/page.md': text }, { rules: [ruleOf('Goal', 'sub-heading')] });
        const renderer = createRenderer();
        for (const page of indexes.Page.all) {
          const heading = /<h3[^>]*>(.*)<\/h3>/s.exec(renderer.pageHtml(page))?.[1]?.trim();
          for (const goal of indexes.Goal.all) expect(renderer.goalHtml(goal).trim()).toBe(heading);
        }
      },
    );
    fc.assert(property, { numRuns: 300 });
  });

  it('may be rows of a table', () => {
    const text =
      '## Members\n\n| Goal | When |\n| --- | --- |\n| Grow **`a\\|b`** | 2026 |\n| # One | |\n|  | 2027 |\n';
    expect(goalsBy('table-row', text)).toEqual([
      ['Grow a|b', 'Grow <strong><code>a|b</code></strong>', '5-5'],
      ['# One', '# One', '6-6'],
    ]);
  });
});

describe('any Markdown', () => {
  const block = fc.oneof(
    fc
      .tuple(
        fc.constantFrom('#', '##', '###', '####', ' ##### '),
        fc.constantFrom('Members', 'All members', 'A', '[B](https://b.example)', '', '`c`'),
      )
      .map((words) => words.join(' ')),
    fc.constantFrom(
      '- One',
      '- [Two](https://two.example), text',
      '-\n- - x',
      '1. Text\n\n   more',
      '| A | B |\n| --- | --- |\n| x | <https://y.example> |\n| | z |',
      '| A |\n| --- |',
      'Text [link](https://t.example)',
      'Members\n---',
      '> ## Members\n> - x',
      '***',
      '<a href="https://h.example">h</a>',
      '[b]: https://b.example',
    ),
    fc.string({ maxLength: 20 }),
  );
  const text = fc.array(block, { maxLength: 30 }).map((blocks) => `${blocks.join('\n\n')}\n`);

  it.each<ItemShape>(['linked-item', 'item', 'sub-heading', 'table-row'])(
    'is read by every shape, and each item stands within the file: %s',
    (item) => {
      const rules = [ruleOf('Partner', item), { ...ruleOf('Goal', item), name: 'goals', headings: { en: ['a'] } }];
      const property = fc.property(text, (body) => {
        const { indexes, diagnostics } = snapshotOf({ 'en/page.md': `---\ntitle: One\n---\n${body}` }, { rules });
        const [page] = indexes.Page.all;
        const lines = page?.source.endLine ?? 0;
        expect(diagnostics.filter(({ code }) => code === 'document-failed')).toEqual([]);
        for (const { source } of [...indexes.Partner.all, ...indexes.Goal.all]) {
          expect([source.startLine > 3, source.startLine <= source.endLine, source.endLine <= lines]).toEqual([
            true,
            true,
            true,
          ]);
        }
        for (const { partners, goals } of indexes.Page.all) {
          for (const list of [partners, goals]) {
            expect(list.map(({ line }) => line)).toEqual(list.map(({ line }) => line).toSorted((a, b) => a - b));
          }
        }
      });
      fc.assert(property, { numRuns: 150 });
    },
  );

  it('is read in a time that grows with its length, however its headings stand', () => {
    const heading = (index: number) =>
      `${'#'.repeat((index % 6) + 1)} ${index % 7 === 0 ? 'Members' : `M${index}`}\n\n`;
    const mixed = Array.from({ length: 49_000 }, (_, index) => heading(index)).join('');
    expect(partnersBy('sub-heading', mixed).length).toBeGreaterThan(5_000);
    expect(partnersBy('sub-heading', `# Members\n\n${'## A\n\n'.repeat(49_000)}`)).toHaveLength(1);
  });
});
