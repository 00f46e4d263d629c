import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { buildSnapshot } from '../src/content/build-snapshot.ts';
import { configurableCodes } from '../src/content/diagnostic.ts';
import { createMemoryStore } from '../src/store/memory-store.ts';
import { apiOfStore, type TestApi } from './support/api.ts';
import { quietOptions } from './support/content.ts';

/** Real content that developers and CI have beside the project; everybody else runs the other tests. */
const corpus = fileURLToPath(new URL('../../shared/corpus', import.meta.url));
const apiOf = (name: string): TestApi => apiOfStore(createMemoryStore(buildSnapshot(`${corpus}/${name}`)));

const hasCorpus = existsSync(corpus);
if (!hasCorpus) process.stderr.write(`No corpus at ${corpus}: its tests are skipped.\n`);

describe.skipIf(!hasCorpus)('the seed', () => {
  test('gives the German network page', async () => {
    const { data } = await apiOf('seed').query('{ page(slug: "network", language: "de") { title path template } }');
    expect(data).toEqual({ page: { title: 'Netzwerk', path: '/network', template: 'staticPage' } });
  });

  test('gives its 14 partners in order, each with its line', async () => {
    const { data } = await apiOf('seed').query(
      '{ partners(language: "de") { nodes { name url source { path startLine endLine headings } } } }',
    );
    const source = (line: number) => ({
      path: 'de/network.md',
      startLine: line,
      endLine: line,
      headings: ['Unsere Partner im Netzwerk'],
    });
    const partners = [
      ['artcodix GmbH', 'https://artcodix.de'],
      ['B1-Systems GmbH', 'https://b1-systems.de'],
      ['Cloud&Heat Technologies GmbH', 'https://cloudandheat.com'],
      ['Dataport AöR', 'https://dataport.de'],
      ['dNation, s.r.o.', 'https://dnation.tech'],
      ['OSISM GmbH', 'https://osism.tech'],
      ['plusserver GmbH', 'https://plusserver.com'],
      ['ScaleUp Technologies GmbH & Co. KG', 'https://scaleuptech.com'],
      ['secunet Security Networks AG', 'https://secunet.com'],
      ['STACKXPERTS GmbH', 'https://stackxperts.com'],
      ['SysEleven GmbH', 'https://syseleven.de'],
      ['Syself GmbH', 'https://syself.de'],
      ['Wavecon GmbH', 'https://wavecon.de'],
      ['Yorizon GmbH', 'https://yorizon.com'],
    ].map(([name, url], index) => ({ name, url, source: source(32 + index) }));
    expect(data).toEqual({ partners: { nodes: partners } });
  });

  test('gives its 3 goals, each a sentence on a line of its own', async () => {
    const { data } = await apiOf('seed').query<{ goals: { nodes: { text: string; source: { startLine: number } }[] } }>(
      '{ goals(language: "de") { nodes { text source { startLine } } } }',
    );
    expect(data?.goals.nodes.map(({ text, source }) => [text.endsWith('.'), source.startLine])).toEqual([
      [true, 20],
      [true, 21],
      [true, 22],
    ]);
  });

  test('gives the 5 further links by their section', async () => {
    const { data } = await apiOf('seed').query(
      `{ page(slug: "network", language: "de") {
        section(anchor: "weiterführende-links") { links { url kind } source { startLine endLine } }
      } }`,
    );
    const urls = [
      'https://docs.scs.community',
      'https://github.com/SovereignCloudStack',
      'https://scs.community/de/digital-sovereignty',
      'https://scs.community/en/2024/sovereignty-compliance',
      'https://scs.community/de/about-scs',
    ];
    const links = urls.map((url) => ({ url, kind: 'EXTERNAL' }));
    expect(data).toEqual({ page: { section: { links, source: { startLine: 63, endLine: 69 } } } });
  });

  test('gives the e-mail link as such', async () => {
    const { data } = await apiOf('seed').query(
      '{ page(slug: "network", language: "de") { links(kind: EMAIL) { text url source { startLine } } } }',
    );
    const text = 'forum-scs-standards@osb-alliance.com';
    expect(data).toEqual({ page: { links: [{ text, url: `mailto:${text}`, source: { startLine: 75 } }] } });
  });
});

