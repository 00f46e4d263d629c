import { describe, expect, it } from 'vitest';
import type { ContentReader, WindowQuery } from '../../../src/store/contract.ts';
import { snapshotOf } from '../../support/content.ts';
import { type CreateStore, everything, namesOf, nowhere, pagesNamed, positionsOf, whole } from './support.ts';

/** A window that says by slug where it cuts. */
type Cut = Readonly<Partial<{ first: number; last: number; after: string; before: string }>>;
/** Slugs, hasPreviousPage, hasNextPage. */
type Seen = readonly [string, boolean, boolean];

export function windowContract(name: string, createStore: CreateStore): void {
  describe(name, () => {
    it.each<[string, Cut, Seen]>([
      ['everything', {}, ['a b c d e', false, false]],
      ['the first two', { first: 2 }, ['a b', false, true]],
      ['the last two', { last: 2 }, ['d e', true, false]],
      ['the first five of five', { first: 5 }, ['a b c d e', false, false]],
      ['the last five of five', { last: 5 }, ['a b c d e', false, false]],
      ['the first hundred of five', { first: 100 }, ['a b c d e', false, false]],
      ['the last hundred of five', { last: 100 }, ['a b c d e', false, false]],
      ['the first none', { first: 0 }, ['', false, true]],
      ['the last none', { last: 0 }, ['', true, false]],
      ['what follows b', { after: 'b' }, ['c d e', true, false]],
      ['what comes before d', { before: 'd' }, ['a b c', false, true]],
      ['what follows the last one', { after: 'e' }, ['', true, false]],
      ['what comes before the first one', { before: 'a' }, ['', false, true]],
      ['the first two after b', { after: 'b', first: 2 }, ['c d', true, true]],
      ['the last two before d', { before: 'd', last: 2 }, ['b c', true, true]],
      ['the last one after b', { after: 'b', last: 1 }, ['e', true, false]],
      ['the first one before d', { before: 'd', first: 1 }, ['a', false, true]],
      ['what is between b and e', { after: 'b', before: 'e' }, ['c d', true, true]],
      ['nothing between d and b', { after: 'd', before: 'b' }, ['', true, true]],
      ['nothing between c and c', { after: 'c', before: 'c' }, ['', true, true]],
      ['of the first four the last two', { first: 4, last: 2 }, ['c d', true, true]],
      ['of the first two the last four', { first: 2, last: 4 }, ['a b', false, true]],
      ['all four cuts in their order', { after: 'a', before: 'e', first: 2, last: 1 }, ['c', true, true]],
    ])('give %s', async (_what, cut, seen) => {
      const reader = (await createStore(snapshotOf(pagesNamed([...'abcde'])))).current();
      const list = await reader.list('Page', { ...everything, window: await windowOf(reader, cut) });
      const slugs = list.items.map(({ node }) => node.slug).join(' ');
      expect([slugs, list.hasPreviousPage, list.hasNextPage, list.totalCount]).toEqual([...seen, 5]);
    });

    it('cut the list of one language at a page of another one where that would stand', async () => {
      const files = { 'en/a.md': '# A\n', 'de/b.md': '# B\n', 'en/c.md': '# C\n' };
      const reader = (await createStore(snapshotOf(files))).current();
      const [, german = nowhere] = await positionsOf(reader, 'Page');
      const after = await reader.list('Page', {
        ...everything,
        languages: ['en'],
        window: { ...whole, after: german },
      });
      const before = await reader.list('Page', {
        ...everything,
        languages: ['en'],
        window: { ...whole, before: german },
      });
      expect([namesOf(before), namesOf(after)]).toEqual([['en /a'], ['en /c']]);
    });

    it('cut the list at a position that never was where its sort key belongs', async () => {
      const reader = (await createStore(snapshotOf(pagesNamed([...'abcde'])))).current();
      const following = async (path: string) => {
        const after = { id: 'garbage', sortKey: [path, 'en', ''], preceding: [] };
        return reader.list('Page', { ...everything, window: { ...whole, after } });
      };
      expect(namesOf(await following(''))).toEqual(['en /a', 'en /b', 'en /c', 'en /d', 'en /e']);
      expect(namesOf(await following('\uffff'))).toEqual([]);
    });
  });
}

async function windowOf(reader: ContentReader, { first, last, after, before }: Cut): Promise<WindowQuery> {
  const { items } = await reader.list('Page', everything);
  const positionOf = (slug?: string) => items.find(({ node }) => node.slug === slug)?.position() ?? null;
  return { first: first ?? null, last: last ?? null, after: positionOf(after), before: positionOf(before) };
}
