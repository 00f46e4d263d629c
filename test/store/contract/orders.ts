import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContentNode, PageNode, PartnerNode } from '../../../src/content/nodes.ts';
import type { LanguageChain, OrderKey } from '../../../src/store/contract.ts';
import { type Files, snapshotOf } from '../../support/content.ts';
import { randomChain, randomFiles, randomOrder } from './random.ts';
import { type CreateStore, everything, fieldOf } from './support.ts';

const titled = (language: string, titles: readonly string[]): Files =>
  Object.fromEntries(titles.map((title, index) => [`${language}/p${index}.md`, `---\ntitle: "${title}"\n---\n`]));

const by = (field: string, direction: OrderKey['direction'] = 'ASC'): OrderKey => ({ field, direction });

export function orderContract(name: string, createStore: CreateStore): void {
  describe(name, () => {
    it.each(['Page', 'Partner'] as const)('give every %s as a plain sort of an array gives it', async (type) => {
      await fc.assert(
        fc.asyncProperty(randomFiles, fc.option(randomChain), randomOrder(type), async (files, languages, order) => {
          fc.pre(order.length > 0);
          const snapshot = snapshotOf(files);
          const reader = (await createStore(snapshot)).current();
          const unsorted = await reader.list(type, { ...everything, languages });
          const sorted = await reader.list(type, { ...everything, languages, order });
          const nodes = unsorted.items.map(({ node }) => node);
          expect(sorted.items.map(({ node }) => node.id)).toEqual(plainSort(nodes, order, languages?.[0] ?? 'en'));
        }),
        { numRuns: 60 },
      );
    });

    it.each([
      ['de', ['Zebra', 'Ähre', 'aal', 'Ast', 'Öl', 'Ofen'], ['aal', 'Ähre', 'Ast', 'Ofen', 'Öl', 'Zebra']],
      ['de', ['Strauch', 'Straße', 'Strasse', 'Strand'], ['Strand', 'Strasse', 'Straße', 'Strauch']],
      ['sv', ['Zebra', 'Ähre', 'Åre', 'Öl'], ['Zebra', 'Åre', 'Ähre', 'Öl']],
    ])('compare text as readers of "%s" do: %j', async (language, titles, expected) => {
      const reader = (await createStore(snapshotOf(titled(language, titles)))).current();
      const list = await reader.list('Page', { ...everything, languages: [language], order: [by('title')] });
      expect(list.items.map(({ node }) => node.title)).toEqual(expected);
    });

    it('compare text of all languages as readers of the default one do', async () => {
      const titles = ['Zebra', 'Ähre', 'Åre'];
      const reader = (await createStore(snapshotOf(titled('sv', titles)))).current();
      const list = await reader.list('Page', { ...everything, order: [by('title')] });
      expect(list.items.map(({ node }) => node.title)).toEqual(['Zebra', 'Åre', 'Ähre']);
    });

    it('compare text anew for readers of another language', async () => {
      const reader = (await createStore(snapshotOf(titled('de', ['Zebra', 'Ähre'])))).current();
      const titlesIn = async (languages: LanguageChain) => {
        const list = await reader.list('Page', { ...everything, languages, order: [by('title')] });
        return list.items.map(({ node }) => node.title);
      };
      expect(await titlesIn(['de'])).toEqual(['Ähre', 'Zebra']);
      expect(await titlesIn(['sv', 'de'])).toEqual(['Zebra', 'Ähre']);
      expect(await titlesIn(['de'])).toEqual(['Ähre', 'Zebra']);
    });

    it.each([
      ['ASC', ['a 2020-05-05', 'c 2024-02-29', 'b null', 'd null']],
      ['DESC', ['c 2024-02-29', 'a 2020-05-05', 'b null', 'd null']],
    ] as const)('put %s what has no value last', async (direction, expected) => {
      const dated = { 'en/a.md': '---\ndate: 2020-05-05\n---\n', 'en/c.md': '---\ndate: 2024-02-29\n---\n' };
      const files = { ...dated, 'en/b.md': '# B\n', 'en/d.md': '# D\n' };
      const reader = (await createStore(snapshotOf(files))).current();
      const order = [by('date', direction), by('slug')];
      const list = await reader.list('Page', { ...everything, order });
      expect(list.items.map(({ node }) => `${node.slug} ${node.date}`)).toEqual(expected);
    });

    it('do not compare what comes after the first 200 characters of a text', async () => {
      const start = 'x'.repeat(200);
      const reader = (await createStore(snapshotOf(titled('en', [`${start}b`, `${start}a`])))).current();
      const list = await reader.list('Page', { ...everything, order: [by('title')] });
      expect(list.items.map(({ node }) => node.slug)).toEqual(['p0', 'p1']);
      expect(list.items[0]?.position().sortKey).toEqual([start]);
    });
  });
}

function plainSort(
  nodes: readonly (PageNode | PartnerNode)[],
  order: readonly OrderKey[],
  language: string,
): readonly string[] {
  const { compare } = new Intl.Collator(language);
  return nodes
    .toSorted((a, b) => {
      for (const { field, direction } of order) {
        const [left, right] = [textOf(a, field), textOf(b, field)];
        if (left === null && right === null) continue;
        if (left === null) return 1;
        if (right === null) return -1;
        const ascending = field === 'date' ? Number(left > right) - Number(left < right) : compare(left, right);
        if (ascending !== 0) return direction === 'ASC' ? ascending : -ascending;
      }
      return a.id < b.id ? -1 : 1;
    })
    .map(({ id }) => id);
}

function textOf(node: ContentNode, field: string): string | null {
  const value = fieldOf(node, field);
  return typeof value === 'string' ? value : null;
}
