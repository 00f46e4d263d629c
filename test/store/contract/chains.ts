import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContentNode, NodeType } from '../../../src/content/nodes.ts';
import type { ContentReader, LanguageChain } from '../../../src/store/contract.ts';
import { type Files, snapshotOf } from '../../support/content.ts';
import { randomChain, randomFiles } from './random.ts';
import { type CreateStore, everything, namesOf, nodeTypes } from './support.ts';

/** A house in three languages, a shed in one, a barn in two. */
const farm: Files = {
  'en/house.md': '---\ntranslationKey: house\n---\n\n## Goals\n\n- Paint\n- Sweep\n',
  'de/haus.md': '---\ntranslationKey: house\n---\n\n## Ziele\n\n- Streichen\n',
  'fr/maison.md': '---\ntranslationKey: house\n---\n',
  'de/schuppen.md': '# Schuppen\n',
  'fr/barn.md': '# Grange\n',
  'en/barn.md': '# Barn\n',
};

export function chainContract(name: string, createStore: CreateStore): void {
  const readerOf = async (files: Files): Promise<ContentReader> => (await createStore(snapshotOf(files))).current();

  describe(name, () => {
    it.each<[NodeType, LanguageChain, readonly string[]]>([
      ['Page', ['de', 'en'], ['en /barn', 'de /haus', 'de /schuppen']],
      ['Page', ['en', 'de'], ['en /barn', 'en /house', 'de /schuppen']],
      ['Page', ['de', 'fr'], ['fr /barn', 'de /haus', 'de /schuppen']],
      ['Page', ['fr', 'en', 'de'], ['fr /barn', 'fr /maison', 'de /schuppen']],
      ['Page', ['de'], ['de /haus', 'de /schuppen']],
      ['Page', ['es', 'de-AT', 'en'], ['en /barn', 'en /house']],
      ['Page', ['es'], []],
      ['Page', [], []],
      ['Goal', ['de', 'en'], ['de Streichen', 'en Sweep']],
      ['Goal', ['fr', 'en'], ['en Paint', 'en Sweep']],
    ])('give of every %s in %j the one in the first language that has it', async (type, languages, names) => {
      const reader = await readerOf(farm);
      expect(namesOf(await reader.list(type, { ...everything, languages }))).toEqual(names);
    });

    it.each(nodeTypes)('give of each group of translations of a %s one, in the best language', async (type) => {
      await fc.assert(
        fc.asyncProperty(randomFiles, randomChain, async (files, languages) => {
          const snapshot = snapshotOf(files);
          const reader = (await createStore(snapshot)).current();
          const { items, totalCount } = await reader.list(type, { ...everything, languages });
          const all: readonly ContentNode[] = snapshot.indexes[type].all;
          const best = new Set(groupsOf(all).map((group) => bestOf(group, languages)));
          expect(items.map(({ node }) => node)).toEqual(all.filter((node) => best.has(node)));
          expect(totalCount).toBe(items.length);
        }),
        { numRuns: 30 },
      );
    });

    it('act before filter and count', async () => {
      const reader = await readerOf(farm);
      const filter = { field: 'language', operator: 'eq', value: 'en' } as const;
      const list = await reader.list('Page', { ...everything, languages: ['de', 'en'], filter });
      expect([namesOf(list), list.totalCount]).toEqual([['en /barn'], 1]);
    });
  });
}

/** Nodes that name each other as translations. */
function groupsOf(nodes: readonly ContentNode[]): readonly (readonly ContentNode[])[] {
  const groups = new Map<string, ContentNode[]>();
  for (const node of nodes) {
    const key = [node.id, ...node.translationIds].toSorted().join();
    groups.set(key, [...(groups.get(key) ?? []), node]);
  }
  return [...groups.values()];
}

function bestOf(group: readonly ContentNode[], languages: LanguageChain): ContentNode | undefined {
  const candidates = group.filter(({ language }) => languages.includes(language));
  return candidates.toSorted((a, b) => languages.indexOf(a.language) - languages.indexOf(b.language))[0];
}
