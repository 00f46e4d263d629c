import { describe, expect, it } from 'vitest';
import { builtInRules } from '../../src/content/built-in-rules.ts';
import type { ExtractionRule } from '../../src/content/rules.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { apiOfStore } from '../support/api.ts';
import { type Files, snapshotOf } from '../support/content.ts';

const rule = (changes: Partial<ExtractionRule>): ExtractionRule => ({
  name: 'own',
  type: 'Partner',
  pages: null,
  headings: { en: ['members'] },
  item: 'item',
  expected: null,
  ...changes,
});

const partnersOf = (files: Files, rules: readonly ExtractionRule[]) =>
  snapshotOf(files, { rules }).indexes.Partner.all.map(({ name, source }) => [name, source.rule]);
const problemsOf = (files: Files, rules: readonly ExtractionRule[]) =>
  snapshotOf(files, { rules }).diagnostics.map(({ code, line, message }) => [code, line, message]);

describe('a rule of a configuration', () => {
  it.each([
    '## Nos partenaires',
    '## NOS PARTENAIRES',
    '## **Nos** *partenaires* :',
    '## « Nos partenaires »',
    '## Nos partenaires !',
    '## Nos partenaires (2026)',
    '## Nos\u00a0partenaires',
    '## 14. Nos partenaires',
  ])('takes exact phrases in a language without words around them: %s', (heading) => {
    const rules = [rule({ headings: { fr: ['Nos partenaires'] } })];
    expect(partnersOf({ 'fr/page.md': `${heading}\n\n- Alpha\n` }, rules)).toEqual([['Alpha', 'own']]);
  });

  it.each(['## Partenaires', '## Tous nos partenaires', '## Nos partenaires de la presse', '## Nos partenaire', '##'])(
    'takes nothing but the phrases there: %s',
    (heading) => {
      const rules = [rule({ headings: { fr: ['Nos partenaires'] } })];
      expect(partnersOf({ 'fr/page.md': `${heading}\n\n- Alpha\n` }, rules)).toEqual([]);
    },
  );

  it('takes words in any script', () => {
    const headings = { ja: ['パートナー'], hi: ['साझेदार'], el: ['Συνεργάτες'], vi: ['Đối tác'] };
    const files = {
      'ja/page.md': '## パートナー：\n\n- A\n',
      'hi/page.md': '## साझेदार\n\n- B\n',
      'el/page.md': '## ΣΥΝΕΡΓΆΤΕΣ\n\n- C\n',
      'vi/page.md': `## ${'Đối tác'.normalize('NFD')}\n\n- D\n`,
      'hi/other.md': '## साझीदार\n\n- E\n',
    };
    expect(partnersOf(files, [rule({ headings })]).toSorted()).toEqual([
      ['A', 'own'],
      ['B', 'own'],
      ['C', 'own'],
      ['D', 'own'],
    ]);
  });

  it('may have phrases that begin with a word that can stand before a phrase', () => {
    const rules = [rule({ headings: { de: ['Unsere Mitglieder', 'Die 14'] } })];
    const text =
      '# Alle unsere Mitglieder im Netzwerk\n\n- Alpha\n\n# Die 14 des Forums\n\n- Beta\n\n# Mitglieder\n\n- C\n';
    expect(partnersOf({ 'de/page.md': text }, rules).map(([name]) => name)).toEqual(['Alpha', 'Beta']);
  });

  it('names no heading with a phrase that has no words', () => {
    expect(
      partnersOf({ 'en/page.md': '## 14\n\n- Alpha\n\n##\n\n- Beta\n' }, [rule({ headings: { en: ['', '!'] } })]),
    ).toEqual([]);
  });

  it('takes a heading before the rules behind it', () => {
    const own = rule({ headings: { en: ['partners'] } });
    const text = '## Our partners\n\n- Alpha\n\n## Network partners\n\n- [Beta](https://b.example)\n';
    expect(partnersOf({ 'en/page.md': text }, [own, ...builtInRules])).toEqual([
      ['Alpha', 'own'],
      ['Beta', 'partner-list'],
    ]);
  });

  it('looks at the pages that it names', () => {
    const files = { 'en/a.md': '## Members\n\n- Alpha\n', 'en/b.md': '## Members\n\n- Beta\n' };
    expect(partnersOf(files, [rule({ pages: ['b', 'c'] })])).toEqual([['Beta', 'own']]);
  });

  it('stands on the source of what it reads', async () => {
    const files = { 'en/page.md': '## Members\n\n- [Alpha](https://a.example)\n\n## Goals\n\n- Grow\n' };
    const api = apiOfStore(createMemoryStore(snapshotOf(files, { rules: [rule({}), ...builtInRules] })));
    const source = 'source { rule }';
    const { data } = await api.query(`{
      partners { nodes { ${source} } }
      goals { nodes { ${source} } }
      links { nodes { ${source} } }
      pages { nodes { ${source} sections { ${source} } } }
    }`);
    const none = { source: { rule: null } };
    expect(data).toEqual({
      partners: { nodes: [{ source: { rule: 'own' } }] },
      goals: { nodes: [{ source: { rule: 'goal-list' } }] },
      links: { nodes: [none] },
      pages: { nodes: [{ ...none, sections: [none, none] }] },
    });
  });
});

