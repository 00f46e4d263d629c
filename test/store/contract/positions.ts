import { describe, expect, it } from 'vitest';
import type { NodeType } from '../../../src/content/nodes.ts';
import type { ContentReader, ListPosition, WindowQuery } from '../../../src/store/contract.ts';
import { snapshotOf } from '../../support/content.ts';
import {
  type CreateStore,
  emptyList,
  everything,
  garden,
  namesOf,
  nodeTypes,
  nowhere,
  pagesNamed,
  positionsOf,
  thingsNamed,
  whole,
} from './support.ts';

/** In no alphabetical order, so that it is the content's order which counts. */
const fruits = ['Quince', 'Apple', 'Plum', 'Cherry', 'Medlar', 'Fig'];

export function positionContract(name: string, createStore: CreateStore): void {
  describe(name, () => {
    it.each(nodeTypes)('stay at their %s when another one comes before it', async (type) => {
      const store = await createStore(snapshotOf(thingsNamed(type, ['Cherry', 'Plum', 'Quince'])));
      const [, plum = nowhere] = await positionsOf(store.current(), type);
      await store.publish(snapshotOf(thingsNamed(type, ['Apple', 'Cherry', 'Fig', 'Plum', 'Quince'])));
      expect(await around(store.current(), type, plum)).toEqual([['Apple', 'Cherry', 'Fig'], ['Quince']]);
    });

    it.each(nodeTypes)('stay at their %s when the one before it is deleted', async (type) => {
      const store = await createStore(snapshotOf(thingsNamed(type, ['Apple', 'Cherry', 'Fig', 'Plum'])));
      const [, , fig = nowhere] = await positionsOf(store.current(), type);
      await store.publish(snapshotOf(thingsNamed(type, ['Apple', 'Fig', 'Plum'])));
      expect(await around(store.current(), type, fig)).toEqual([['Apple'], ['Plum']]);
    });

    it.each(nodeTypes.flatMap((type) => fruits.map((fruit) => [type, fruit] as const)))(
      'neither skip nor repeat a %s when their own, %s, is deleted',
      async (type, fruit) => {
        const ordered = type === 'Page' ? fruits.toSorted() : fruits;
        const index = ordered.indexOf(fruit);
        const [before, after] = [ordered.slice(0, index), ordered.slice(index + 1)];
        const store = await createStore(snapshotOf(thingsNamed(type, ordered)));
        const position = (await positionsOf(store.current(), type))[index] ?? nowhere;
        await store.publish(snapshotOf(thingsNamed(type, [...before, ...after])));
        expect(await around(store.current(), type, position)).toEqual([before, after]);
      },
    );

    it.each(['Partner', 'Goal', 'Link'] as const)(
      'neither skip nor repeat a %s when it is deleted with some before it, and others come',
      async (type) => {
        const store = await createStore(snapshotOf(thingsNamed(type, fruits)));
        const [, , , cherry = nowhere] = await positionsOf(store.current(), type);
        const changed = ['Olive', 'Quince', 'Grape', 'Medlar', 'Fig'];
        await store.publish(snapshotOf(thingsNamed(type, changed)));
        expect(await around(store.current(), type, cherry)).toEqual([
          ['Olive', 'Quince'],
          ['Grape', 'Medlar', 'Fig'],
        ]);
      },
    );

    it.each(['Partner', 'Goal', 'Link'] as const)(
      'go by their number when their %s and all that they remember before it are gone',
      async (type) => {
        const names = Array.from({ length: 40 }, (_, index) => `Name${String(index).padStart(2, '0')}`);
        const store = await createStore(snapshotOf(thingsNamed(type, names)));
        const position = (await positionsOf(store.current(), type))[30] ?? nowhere;
        const others = names.map((name) => name.replace('Name', 'Other'));
        await store.publish(snapshotOf(thingsNamed(type, others)));
        expect(await around(store.current(), type, position)).toEqual([others.slice(0, 30), others.slice(30)]);
      },
    );

    it.each(['Partner', 'Goal', 'Link'] as const)(
      'neither skip nor repeat a %s when its page is deleted',
      async (type) => {
        const page = (name: string) => thingsNamed(type, [name])['en/list.md'] ?? '';
        const [a, b, c] = [{ 'en/a.md': page('Fig') }, { 'en/b.md': page('Apple') }, { 'en/c.md': page('Cherry') }];
        const store = await createStore(snapshotOf({ ...a, ...b, ...c }));
        const [, apple = nowhere] = await positionsOf(store.current(), type);
        await store.publish(snapshotOf({ ...a, ...c }));
        expect(await around(store.current(), type, apple)).toEqual([['Fig'], ['Cherry']]);
      },
    );

    it.each(['Goal', 'Link'] as const)(
      'stay at their %s when another page takes the slug of its page, and so changes its id',
      async (type) => {
        const text = '## Goals\n\n- [Apple](/apple)\n- [Cherry](/cherry)\n- [Fig](/fig)\n';
        const store = await createStore(snapshotOf({ 'en/one/list.md': text }));
        const [, cherry = nowhere] = await positionsOf(store.current(), type);
        await store.publish(snapshotOf({ 'en/one/list.md': text, 'en/two/list.md': 'Text\n' }));
        expect(await around(store.current(), type, cherry)).toEqual([['Apple'], ['Fig']]);
        await store.publish(
          snapshotOf({ 'en/one/list.md': text.replace('- [Cherry](/cherry)\n', ''), 'en/two/list.md': 'Text\n' }),
        );
        expect(await around(store.current(), type, cherry)).toEqual([['Apple'], ['Fig']]);
      },
    );

    it('stay where a page was when it is moved, so that those between are not skipped', async () => {
      const store = await createStore(snapshotOf(pagesNamed(['a', 'b', 'c'])));
      const [a = nowhere] = await positionsOf(store.current(), 'Page');
      await store.publish(snapshotOf({ ...pagesNamed(['b', 'c']), 'en/bb/a.md': '# a\n' }));
      expect(await around(store.current(), 'Page', a)).toEqual([[], ['b', 'bb/a', 'c']]);
    });

    it('stay at a page that gets another id because its slug is no longer the only one', async () => {
      const store = await createStore(snapshotOf(pagesNamed(['a', 'b', 'c'])));
      const [, b = nowhere] = await positionsOf(store.current(), 'Page');
      await store.publish(snapshotOf({ ...pagesNamed(['a', 'b', 'c']), 'en/z/b.md': '# b\n' }));
      expect(await around(store.current(), 'Page', b)).toEqual([['a'], ['c', 'z/b']]);
    });

    it.each(nodeTypes.flatMap((type) => ['0', 'zzz'].map((stem) => [type, stem] as const)))(
      'stay at their %s when the file of its page gets the name %s',
      async (type, stem) => {
        const { 'en/list.md': things = '', ...others } = thingsNamed(type, ['Fig', 'Quince']);
        const files = { ...others, 'en/other.md': '# Other\n' };
        const list = `---\nslug: list\n---\n${things}`;
        const store = await createStore(snapshotOf({ ...files, 'en/list.md': list }));
        const ids = (await positionsOf(store.current(), type)).map(({ id }) => id);
        const own = (await positionsOf(store.current(), type))[type === 'Page' ? 2 : 1] ?? nowhere;
        const before = await around(store.current(), type, own);
        await store.publish(snapshotOf({ ...files, [`en/${stem}.md`]: list }));
        expect((await positionsOf(store.current(), type)).map(({ id }) => id)).toEqual(ids);
        expect(await around(store.current(), type, own)).toEqual(before);
      },
    );

    it('stay on a page when their partner moves to another one', async () => {
      const page = (names: readonly string[]) => thingsNamed('Partner', names)['en/list.md'] ?? '';
      const shop = { 'en/shop.md': page(['Fig', 'Apple', 'Plum', 'Cherry']) };
      const store = await createStore(snapshotOf(shop));
      const [, apple = nowhere] = await positionsOf(store.current(), 'Partner');
      await store.publish(snapshotOf({ ...shop, 'en/bar.md': page(['Apple']) }));
      expect(await around(store.current(), 'Partner', apple)).toEqual([
        ['Apple', 'Fig'],
        ['Plum', 'Cherry'],
      ]);
    });

    it.each(nodeTypes)('cut nothing when there is no %s any more', async (type) => {
      const store = await createStore(snapshotOf(garden));
      const [first = nowhere] = await positionsOf(store.current(), type);
      await store.publish(snapshotOf({}));
      const read = async (window: Partial<WindowQuery>) =>
        store.current().list(type, { ...everything, window: { ...whole, ...window } });
      expect(await read({ after: first, first: 2 })).toEqual(emptyList);
      expect(await read({ before: first, last: 2 })).toEqual(emptyList);
    });
  });
}

/** The names before and after a position. */
async function around(reader: ContentReader, type: NodeType, position: ListPosition): Promise<readonly string[][]> {
  const before = await reader.list(type, { ...everything, window: { ...whole, before: position } });
  const after = await reader.list(type, { ...everything, window: { ...whole, after: position } });
  return [before, after].map((list) => namesOf(list).map((name) => name.replace(/^en \/?/, '')));
}
