import { describe, expect, test } from 'vitest';
import { failureOf, loadIn, problemsOf } from './support.ts';

const tag = 'expected a BCP 47 language tag such as "de"';
const rule = 'name: a, type: Partner, headings: { en: [Friends] }, item: item';
const names = 'content, assets, site, languages, defaultLanguage, fallback, collections, routes, partners, rules';
const more = 'builtInRules, checks, responses, limits, introspection, cors, connections, load, metrics';
const severities = '"off", "info", "warning" or "error"';

describe('a wrong key is told', () => {
  test.each([
    ['colections: {}', 'colections: unknown key. Did you mean "collections"?'],
    ['nonsense: 1', `nonsense: unknown key, expected one of ${names}, ${more}`],
    ['"a b": 1', `["a b"]: unknown key, expected one of ${names}, ${more}`],
    ['partners: { alias: {} }', 'partners.alias: unknown key, expected one of folder, aliases'],
    ['partners: { alliases: {} }', 'partners.alliases: unknown key. Did you mean "aliases"?'],
    ['collections: { news: { url: /:slug, ur: x } }', 'collections.news.ur: unknown key, expected one of url'],
    [`rules: [{ ${rule}, page: [x] }]`, 'rules[0].page: unknown key. Did you mean "pages"?'],
    ['checks: { heading-skiped: "off" }', 'checks.heading-skiped: unknown check. Did you mean "heading-skipped"?'],
    [
      'checks: { nonsense: "off" }',
      'checks.nonsense: unknown check, expected a code that "foliograph check" prints, such as "heading-skipped"',
    ],
    [
      'checks: { frontmatter-yaml: info }',
      'checks.frontmatter-yaml: expected a check whose severity can be changed, but found one for which a document is not served',
    ],
  ])('%s', async (yaml, problem) => {
    expect(await problemsOf(yaml)).toEqual([problem]);
  });
});

