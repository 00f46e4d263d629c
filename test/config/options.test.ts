import { defaultServerOptions } from '../../src/server/server-options.ts';
import { describe, expect, test } from 'vitest';
import { defineConfig } from '../../src/config/define-config.ts';
import { defaultBuildOptions } from '../../src/content/build-options.ts';
import { snapshotOf } from '../support/content.ts';
import { loadIn, loadYaml, optionsOf } from './support.ts';

const builtIn = defaultBuildOptions;
const friends = '{ name: friends, type: Partner, headings: { DE: [Freunde] }, item: linked-item }';
const friendsRule = {
  name: 'friends',
  type: 'Partner',
  pages: null,
  headings: { de: ['Freunde'] },
  item: 'linked-item',
  expected: null,
};

describe('the options have', () => {
  test.each([
    ['languages: [EN, de-at]', { languages: ['en', 'de-AT'] }],
    ['defaultLanguage: DE', { defaultLanguage: 'de' }],
    ['languages: [de, fr]', { languages: ['de', 'fr'], defaultLanguage: 'de' }],
    ['languages: [de, en]', { languages: ['de', 'en'], defaultLanguage: 'en' }],
    ['languages: [de-DE]\ndefaultLanguage: de-de', { languages: ['de-DE'], defaultLanguage: 'de-DE' }],
    ['fallback: { de-at: [DE, en], fr: [] }', { fallbacks: { 'de-AT': ['de', 'en'], fr: [] } }],
    [
      'collections: { announcements: { url: /blog/:slug }, "": { url: /:slug.html } }',
      { collections: { announcements: { url: '/blog/:slug' }, '': { url: '/:slug.html' } } },
    ],
    ['routes: [/, /search, /tags/*]', { routes: ['/', '/search', '/tags/*'] }],
    ['site: https://Example.org/', { origins: ['https://example.org'] }],
    ['site: [https://a.example, http://localhost:8080]', { origins: ['https://a.example', 'http://localhost:8080'] }],
    ['partners: { folder: network/members }', { partners: { folder: 'network/members', aliases: {} } }],
    [
      'partners: { aliases: { OSISM GmbH: [OSISM, osism.tech] } }',
      { partners: { folder: 'partners', aliases: { 'OSISM GmbH': ['OSISM', 'osism.tech'] } } },
    ],
    [
      'checks: { link-broken: warning, heading-skipped: off }',
      {
        severities: { 'link-broken': 'warning', 'heading-skipped': 'off' },
      },
    ],
    [`rules: [${friends}]`, { rules: [friendsRule, ...builtIn.rules] }],
    [`rules: [${friends}]\nbuiltInRules: false`, { rules: [friendsRule] }],
    ['builtInRules: false', { rules: [] }],
    [
      'rules: [{ name: a, type: Goal, pages: [x], headings: { en: [Plans] }, item: table-row, expected: 0 }]\nbuiltInRules: false',
      {
        rules: [{ name: 'a', type: 'Goal', pages: ['x'], headings: { en: ['Plans'] }, item: 'table-row', expected: 0 }],
      },
    ],
  ])('%s in their own form', async (yaml, expected) => {
    expect(await optionsOf(yaml)).toEqual({ ...builtIn, ...expected });
  });

  test('own rules first, and in place of built-in ones of their name', async () => {
    const { rules } = await optionsOf(
      'rules: [{ name: goal-list, type: Goal, headings: { en: [Plans] }, item: item }]\n',
    );
    expect(rules.map(({ name, headings }) => [name, Object.keys(headings)])).toEqual([
      ['goal-list', ['en']],
      ...builtIn.rules
        .filter(({ name }) => name !== 'goal-list')
        .map(({ name, headings }) => [name, Object.keys(headings)]),
    ]);
  });

  test('names in NFC, as documents have them', async () => {
    const decomposed = 'u\u0308ber';
    const options = await optionsOf(
      `collections: { ${decomposed}: { url: /${decomposed}/:slug } }\nroutes: [/${decomposed}]\n`,
    );
    expect(options.collections).toEqual({ über: { url: '/über/:slug' } });
    expect(options.routes).toEqual(['/über']);
  });

  test('a rule that is found in the content', async () => {
    const options = await optionsOf(`rules: [${friends}]\n`);
    const snapshot = snapshotOf({ 'de/a.md': '## Unsere Freunde\n\n- [Eins](https://eins.example)\n' }, options);
    expect(snapshot.indexes.Partner.all.map(({ name }) => name)).toEqual(['Eins']);
  });
});

describe('answers of the server', () => {
  const builtInResponses = { cacheControl: 'public, max-age=0, must-revalidate', cacheSize: 67_108_864 };

  test.each([
    ['responses: {}', {}],
    ['responses: { cacheControl: "no-cache" }', { cacheControl: 'no-cache' }],
    [`responses: { cacheControl: 'private="x, y", max-age=60' }`, { cacheControl: 'private="x, y", max-age=60' }],
    ['responses: { cacheMegabytes: 0 }', { cacheSize: 0 }],
    ['responses: { cacheMegabytes: 2 }', { cacheSize: 2_097_152 }],
  ])('%s', async (yaml, expected) => {
    expect((await loadYaml(yaml)).server.responses).toEqual({ ...builtInResponses, ...expected });
  });

  test('are as built in without a configuration', async () => {
    expect((await loadIn({ 'content/en/a.md': '' })).server.responses).toEqual(builtInResponses);
  });
});

describe('the server', () => {
  test.each([
    ['limits: { bodyBytes: 5, depth: 3, executionSeconds: 2, responseMegabytes: 1 }', 'limits'],
    ['connections: { maximum: 7, requests: 3, headersSeconds: 1, responseSeconds: 4 }', 'connections'],
    ['load: { delayMilliseconds: 5, unreadMegabytes: 1 }', 'load'],
  ] as const)('%s', async (yaml, group) => {
    const expected = {
      limits: { ...defaultServerOptions.limits, bodySize: 5, depth: 3, executionTime: 2000, responseSize: 1_000_000 },
      connections: {
        ...defaultServerOptions.connections,
        maximum: 7,
        requestsPerConnection: 3,
        headersTimeout: 1000,
        responseTimeout: 4000,
      },
      load: { ...defaultServerOptions.load, delay: 5, unreadSize: 1_048_576 },
    };
    const { server } = await loadYaml(yaml);
    expect(server).toEqual({ ...defaultServerOptions, [group]: expected[group] });
  });

  test.each([
    ['introspection: false', { introspection: false }],
    ['metrics: false', { metrics: false }],
    ['cors: "*"', { cors: '*' }],
    ['cors: [https://One.example/, "https://two.example"]', { cors: ['https://one.example', 'https://two.example'] }],
    ['cors: []', { cors: [] }],
  ])('%s', async (yaml, expected) => {
    expect((await loadYaml(yaml)).server).toEqual({ ...defaultServerOptions, ...expected });
  });
});

test('defineConfig gives back what it was given, and takes no unknown key', () => {
  const config = { languages: ['de'] };
  expect(defineConfig(config)).toBe(config);
  // @ts-expect-error: there is no such key
  defineConfig({ colections: {} });
});
