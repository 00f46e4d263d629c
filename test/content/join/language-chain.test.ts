import { expect, it } from 'vitest';
import { languageChain } from '../../../src/content/language-chain.ts';

/** What the specification gives: RFC 4647, section 3.4, then the configured languages, then the default. */
const table: readonly [tag: string, fallbacks: Record<string, string[]>, chain: readonly string[]][] = [
  ['de', {}, ['de', 'en']],
  ['en', {}, ['en']],
  ['de-AT', {}, ['de-AT', 'de', 'en']],
  ['de-AT', { de: ['fr'] }, ['de-AT', 'de', 'fr', 'en']],
  ['de-AT', { 'de-AT': ['it', 'fr'] }, ['de-AT', 'de', 'it', 'fr', 'en']],
  ['de-AT', { 'de-AT': ['it'], de: ['fr', 'it'] }, ['de-AT', 'de', 'it', 'fr', 'en']],
  ['de', { 'de-AT': ['it'] }, ['de', 'en']],
  ['fr', { fr: ['de', 'en'], de: ['nl'] }, ['fr', 'de', 'en']],
  ['zh-Hant-CN', {}, ['zh-Hant-CN', 'zh-Hant', 'zh', 'en']],
  // the example of the RFC, in canonical form
  [
    'zh-Hant-CN-x-private1-private2',
    {},
    ['zh-Hant-CN-x-private1-private2', 'zh-Hant-CN-x-private1', 'zh-Hant-CN', 'zh-Hant', 'zh', 'en'],
  ],
  ['constructor', {}, ['constructor', 'en']],
];

it.each(table)('%s with %o falls back along %o', (tag, fallbacks, chain) => {
  expect(languageChain(tag, { fallbacks, defaultLanguage: 'en' })).toEqual(chain);
});
