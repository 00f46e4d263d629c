import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContentNode, NodeType } from '../../../src/content/nodes.ts';
import type { ContentReader, ListPosition, ListWindow, WindowQuery } from '../../../src/store/contract.ts';
import { type Files, snapshotOf } from '../../support/content.ts';
import { type CreateStore, nodeTypes, whole } from './support.ts';

export function walkContract(name: string, createStore: CreateStore): void {
  describe(name, () => {
    it.each(nodeTypes)('meet every %s once, forward and backward, by pages of any size', async (type) => {
      await fc.assert(
        fc.asyncProperty(randomFiles, randomLanguage, randomSizes, async (files, language, sizes) => {
          const snapshot = snapshotOf(files);
          const reader = (await createStore(snapshot)).current();
          const { all } = snapshot.indexes[type];
          const ids = all.filter((node) => language === null || node.language === language).map(({ id }) => id);
          const walk = { reader, type, language, sizes, pages: ids.length + 1 };
          expect(await forward(walk)).toEqual(ids);
          expect(await backward(walk)).toEqual(ids);
        }),
        { numRuns: 50 },
      );
    });
  });
}

interface Walk {
  readonly reader: ContentReader;
  readonly type: NodeType;
  readonly language: string | null;
  /** Sizes of the pages, taken in turn. */
  readonly sizes: readonly number[];
  /** Pages at the most, so that a store which runs in circles fails. */
  readonly pages: number;
}

async function forward({ reader, type, language, sizes, pages }: Walk): Promise<readonly string[]> {
  const ids: string[] = [];
  let after: ListPosition | null = null;
  for (let page = 0; page < pages; page++) {
    const window: WindowQuery = { ...whole, after, first: sizes[page % sizes.length] ?? 1 };
    const { items, hasNextPage }: ListWindow<ContentNode> = await reader.list(type, { language, window });
    ids.push(...items.map(({ node }) => node.id));
    if (!hasNextPage) break;
    after = items.at(-1)?.position ?? null;
  }
  return ids;
}

async function backward({ reader, type, language, sizes, pages }: Walk): Promise<readonly string[]> {
  const ids: string[] = [];
  let before: ListPosition | null = null;
  for (let page = 0; page < pages; page++) {
    const window: WindowQuery = { ...whole, before, last: sizes[page % sizes.length] ?? 1 };
    const { items, hasPreviousPage }: ListWindow<ContentNode> = await reader.list(type, { language, window });
    ids.unshift(...items.map(({ node }) => node.id));
    if (!hasPreviousPage) break;
    before = items[0]?.position ?? null;
  }
  return ids;
}

/** Few words, so that slugs, partners, goals and links often meet again. */
const randomWord = fc.constantFrom('oak', 'Ash', 'élan', 'Ärger', '10', '9', '林', '🌱', 'oak-2');
const randomWords = fc.array(randomWord, { maxLength: 4 });
const randomFolder = fc.constantFrom('en', 'de', 'de-AT', 'en/news', 'de/news', 'notes');

const randomFiles: fc.Arbitrary<Files> = fc.dictionary(
  fc.tuple(randomFolder, randomWord).map(([folder, word]) => `${folder}/${word}.md`),
  fc
    .tuple(randomWords, randomWords, randomWords)
    .map(([partners, goals, links]) =>
      [
        '## Partners\n',
        ...partners.map((word) => `- [${word}](https://example.org/${word})`),
        '\n## Goals\n',
        ...goals.map((word) => `- ${word} [${word}](#${word})`),
        '\n## Partner\n',
        ...links.map((word) => `- [${word}](/${word})`),
        ...partners.map((word) => `- [${word}](https://example.org)`),
        '\n## Ziele\n',
        ...goals.map((word) => `- ${word}`),
      ].join('\n'),
    ),
  { maxKeys: 8 },
);

const randomLanguage = fc.constantFrom(null, 'en', 'de', 'de-AT', 'fr');
const randomSizes = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 });