describe.skipIf(!hasCorpus)('the site of the Sovereign Cloud Stack', () => {
  test('loses no document and gives none a wrong language', () => {
    const { documentCount, indexes, diagnostics } = buildSnapshot(`${corpus}/scs`, quietOptions);
    const wrong = indexes.Page.all.filter(({ source, language }) => !source.path.startsWith(`${language}/`));
    const refused = diagnostics.filter(({ code }) => !configurableCodes.some((other) => other === code));
    expect({ documentCount, wrong, refused }).toEqual({ documentCount: 53, wrong: [], refused: [] });
  });

  test.each(['de', 'en'])('has 17 partners and 3 goals in %s, all on its network page', async (language) => {
    const { data } = await apiOf('scs').query(
      `query ($language: Language!) {
        partners(language: $language) { totalCount }
        goals(language: $language) { totalCount }
        page(slug: "network", language: $language) { partners { id } goals { id } }
      }`,
      { language },
    );
    expect(data).toMatchObject({ partners: { totalCount: 17 }, goals: { totalCount: 3 } });
    expect(data).toMatchObject({ page: { partners: { length: 17 }, goals: { length: 3 } } });
  });

  test.each(['de', 'en'])('gives menu and footer in %s with their frontmatter', async (language) => {
    const { data } = await apiOf('scs').query<Record<string, { frontmatter: { columns: unknown[] } }>>(
      `query ($language: Language!) {
        menu: page(slug: "menuOverlay", language: $language) { frontmatter }
        footer: page(slug: "footer", language: $language) { frontmatter }
      }`,
      { language },
    );
    expect(data?.['menu']?.frontmatter).toMatchObject({ component: 'menuOverlay', locale: language });
    expect(data?.['menu']?.frontmatter.columns).toHaveLength(3);
    expect(data?.['footer']?.frontmatter.columns).toHaveLength(6);
  });

  test.each([
    ['/news', 'en/pages/news.md'],
    ['/de/standards', 'de/pages/standards.md'],
    ['/news#press', 'en/pages/news.md'],
    ['/announcements/release9', 'en/announcements/2025-09-26-release9.md'],
    ['/de/announcements/release9/', 'de/announcements/2025-09-26-release9.md'],
    ['/de-AT/', 'de/pages/index.md'],
    ['/press/behoerdenspiegel_garloff', null],
  ])('leads from %s to %s', async (path, file) => {
    const { data } = await apiOf('scs').query(
      'query ($path: String!) { pageByPath(path: $path) { source { path } } }',
      {
        path,
      },
    );
    expect(data).toEqual({ pageByPath: file === null ? null : { source: { path: file } } });
  });

  test('leads from every internal address in menus and footers to a page of their language', async () => {
    const { indexes } = buildSnapshot(`${corpus}/scs`);
    const found = indexes.Page.all
      .filter(({ slug }) => slug === 'menuOverlay' || slug === 'footer')
      .flatMap(({ language, frontmatter }) =>
        [...JSON.stringify(frontmatter).matchAll(/"url":"(\/[^"]*)"/g)].map(([, path]) => ({ language, path })),
      );
    const api = apiOf('scs');
    const answers = await Promise.all(
      found.map(({ language, path }) =>
        api.query<{ page: { language: string } | null }>(
          'query ($path: String!, $language: Language) { page: pageByPath(path: $path, language: $language) { language } }',
          { language, path },
        ),
      ),
    );
    expect(found.length).toBeGreaterThan(30);
    expect(answers.map(({ data }) => data?.page?.language)).toEqual(found.map(({ language }) => language));
  });

  test('knows where partners are named and linked to', async () => {
    const { data } = await apiOf('scs').query(
      '{ partner(slug: "dnation-sro", language: "de") { mentions { text link { url } source { path startLine } } } }',
    );
    const mention = (text: string, url: string | null, path: string, startLine: number) => ({
      text,
      link: url === null ? null : { url },
      source: { path, startLine },
    });
    expect(data).toEqual({
      partner: {
        mentions: [
          mention('dNation, s.r.o.', null, 'de/announcements/2024-10-23-osba-forum-scs-standards.md', 66),
          mention(
            'dNation s.r.o.',
            'https://dnation.cloud/',
            'de/announcements/2025-08-29-scs-training-material.md',
            153,
          ),
          mention('dNation, s.r.o.', 'https://dnation.tech', 'de/pages/network.md', 36),
        ],
      },
    });
  });

  test('ties the two files of the GovStack announcement by their slug', async () => {
    const { data } = await apiOf('scs').query(
      '{ page(slug: "govstack_cloud_spec", language: "de") { translations { language source { path } } } }',
    );
    const source = { path: 'en/announcements/2024-12-17-SCS-andGovStack.md' };
    expect(data).toEqual({ page: { translations: [{ language: 'en', source }] } });
  });
});
