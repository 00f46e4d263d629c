import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/content/snapshot.ts';
import type { ContentReader } from '../../../src/store/contract.ts';
import { isPromise } from '../../../src/store/maybe-promise.ts';
import { snapshotOf } from '../../support/content.ts';
import { type CreateStore, emptyList, everything, garden, namesOf, nodeTypes, positionsOf } from './support.ts';

export function revisionContract(name: string, createStore: CreateStore): void {
  describe(name, () => {
    it('tells what is served', async () => {
      const snapshot = snapshotOf(garden);
      const store = await createStore(snapshot);
      expect(store.current().info).toEqual({
        revision: snapshot.revision,
        builtAt: snapshot.builtAt,
        documentCount: 4,
        languages: snapshot.languages,
        defaultLanguage: 'en',
        fallbacks: {},
        origins: [],
      });
    });

    it('is the new one for a reader that is asked for after a publish', async () => {
      const store = await createStore(snapshotOf(garden));
      const next = snapshotOf({ 'de/wespen.md': '# Wespen\n' });
      await store.publish(next);
      const reader = store.current();
      expect(reader.info).toEqual({
        revision: next.revision,
        builtAt: next.builtAt,
        documentCount: 1,
        languages: next.languages,
        defaultLanguage: 'de',
        fallbacks: {},
        origins: [],
      });
      expect(namesOf(await reader.list('Page', everything))).toEqual(['de /wespen']);
    });

    it('stays the same for a reader that was handed out before a publish', async () => {
      const snapshot = snapshotOf(garden);
      const store = await createStore(snapshot);
      const reader = store.current();
      const before = await answersOf(reader, snapshot);
      await store.publish(snapshotOf({ 'de/wespen.md': '# Wespen\n' }));
      expect(await answersOf(reader, snapshot)).toEqual(before);
    });

    it('can be empty', async () => {
      const store = await createStore(snapshotOf({}));
      const { info } = store.current();
      expect(info).toMatchObject({ documentCount: 0, languages: [], defaultLanguage: 'en' });
      expect(await store.current().list('Page', everything)).toEqual(emptyList);
    });

    it('is answered from without a promise where the reader says so', async () => {
      const snapshot = snapshotOf(garden);
      const reader = (await createStore(snapshot)).current();
      const promised = ask(reader, snapshot).filter(isPromise);
      expect(reader.isImmediate ? promised : []).toEqual([]);
      await Promise.all(promised);
    });
  });
}

/** Calls every method. */
function ask(reader: ContentReader, { nodes }: Snapshot): readonly unknown[] {
  return [
    reader.getMany([...nodes.keys(), 'garbage']),
    reader.pageBySlug('garden', ['en']),
    reader.pageByPath([{ path: '/garden', languages: ['en'] }]),
    reader.partnerBySlug('alder', ['en']),
    reader.diagnostics({ severity: null, code: null, path: null, first: null, after: null }),
    ...nodeTypes.map((type) => reader.list(type, everything)),
  ];
}

async function answersOf(reader: ContentReader, snapshot: Snapshot): Promise<readonly unknown[]> {
  const positions = await Promise.all(nodeTypes.map((type) => positionsOf(reader, type)));
  // positions are made by functions, of which no two are equal
  return JSON.parse(JSON.stringify([reader.info, positions, ...(await Promise.all(ask(reader, snapshot)))]));
}
