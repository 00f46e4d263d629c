import { expect, it } from 'vitest';
import { apiOf } from '../support/api.ts';

const files = {
  'en/harbour.md': `# Harbour

## Partners

- [Rope & Sons](https://rope.example/en), knots **of all kinds**
- [Anchor Ltd](http://anchor.example)
`,
  'en/quay.md': `## Our partners

- [Buoy](https://buoy.example): floats
- [ANCHOR  Ltd](https://other.example), not the first listing
`,
  'de/hafen.md': `## Partner

- [Anchor Ltd](https://anchor.example/de) – Ketten
- [Möwe](https://moewe.example)
`,
};

it('answers every field of a partner', async () => {
  const answer = await apiOf(files).query(`{
    partner(slug: "rope--sons") {
      slug language name url description
      pages { path } translations { slug } translation(language: "de") { slug }
      source { path startLine endLine headings }
    }
  }`);
  expect(answer).toEqual({
    data: {
      partner: {
        slug: 'rope--sons',
        language: 'en',
        name: 'Rope & Sons',
        url: 'https://rope.example/en',
        description: 'knots of all kinds',
        pages: [{ path: '/harbour' }],
        translations: [],
        translation: null,
        source: { path: 'en/harbour.md', startLine: 5, endLine: 5, headings: ['Harbour', 'Partners'] },
      },
    },
  });
});

it('takes name, address and source from the first listing, a description from the first that has one, and pages from all', async () => {
  const answer = await apiOf(files).query(`{
    partner(slug: "anchor-ltd") { name url description pages { path } source { path startLine } }
  }`);
  expect(answer).toEqual({
    data: {
      partner: {
        name: 'Anchor Ltd',
        url: 'http://anchor.example',
        description: 'not the first listing',
        pages: [{ path: '/harbour' }, { path: '/quay' }],
        source: { path: 'en/harbour.md', startLine: 6 },
      },
    },
  });
});

it('ties a partner to the same one in other languages', async () => {
  const answer = await apiOf(files).query(`{
    partner(slug: "anchor-ltd") {
      translations { language url pages { path } }
      de: translation(language: "de") { description }
      en: translation(language: "en") { url }
      fr: translation(language: "fr") { url }
    }
  }`);
  expect(answer).toEqual({
    data: {
      partner: {
        translations: [{ language: 'de', url: 'https://anchor.example/de', pages: [{ path: '/hafen' }] }],
        de: { description: 'Ketten' },
        en: { url: 'http://anchor.example' },
        fr: null,
      },
    },
  });
});

it('lists partners in the order in which the pages list them', async () => {
  const answer = await apiOf(files).query(`{
    all: partners { totalCount nodes { language name } }
    english: partners(language: "en") { totalCount nodes { name } }
    french: partners(language: "fr") { totalCount nodes { name } }
  }`);
  expect(answer).toEqual({
    data: {
      all: {
        totalCount: 5,
        nodes: [
          { language: 'de', name: 'Anchor Ltd' },
          { language: 'de', name: 'Möwe' },
          { language: 'en', name: 'Rope & Sons' },
          { language: 'en', name: 'Anchor Ltd' },
          { language: 'en', name: 'Buoy' },
        ],
      },
      english: { totalCount: 3, nodes: [{ name: 'Rope & Sons' }, { name: 'Anchor Ltd' }, { name: 'Buoy' }] },
      french: { totalCount: 0, nodes: [] },
    },
  });
});

it.each([
  ['slug: "buoy"', { name: 'Buoy' }],
  ['slug: "anchor-ltd", language: "de"', { name: 'Anchor Ltd' }],
  ['slug: "möwe", language: "de"', { name: 'Möwe' }],
  ['slug: "mo\\u0308we", language: "de"', { name: 'Möwe' }],
  ['slug: "möwe"', null],
  ['slug: "buoy", language: "de", fallback: false', null],
  ['slug: "Buoy"', null],
  ['slug: "harbour"', null],
  ['slug: ""', null],
  ['slug: "../../etc/passwd"', null],
  ['slug: "__proto__"', null],
])('answers partner(%s) with %o', async (args, partner) => {
  expect(await apiOf(files).query(`{ partner(${args}) { name } }`)).toEqual({ data: { partner } });
});
