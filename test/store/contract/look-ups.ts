import { describe, expect, it } from 'vitest';
import type { ContentReader } from '../../../src/store/contract.ts';
import { type Files, snapshotOf } from '../../support/content.ts';
import { type CreateStore, garden, nameOf, positionsOf } from './support.ts';

export function lookUpContract(name: string, createStore: CreateStore): void {
  const readerOf = async (files: Files): Promise<ContentReader> => (await createStore(snapshotOf(files))).current();

  describe(name, () => {
    it('give every node whole by its id', async () => {
      const snapshot = snapshotOf(garden);
      const reader = (await createStore(snapshot)).current();
      expect(await reader.getMany([...snapshot.nodes.keys()])).toEqual([...snapshot.nodes.values()]);
    });

    it('give nodes in the order of the ids, null for an unknown one and a node twice for a duplicate', async () => {
      const reader = await readerOf(garden);
      const [bees = '', , , autumn = ''] = (await positionsOf(reader, 'Page')).map(({ id }) => id);
      const nodes = await reader.getMany([autumn, 'garbage', bees, '', autumn, '__proto__', 'constructor']);
      expect(nodes.map((node) => node && nameOf(node))).toEqual([
        'en /news/autumn',
        null,
        'en /bees',
        null,
        'en /news/autumn',
        null,
        null,
      ]);
    });

    it('give nothing for no ids', async () => {
      const reader = await readerOf(garden);
      expect(await reader.getMany([])).toEqual([]);
    });

    it.each([
      ['garden', 'en', 'en /garden'],
      ['garden', 'de', 'de /garden'],
      ['autumn', 'en', 'en /news/autumn'],
      ['bees', 'de', null],
      ['garten', 'de', null],
      ['Garden', 'en', null],
      ['garden', 'fr', null],
      ['', 'en', null],
      ['../../etc/passwd', 'en', null],
      ['__proto__', 'en', null],
      ['garden', '__proto__', null],
    ])('find for the page slug "%s" in "%s": %s', async (slug, language, expected) => {
      const reader = await readerOf(garden);
      const page = await reader.pageBySlug(slug, language);
      expect(page && nameOf(page)).toBe(expected);
    });

    it.each([
      ['alder', 'en', 'en Alder'],
      ['alder', 'de', 'de Alder'],
      ['willow', 'en', 'en Willow'],
      ['willow', 'de', null],
      ['Willow', 'en', null],
      ['alder', 'fr', null],
      ['garden', 'en', null],
      ['', 'en', null],
      ['../../etc/passwd', 'en', null],
      ['__proto__', 'en', null],
      ['alder', '__proto__', null],
    ])('find for the partner slug "%s" in "%s": %s', async (slug, language, expected) => {
      const reader = await readerOf(garden);
      const partner = await reader.partnerBySlug(slug, language);
      expect(partner && nameOf(partner)).toBe(expected);
    });

    it.each(['NFC', 'NFD'] as const)('find a slug with accents that is asked for in %s', async (form) => {
      const reader = await readerOf({
        'de/übersicht.md': '## Partner\n\n- [Bär](https://baer.example)\n',
        [`de/${'höhle'.normalize('NFD')}.md`]: '# Tief\n',
      });
      const found = [
        await reader.pageBySlug('übersicht'.normalize(form), 'de'),
        await reader.pageBySlug('höhle'.normalize(form), 'de'),
        await reader.partnerBySlug('bär'.normalize(form), 'de'),
      ];
      expect(found.map((node) => node && nameOf(node))).toEqual(['de /übersicht', 'de /höhle', 'de Bär']);
    });

    it('find of several pages with a slug the first in the default order', async () => {
      const reader = await readerOf({ 'en/z/moth.md': '# Z\n', 'en/a/moth.md': '# A\n', 'en/k/moth.md': '# K\n' });
      expect(await reader.pageBySlug('moth', 'en')).toMatchObject({ path: '/a/moth', title: 'A' });
    });
  });
}
