import { describe, expect, it } from 'vitest';
import type { ContentReader, LanguageChain } from '../../../src/store/contract.ts';
import { type Files, snapshotOf } from '../../support/content.ts';
import { type CreateStore, garden, nameOf, positionsOf } from './support.ts';

/** A house in three languages, a barn in one, and two pages with one slug that are no translations of each other. */
const farm: Files = {
  'en/house.md': '---\ntranslationKey: house\n---\n',
  'de/haus.md': '---\ntranslationKey: house\n---\n',
  'fr/maison.md': '---\ntranslationKey: house\n---\n',
  'en/barn.md': '# Barn\n',
  'de/yard.md': '---\ntranslationKey: hof\n---\n',
  'en/yard.md': '---\ntranslationKey: yard\n---\n',
};

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
      const page = await reader.pageBySlug(slug, [language]);
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
      const partner = await reader.partnerBySlug(slug, [language]);
      expect(partner && nameOf(partner)).toBe(expected);
    });

    it.each<[string, LanguageChain, string | null]>([
      ['house', ['en'], 'en /house'],
      ['house', ['de'], null],
      ['house', ['de', 'en'], 'de /haus'],
      ['house', ['fr', 'en', 'de'], 'fr /maison'],
      ['haus', ['en', 'de'], 'en /house'],
      ['haus', ['es', 'fr', 'de'], 'fr /maison'],
      ['haus', ['en', 'fr'], null],
      ['barn', ['de', 'en'], 'en /barn'],
      ['barn', [], null],
      // another page has this slug in the first language
      ['yard', ['de', 'en'], 'de /yard'],
      ['yard', ['en', 'de'], 'en /yard'],
    ])('find for the page "%s" in %j: %s', async (slug, languages, expected) => {
      const reader = await readerOf(farm);
      const found = [
        await reader.pageBySlug(slug, languages),
        await reader.pageByPath([{ path: `/${slug}`, languages }]),
      ];
      expect(found.map((node) => node && nameOf(node))).toEqual([expected, expected]);
    });

    it.each<[string, LanguageChain, string | null]>([
      ['maier-gmbh', ['en'], 'en Maier GmbH'],
      ['maier-gmbh', ['de'], null],
      ['maier-gmbh', ['de', 'en'], 'de Maier'],
      ['maier', ['en', 'de'], 'en Maier GmbH'],
    ])('find for the partner "%s" in %j: %s', async (slug, languages, expected) => {
      const reader = await readerOf({
        'en/a.md': '## Partners\n\n- [Maier GmbH](https://maier.example)\n',
        'de/a.md': '## Partner\n\n- [Maier](https://maier.example)\n',
      });
      const partner = await reader.partnerBySlug(slug, languages);
      expect(partner && nameOf(partner)).toBe(expected);
    });

    it.each([
      ['/news/autumn', 'en', 'en /news/autumn'],
      ['/garden', 'de', 'de /garden'],
      ['/garten', 'de', 'de /garden'],
      ['/garden', 'fr', null],
      ['/autumn', 'en', null],
      ['garden', 'en', null],
      ['', 'en', null],
      ['/__proto__', 'en', null],
      ['/garden', '__proto__', null],
    ])('find for the path "%s" in "%s": %s', async (path, language, expected) => {
      const reader = await readerOf(garden);
      const page = await reader.pageByPath([{ path, languages: [language] }]);
      expect(page && nameOf(page)).toBe(expected);
    });

    it.each(['NFC', 'NFD'] as const)('find a slug with accents that is asked for in %s', async (form) => {
      const reader = await readerOf({
        'de/übersicht.md': '## Partner\n\n- [Bär](https://baer.example)\n',
        [`de/${'höhle'.normalize('NFD')}.md`]: '# Tief\n',
      });
      const found = [
        await reader.pageBySlug('übersicht'.normalize(form), ['de']),
        await reader.pageBySlug('höhle'.normalize(form), ['de']),
        await reader.partnerBySlug('bär'.normalize(form), ['de']),
      ];
      expect(found.map((node) => node && nameOf(node))).toEqual(['de /übersicht', 'de /höhle', 'de Bär']);
    });

    it('find of several pages with a slug the first in the default order', async () => {
      const reader = await readerOf({ 'en/z/moth.md': '# Z\n', 'en/a/moth.md': '# A\n', 'en/k/moth.md': '# K\n' });
      expect(await reader.pageBySlug('moth', ['en'])).toMatchObject({ path: '/a/moth', title: 'A' });
    });
  });
}