describe('a rule that names a page without any of its headings', () => {
  const rules = [rule({ pages: ['network'], headings: { en: ['members', 'the crew'], de: ['Mitglieder'] } })];

  it('is told with the headings that are there', () => {
    const text = '---\nslug: network\n---\n\n# Network\n\nText\n\n## Membres\n\n> ## Quoted\n';
    expect(snapshotOf({ 'en/net.md': text }, { rules }).diagnostics).toEqual([
      {
        code: 'rule-found-nothing',
        severity: 'warning',
        message: 'rule "own" expected one of its headings in en/net.md, but found only "Network", "Membres"',
        hint: 'Write a heading such as "members", or change "pages" or "headings" of the rule.',
        path: 'en/net.md',
        line: 1,
        column: 1,
      },
    ]);
  });

  it('names eight headings and counts the others', () => {
    const text = Array.from({ length: 11 }, (_, index) => `## H${index}\n`).join('\n');
    expect(problemsOf({ 'de/network.md': text }, rules)).toEqual([
      [
        'rule-found-nothing',
        1,
        'rule "own" expected one of its headings in de/network.md, but found only "H0", "H1", "H2", "H3", "H4", "H5", "H6", "H7" and 3 more',
      ],
    ]);
  });

  it('says so where there is no heading', () => {
    expect(problemsOf({ 'en/network.md': 'Text\n' }, rules).map(([, , message]) => message)).toEqual([
      'rule "own" expected one of its headings in en/network.md, but found none at all',
    ]);
  });

  it('says which rule has taken a heading', () => {
    const first = rule({ name: 'first' });
    expect(problemsOf({ 'en/network.md': '## Members\n\n- Alpha\n' }, [first, ...rules])).toEqual([
      [
        'rule-found-nothing',
        1,
        'rule "own" expected one of its headings in en/network.md, but found only "Members" (of rule "first")',
      ],
    ]);
  });

  it.each([
    ['on another page', { 'en/other.md': '## Network\n' }],
    ['in a language without headings', { 'fr/network.md': '## Network\n' }],
    ['where a heading is there', { 'en/network.md': '## The crew\n\n- Alpha\n' }],
  ])('is not told %s', (_, files) => {
    expect(problemsOf(files, rules)).toEqual([]);
  });
});

describe('a rule that expects a count', () => {
  const rules = [rule({ expected: 3, item: 'linked-item' })];
  const items = (...names: string[]) => names.map((name) => `- [${name}](https://${name}.example)\n`).join('');

  it('tells another one, at its heading', () => {
    const text = `# Forum\n\n## Members\n\n${items('a', 'b')}`;
    expect(snapshotOf({ 'en/page.md': text }, { rules }).diagnostics).toEqual([
      {
        code: 'rule-count',
        severity: 'warning',
        message: 'rule "own" expected 3 items on this page, but found 2 below "Forum > Members"',
        hint: 'Add or delete items, or change "expected" of the rule.',
        path: 'en/page.md',
        line: 3,
        column: 1,
      },
    ]);
  });

  it('counts over all its headings of a page', () => {
    const page = (...further: string[]) => ({
      'en/page.md': `# Members\n\n${items('a', 'b')}\n# Our members\n\n${items(...further)}`,
    });
    expect(problemsOf(page('c'), rules)).toEqual([]);
    expect(problemsOf(page('c', 'd'), rules)).toEqual([
      ['rule-count', 1, 'rule "own" expected 3 items on this page, but found 4 below "Members", "Our members"'],
    ]);
  });

  it('counts what it reads, and each page by itself', () => {
    const files = {
      'en/a.md': `## Members\n\n${items('a', 'b')}- c\n`,
      'en/b.md': `## Members\n\n${items('a', 'b', 'a')}`,
      'en/c.md': '## Text\n',
    };
    expect(problemsOf(files, rules).map(([code, line]) => [code, line])).toEqual([
      ['rule-count', 1],
      ['rule-skipped-item', 5],
    ]);
  });

  it('tells a heading without a list only as such', () => {
    expect(problemsOf({ 'en/page.md': '## Members\n\nNone.\n' }, rules)).toEqual([
      ['rule-found-nothing', 1, 'rule "own" expected a list below the heading "Members", but found none'],
    ]);
  });

  it('may expect none', () => {
    const none = [rule({ expected: 0, pages: ['a', 'b', 'c'] })];
    const files = { 'en/a.md': 'Text\n', 'en/b.md': '## Members\n\nNone.\n', 'en/c.md': '## Members\n\n- Alpha\n' };
    expect(problemsOf(files, none)).toEqual([
      ['rule-count', 1, 'rule "own" expected 0 items on this page, but found 1 below "Members"'],
    ]);
  });

  it('counts apart from other rules', () => {
    const goals = rule({ name: 'goals', type: 'Goal', item: 'item', headings: { en: ['goals'] }, expected: 1 });
    const text = `## Members\n\n${items('a', 'b', 'c')}\n## Goals\n\n- Grow\n- Share\n`;
    expect(problemsOf({ 'en/page.md': text }, [...rules, goals])).toEqual([
      ['rule-count', 7, 'rule "goals" expected 1 item on this page, but found 2 below "Goals"'],
    ]);
  });
});
