import { describe, expect, it } from 'vitest';
import type { NodeType } from '../../../src/content/nodes.ts';
import { snapshotOf } from '../../support/content.ts';
import { type CreateStore, emptyList, everything, garden, namesOf, nodeTypes, thingsNamed, whole } from './support.ts';

/** What the garden holds, in the default order. */
const gardenNames = {
  Page: ['en /bees', 'de /garden', 'en /garden', 'en /news/autumn'],
  Partner: ['de Alder', 'en Willow', 'en Alder'],
  Goal: ['de Saatgut teilen', 'en Share the seeds', 'en Mend the tools'],
  Link: ['de Alder', 'de teilen', 'en Willow', 'en Alder', 'en seeds', 'en apples'],
} satisfies Record<NodeType, readonly string[]>;

export function listContract(name: string, createStore: CreateStore): void {
  describe(name, () => {
    it.each(nodeTypes)('give every %s whole, in the default order', async (type) => {
      const snapshot = snapshotOf(garden);
      const reader = (await createStore(snapshot)).current();
      const list = await reader.list(type, everything);
      expect(namesOf(list)).toEqual(gardenNames[type]);
      expect(list.items.map(({ node }) => node)).toEqual(snapshot.indexes[type].all);
    });

    it.each(nodeTypes)('give every %s of a language, in the default order', async (type) => {
      const reader = (await createStore(snapshotOf(garden))).current();
      const list = await reader.list(type, { ...everything, languages: ['en'] });
      const names = gardenNames[type].filter((expected) => expected.startsWith('en '));
      expect({ ...list, items: namesOf(list) }).toEqual({ ...emptyList, items: names, totalCount: names.length });
    });

    it.each(nodeTypes)('give no %s of a language that is not there', async (type) => {
      const reader = (await createStore(snapshotOf(garden))).current();
      expect(await reader.list(type, { ...everything, languages: ['fr'] })).toEqual(emptyList);
      expect(
        await reader.list(type, { ...everything, languages: ['__proto__'], window: { ...whole, last: 3 } }),
      ).toEqual(emptyList);
    });

    it.each(nodeTypes)('give every %s beyond the ninth in its place', async (type) => {
      const letters = [...'CABDEFGHIJKL'];
      const reader = (await createStore(snapshotOf(thingsNamed(type, letters)))).current();
      const names = namesOf(await reader.list(type, everything));
      const expected = type === 'Page' ? letters.toSorted().map((letter) => `/${letter}`) : letters;
      expect(names).toEqual(expected.map((letter) => `en ${letter}`));
    });
  });
}
