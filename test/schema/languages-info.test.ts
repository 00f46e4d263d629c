import { expect, it } from 'vitest';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { apiOf, apiOfStore } from '../support/api.ts';
import { type Files, snapshotOf } from '../support/content.ts';

const files: Files = {
  'en/inn.md': '# Inn\n',
  'de/inn.md': '# Gasthof\n',
  'en/bridge.md': '# Bridge\n',
  'de-AT/alm.md': '# Alm\n',
  'tlh.md': '---\nlanguage: tlh\n---\n',
};

const query = '{ languages { tag name isDefault pageCount translated missing { path language } } }';

it('tells of every language what there is and what is missing', async () => {
  expect(await apiOf(files).query(query)).toEqual({
    data: {
      languages: [
        {
          tag: 'de',
          name: 'Deutsch',
          isDefault: false,
          pageCount: 1,
          translated: 1,
          missing: [
            { path: '/alm', language: 'de-AT' },
            { path: '/bridge', language: 'en' },
            { path: '/tlh', language: 'tlh' },
          ],
        },
        {
          tag: 'de-AT',
          name: 'Österreichisches Deutsch',
          isDefault: false,
          pageCount: 1,
          translated: 0,
          missing: [
            { path: '/bridge', language: 'en' },
            { path: '/inn', language: 'de' },
            { path: '/tlh', language: 'tlh' },
          ],
        },
        {
          tag: 'en',
          name: 'English',
          isDefault: true,
          pageCount: 2,
          translated: 1,
          missing: [
            { path: '/alm', language: 'de-AT' },
            { path: '/tlh', language: 'tlh' },
          ],
        },
        {
          tag: 'tlh',
          name: 'Klingon',
          isDefault: false,
          pageCount: 1,
          translated: 0,
          missing: [
            { path: '/alm', language: 'de-AT' },
            { path: '/bridge', language: 'en' },
            { path: '/inn', language: 'en' },
          ],
        },
      ],
    },
  });
});

it('tells of languages that the site is to have and has not', async () => {
  const snapshot = snapshotOf({ 'en/inn.md': '# Inn\n' }, { languages: ['en', 'fr'] });
  expect(await apiOfStore(createMemoryStore(snapshot)).query(query)).toEqual({
    data: {
      languages: [
        { tag: 'en', name: 'English', isDefault: true, pageCount: 1, translated: 0, missing: [] },
        {
          tag: 'fr',
          name: 'français',
          isDefault: false,
          pageCount: 0,
          translated: 0,
          missing: [{ path: '/inn', language: 'en' }],
        },
      ],
    },
  });
});

it.each([
  ['de-u-co-phonebk', 'Deutsch'],
  ['de-x-hof', 'Deutsch'],
  ['zh-Hant', '繁體中文'],
])('names the language "%s" %s', async (tag, name) => {
  const answer = await apiOf({ 'a.md': `---\nlanguage: ${tag}\n---\n` }).query('{ languages { tag name } }');
  expect(answer).toEqual({ data: { languages: [{ tag, name }] } });
});
