import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { apiOf, apiOfStore } from '../support/api.ts';
import { type Files, snapshotOf } from '../support/content.ts';
import { badInput, problemsOf } from './problems.ts';

const site: Files = {
  'en/pages/network.md': '# Network\n\n## Partners\n\n- [OSISM GmbH](https://osism.tech)\n',
  'en/pages/about.md': '# About\n',
  'de/pages/network.md': '---\nslug: netzwerk\n---\n\n# Netzwerk\n\n## Partner\n\n- [OSISM GmbH](https://osism.tech)\n',
  'de/pages/news.md': '---\ntitle: Neues\n---\n',
  'de/announcements/2025-release9.md': '---\nslug: release9\n---\n\n# R9\n',
  'fr/pages/legal.md': '# Mentions\n',
  'en/pages/en-passant.md': '# Chess\n',
  'en/pages/fr.md': '# French\n',
};
const api = apiOf(site);

/** `language title` of the page that a look-up gives. */
async function found(lookUp: string): Promise<string | null> {
  const { data, errors } = await api.query<{ found: { language: string; title: string } | null }>(
    `{ found: ${lookUp} { language title } }`,
  );
  expect(errors).toBeUndefined();
  return data?.found == null ? null : `${data.found.language} ${data.found.title}`;
}

describe('page', () => {
  it.each([
    ['slug: "about"', 'en About'],
    ['slug: "about", language: "en"', 'en About'],
    ['slug: "about", language: "de"', 'en About'],
    ['slug: "about", language: "de", fallback: false', null],
    ['slug: "netzwerk", language: "de"', 'de Netzwerk'],
    ['slug: "netzwerk", language: "de-AT"', 'de Netzwerk'],
    ['slug: "netzwerk", language: "de-AT", fallback: false', null],
    ['slug: "network"', 'en Network'],
    ['slug: "network", fallback: false', 'en Network'],
    ['slug: "netzwerk"', null],
    ['slug: "legal"', null],
    ['slug: "legal", language: "fr"', 'fr Mentions'],
    ['slug: "nothing", language: "de"', null],
  ])('(%s) is %s', async (args, expected) => {
    expect(await found(`page(${args})`)).toBe(expected);
  });

  it('with the slug of the language that it falls back to is given in the language that is wanted', async () => {
    expect(await found('page(slug: "network", language: "de")')).toBe('de Netzwerk');
    expect(await found('page(slug: "network", language: "de-CH")')).toBe('de Netzwerk');
    expect(await found('page(slug: "network", language: "de", fallback: false)')).toBeNull();
  });

  it('of a tag that is none is refused', async () => {
    expect(problemsOf(await api.query('{ page(slug: "a", language: "deutsch") { id } }'))).toEqual([
      badInput('Expected a BCP 47 language tag such as "de", but got: "deutsch". Did you mean "de"?'),
    ]);
  });
});

describe('pageByPath', () => {
  it.each([
    ['path: "/about"', 'en About'],
    ['path: "about/"', 'en About'],
    ['path: "/de/about"', 'en About'],
    ['path: "/de/about", fallback: false', null],
    ['path: "/news"', null],
    ['path: "/news", language: "de"', 'de Neues'],
    ['path: "/de/news"', 'de Neues'],
    ['path: "/de/news#press", language: "en"', 'de Neues'],
    ['path: "/de-AT/news/?a=b"', 'de Neues'],
    ['path: "/de/netzwerk"', 'de Netzwerk'],
    ['path: "/de/network"', 'de Netzwerk'],
    ['path: "/announcements/release9", language: "de"', 'de R9'],
    ['path: "/announcements/2025-release9", language: "de"', 'de R9'],
    ['path: "/fr/legal"', 'fr Mentions'],
    ['path: "/en-passant"', 'en Chess'],
    ['path: "/fr"', 'en French'],
    ['path: "/fr/legal"', 'fr Mentions'],
    ['path: "/"', null],
    ['path: "../../etc/passwd"', null],
    ['path: "%"', null],
  ])('(%s) is %s', async (args, expected) => {
    expect(await found(`pageByPath(${args})`)).toBe(expected);
  });
});

it('finds a page by an address on one of the origins of the site', async () => {
  const options = { origins: ['https://site.example'] };
  const answer = await apiOfStore(createMemoryStore(snapshotOf(site, options))).query(
    '{ own: pageByPath(path: "https://site.example/de/news#x") { title } other: pageByPath(path: "https://x.example/de/news") { title } }',
  );
  expect(answer).toEqual({ data: { own: { title: 'Neues' }, other: null } });
});

describe('partner', () => {
  it.each([
    ['slug: "osism-gmbh", language: "de"', { language: 'de', name: 'OSISM GmbH' }],
    ['slug: "osism-gmbh", language: "de-AT"', { language: 'de', name: 'OSISM GmbH' }],
    ['slug: "osism-gmbh", language: "fr"', { language: 'en', name: 'OSISM GmbH' }],
    ['slug: "osism-gmbh", language: "fr", fallback: false', null],
    ['slug: "osism", language: "de"', null],
  ])('(%s) is %o', async (args, partner) => {
    expect(await api.query(`{ partner(${args}) { language name } }`)).toEqual({ data: { partner } });
  });
});
