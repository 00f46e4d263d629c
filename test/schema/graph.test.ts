import { expect, it } from 'vitest';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { createPromisedStore } from '../store/promised-store.ts';
import { apiOf, apiOfStore } from '../support/api.ts';
import { type Files, snapshotOf } from '../support/content.ts';

const site: Files = {
  'en/network.md': '# Network\n\n## Partners\n\n- [OSISM GmbH](https://osism.tech)\n\n## Goals\n\n- Grow\n',
  'en/about.md': 'By OSISM, see [the network](/network#partners), [nothing](/nothing) and [more](https://x.example).\n',
  'en/partners/osism.md': '---\nname: OSISM GmbH\nfounded: 2020\n---\n',
  'de/network.md': '# Netzwerk\n\n## Partner\n\n- [OSISM](https://osism.tech)\n\n## Ziele\n\n- Wachsen\n',
  'de/about.md': 'Siehe [das Netzwerk](/network), [nichts](/nothing) und [mehr](https://x.example).\n',
};

it.each([
  ['memory', createMemoryStore],
  ['a store that answers with promises', createPromisedStore],
])('ties pages, links, goals and partners together over %s', async (_, createStore) => {
  const answer = await apiOfStore(createStore(snapshotOf(site))).query(`{
    about: page(slug: "about") {
      links { text broken target { path language } translation(language: "de") { text } translations { text } }
    }
    network: page(slug: "network") {
      backlinks { text page { path language } }
      goals { text translation(language: "de") { text } own: translation(language: "en") { text } }
    }
    netzwerk: page(slug: "network", language: "de") { backlinks { text } }
    partner(slug: "osism-gmbh") {
      frontmatter
      pages { path }
      mentions { text page { path } link { url } source { path startLine headings } }
      translation(language: "de") { name frontmatter mentions { text } }
    }
  }`);
  const network = { path: '/network', language: 'en' };
  const inGerman = (text: string) => ({ translation: { text }, translations: [{ text }] });
  expect(answer).toEqual({
    data: {
      about: {
        links: [
          { text: 'the network', broken: false, target: network, ...inGerman('das Netzwerk') },
          { text: 'nothing', broken: true, target: null, ...inGerman('nichts') },
          { text: 'more', broken: false, target: null, ...inGerman('mehr') },
        ],
      },
      network: {
        backlinks: [{ text: 'the network', page: { path: '/about', language: 'en' } }],
        goals: [{ text: 'Grow', translation: { text: 'Wachsen' }, own: { text: 'Grow' } }],
      },
      netzwerk: { backlinks: [{ text: 'das Netzwerk' }] },
      partner: {
        frontmatter: { name: 'OSISM GmbH', founded: 2020 },
        pages: [{ path: '/about' }, { path: '/network' }],
        mentions: [
          {
            text: 'OSISM',
            page: { path: '/about' },
            link: null,
            source: { path: 'en/about.md', startLine: 1, headings: [] },
          },
          {
            text: 'OSISM GmbH',
            page: { path: '/network' },
            link: { url: 'https://osism.tech' },
            source: { path: 'en/network.md', startLine: 5, headings: ['Network', 'Partners'] },
          },
        ],
        translation: { name: 'OSISM', frontmatter: null, mentions: [{ text: 'OSISM' }] },
      },
    },
  });
});

it('gives the rule that read a partner or a goal, and none for a page', async () => {
  const { 'en/partners/osism.md': _own, ...lists } = site;
  const answer = await apiOf(lists).query(`{
    page(slug: "network") { source { rule } partners { source { rule } } goals { source { rule } } links { source { rule } } }
  }`);
  expect(answer).toEqual({
    data: {
      page: {
        source: { rule: null },
        partners: [{ source: { rule: 'partner-list' } }],
        goals: [{ source: { rule: 'goal-list' } }],
        links: [{ source: { rule: null } }],
      },
    },
  });
});