describe('a wrong value is told', () => {
  test.each([
    ['content: 5', 'content: expected a folder such as "content", but found the number 5'],
    ['content: " "', 'content: expected a folder such as "content", but found " "'],
    ['content:', 'content: expected a folder such as "content", but found nothing'],
    ['assets: [public]', 'assets: expected a folder such as "public", but found a list'],

    [
      'site: example.org/docs',
      'site: expected scheme and host of a site such as "https://example.org", but found "example.org/docs". Did you mean "https://example.org"?',
    ],
    [
      'site: [https://example.org, https://example.org/docs]',
      'site[1]: expected scheme and host of a site such as "https://example.org", but found "https://example.org/docs". Did you mean "https://example.org"?',
    ],
    [
      'site: [https://example.org, 5]',
      'site[1]: expected scheme and host of a site such as "https://example.org", but found the number 5',
    ],
    [
      'site: ftp://example.org',
      'site: expected scheme and host of a site such as "https://example.org", but found "ftp://example.org"',
    ],
    [
      'site: {}',
      'site: expected scheme and host of a site such as "https://example.org", or a list of them, but found a mapping',
    ],

    ['languages: de', 'languages: expected a list of language tags, but found "de"'],
    ['languages: []', 'languages: expected at least one language tag, but found an empty list'],
    ['languages: [de, deutsch]', `languages[1]: ${tag}, but found "deutsch". Did you mean "de"?`],
    ['languages: [de_DE]', `languages[0]: ${tag}, but found "de_DE". Did you mean "de-DE"?`],
    ['languages: [xx]', `languages[0]: ${tag}, but found "xx"`],
    ['languages: [de, en, DE]', 'languages[2]: expected each language once, but found "DE" again'],
    ['defaultLanguage: english', `defaultLanguage: ${tag}, but found "english". Did you mean "en"?`],
    [
      'languages: [de, en]\ndefaultLanguage: fr',
      'defaultLanguage: expected one of the languages (de, en), but found "fr"',
    ],
    ['fallback: [de]', 'fallback: expected a mapping of language tags to lists of language tags, but found a list'],
    ['fallback: { german: [en] }', `fallback.german: ${tag}, but found "german". Did you mean "de"?`],
    ['fallback: { fr: en }', 'fallback.fr: expected a list of language tags, but found "en"'],
    ['fallback: { fr: [en, nl, en] }', 'fallback.fr[2]: expected each language once, but found "en" again'],
    ['fallback: { de: [en], DE: [fr] }', 'fallback.DE: expected each language once, but found "DE" again'],
    [
      'fallback: { de-AT: [de, de-at] }',
      'fallback.de-AT[1]: expected other languages than "de-AT" itself, but found "de-at"',
    ],

    [
      'collections: { /news/: { url: /:slug } }',
      'collections["/news/"]: expected a folder below the language such as "announcements" or "docs/guides", but found "/news/". Did you mean "news"?',
    ],
    ['collections: { news: /blog }', 'collections.news: expected a mapping with url, but found "/blog"'],
    ...['blog/:slug', '/blog', '/:slug/:slug', '/:year/:slug', '/blog/:slugs', '/:slug?a'].map(
      (url): [string, string] => [
        `collections: { news: { url: "${url}" } }`,
        `collections.news.url: expected a path with ":slug" once and no other ":name" such as "/blog/:slug", but found "${url}"`,
      ],
    ),
    ...['search', '/a/*/b', '/a?b', '/a#b', '/a b'].map((route): [string, string] => [
      `routes: ["${route}"]`,
      `routes[0]: expected a path such as "/search" or "/app/*", but found "${route}"`,
    ]),

    [
      'partners: { folder: "" }',
      'partners.folder: expected a folder below the language such as "partners", but found ""',
    ],
    [
      'partners: { folder: members/ }',
      'partners.folder: expected a folder below the language such as "partners", but found "members/". Did you mean "members"?',
    ],
    ['partners: { aliases: { OSISM: osism } }', 'partners.aliases.OSISM: expected a list of names, but found "osism"'],
    [
      'partners: { aliases: { A GmbH: [X], B GmbH: [Y, x] } }',
      'partners.aliases["B GmbH"][1]: expected a name of one partner, but found "x" for "A GmbH" and "B GmbH"',
    ],
    [
      'partners: { aliases: { A: [B], B: [] } }',
      'partners.aliases.A[0]: expected a name of one partner, but found "B" for "B" and "A"',
    ],
    [
      'partners: { aliases: { A: [X], A GmbH: [Y] } }',
      'partners.aliases["A GmbH"]: expected a name of one partner, but found "A GmbH" for "A" and "A GmbH"',
    ],

    [
      'responses: { cacheControl: "max-age: 60" }',
      'responses.cacheControl: expected directives of Cache-Control such as "public, max-age=60", but found "max-age: 60"',
    ],
    [
      'responses: { cacheMegabytes: -1 }',
      'responses.cacheMegabytes: expected a whole number from 0, but found the number -1',
    ],
    ['limits: { depth: 0 }', 'limits.depth: expected a whole number from 1, but found the number 0'],
    ['limits: { dept: 5 }', 'limits.dept: unknown key. Did you mean "depth"?'],
    ['limits: 5', 'limits: expected a mapping of limits to numbers, but found the number 5'],
    ['introspection: "no"', 'introspection: expected true or false, but found "no"'],
    [
      'cors: everywhere',
      'cors: expected "*", or a list of origins such as "https://example.org", but found "everywhere"',
    ],
    [
      'connections: { idleSeconds: 1.5 }',
      'connections.idleSeconds: expected a whole number from 1, but found the number 1.5',
    ],
    ['responses: { cacheSize: 1 }', 'responses.cacheSize: unknown key, expected one of cacheControl, cacheMegabytes'],
    ['rules: { name: a }', 'rules: expected a list of rules, but found a mapping'],
    [
      'rules: [{ name: a, type: partner, headings: { en: [Friends] }, item: item }]',
      'rules[0].type: expected "Partner" or "Goal", but found "partner". Did you mean "Partner"?',
    ],
    [
      'rules: [{ name: a, type: Goal, headings: { en: [Plans] }, item: linked-item }]',
      'rules[0].item: expected "item", "sub-heading" or "table-row" for goals, but found "linked-item"',
    ],
    [
      'rules: [{ name: a, type: Partner, headings: { en: [Friends] }, item: list }]',
      'rules[0].item: expected "linked-item", "item", "sub-heading" or "table-row", but found "list"',
    ],
    [
      'rules: [{ name: a, type: Partner, headings: {}, item: item }]',
      'rules[0].headings: expected headings in at least one language, but found none',
    ],
    [
      'rules: [{ name: a, type: Partner, headings: { de-AT: [Freunde] }, item: item }]',
      'rules[0].headings.de-AT: expected a language tag without script and region such as "de", but found "de-AT". Did you mean "de"?',
    ],
    [
      'rules: [{ name: a, type: Partner, headings: { de: [Freunde], DE: [Gönner] }, item: item }]',
      'rules[0].headings.DE: expected each language once, but found "DE" again',
    ],
    [
      'rules: [{ name: a, type: Partner, headings: { en: ["(new)"] }, item: item }]',
      'rules[0].headings.en[0]: expected the words of a heading such as "Our sponsors", but found "(new)"',
    ],
    [
      'rules: [{ name: a, type: Partner, headings: { en: [] }, item: item }]',
      'rules[0].headings.en: expected at least one heading, but found an empty list',
    ],
    [`rules: [{ ${rule}, pages: [] }]`, 'rules[0].pages: expected at least one slug, but found an empty list'],
    [
      `rules: [{ ${rule}, expected: -1 }]`,
      'rules[0].expected: expected a whole number from 0, but found the number -1',
    ],
    [
      `rules: [{ ${rule}, expected: 1.5 }]`,
      'rules[0].expected: expected a whole number from 0, but found the number 1.5',
    ],
    [`rules: [{ ${rule} }, { ${rule} }]`, 'rules[1].name: expected each name once, but found "a" again'],
    ['builtInRules: "no"', 'builtInRules: expected true or false, but found "no"'],
    [
      'checks: { link-empty: warnin }',
      `checks.link-empty: expected ${severities}, but found "warnin". Did you mean "warning"?`,
    ],
    ['checks: { link-empty: false }', `checks.link-empty: expected ${severities}, but found the boolean false`],
    ['checks: "off"', 'checks: expected a mapping of checks to severities, but found "off"'],
  ])('%s', async (yaml, problem) => {
    expect(await problemsOf(yaml)).toEqual([problem]);
  });

  test('and what lacks a key that has to be there', async () => {
    expect(await problemsOf('collections: { news: {} }\nrules: [{}]')).toEqual([
      'collections.news.url: expected a path with ":slug" once and no other ":name" such as "/blog/:slug", but found nothing',
      'rules[0].name: expected a name for the rule such as "supporters", but found nothing',
      'rules[0].type: expected "Partner" or "Goal", but found nothing',
      'rules[0].headings: expected a mapping of languages to lists of headings, but found nothing',
      'rules[0].item: expected "linked-item", "item", "sub-heading" or "table-row", but found nothing',
    ]);
  });
});

test('every problem is told at once, each in a line that begins with the file', async () => {
  const files = {
    'site/foliograph.config.json': JSON.stringify({
      languages: ['de', 'en'],
      defaultLanguage: 'fr',
      colections: {},
      routes: ['search', '/a*b'],
      checks: { 'link-emty': 'off' },
    }),
  };
  expect(await failureOf(loadIn(files, { folder: 'site' }))).toEqual({
    code: 'CONFIG_INVALID',
    message: [
      'site/foliograph.config.json: routes[0]: expected a path such as "/search" or "/app/*", but found "search"',
      'site/foliograph.config.json: routes[1]: expected a path such as "/search" or "/app/*", but found "/a*b"',
      'site/foliograph.config.json: checks.link-emty: unknown check. Did you mean "link-empty"?',
      'site/foliograph.config.json: colections: unknown key. Did you mean "collections"?',
      'site/foliograph.config.json: defaultLanguage: expected one of the languages (de, en), but found "fr"',
    ].join('\n'),
  });
});

test('a language that stands twice does not hide that the default language is none of them', async () => {
  expect(await problemsOf('languages: [de, DE, en]\ndefaultLanguage: fr')).toEqual([
    'languages[1]: expected each language once, but found "DE" again',
    'defaultLanguage: expected one of the languages (de, en), but found "fr"',
  ]);
});

test('nothing is said about the default language where nobody knows the languages', async () => {
  const yaml = 'languages: [deutsch, en]\ndefaultLanguage: de';
  expect(await problemsOf(yaml)).toEqual([`languages[0]: ${tag}, but found "deutsch". Did you mean "de"?`]);
});

test('several wrong language tags are each told once', async () => {
  expect(await problemsOf('languages: [deutsch, französisch]')).toEqual([
    `languages[0]: ${tag}, but found "deutsch". Did you mean "de"?`,
    `languages[1]: ${tag}, but found "französisch"`,
  ]);
});

test('long values are told by their beginning', async () => {
  const [problem] = await problemsOf(`defaultLanguage: ${'x'.repeat(200)}\n`);
  expect(problem).toBe(`defaultLanguage: ${tag}, but found "${'x'.repeat(80)}"`);
});
