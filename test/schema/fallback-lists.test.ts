import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { apiOf, apiOfStore } from '../support/api.ts';
import { type Files, snapshotOf } from '../support/content.ts';

/** A page for each language of a thing; the language stands in the frontmatter. */
const thing = (name: string, languages: readonly string[]): Files =>
  Object.fromEntries(
    languages.map((language) => [
      `${name}-${language}.md`,
      `---\nslug: ${name}\nlanguage: ${language}\ntitle: ${name} ${language}\n---\n`,
    ]),
  );

interface Answer {
  readonly pages: { readonly totalCount: number; readonly nodes: readonly { title: string }[] };
}

const query = `query ($language: Language, $fallback: Boolean) {
  pages(language: $language, fallback: $fallback, first: 200) { totalCount nodes { title } }
}`;

describe('a list with fallback', () => {
  const files = {
    ...thing('lamp', ['de', 'de-AT', 'en']),
    ...thing('mat', ['de', 'en']),
    ...thing('net', ['en']),
    ...thing('oar', ['fr']),
  };

  it.each([
    ['de-AT', true, ['lamp de-AT', 'mat de', 'net en']],
    ['de-CH', true, ['lamp de', 'mat de', 'net en']],
    ['fr-CA', true, ['lamp en', 'mat en', 'net en', 'oar fr']],
    ['es', true, ['lamp en', 'mat en', 'net en']],
    [null, true, ['lamp en', 'mat en', 'net en']],
    ['de-AT', false, ['lamp de-AT']],
    ['de-AT', null, ['lamp de-AT']],
    ['de-AT', undefined, ['lamp de-AT']],
    [null, false, ['lamp de', 'lamp de-AT', 'lamp en', 'mat de', 'mat en', 'net en', 'oar fr']],
  ])('in %s, fallback %s, gives %j', async (language, fallback, titles) => {
    const { data } = await apiOf(files).query<Answer>(query, { language, fallback });
    expect(data?.pages.nodes.map(({ title }) => title)).toEqual(titles);
    expect(data?.pages.totalCount).toBe(titles.length);
  });

  it('goes by the configured chains', async () => {
    const fallbacks = { de: ['fr'], es: ['de-AT', 'fr'] };
    const api = apiOfStore(createMemoryStore(snapshotOf(files, { fallbacks })));
    const titlesIn = async (language: string) => {
      const { data } = await api.query<Answer>(query, { language, fallback: true });
      return data?.pages.nodes.map(({ title }) => title);
    };
    expect(await titlesIn('de-CH')).toEqual(['lamp de', 'mat de', 'net en', 'oar fr']);
    expect(await titlesIn('es')).toEqual(['lamp de-AT', 'mat en', 'net en', 'oar fr']);
  });

  it('gives partners and goals, too, each once', async () => {
    const page = (partners: string, goals: string) =>
      `## ${partners}\n\n- [Oar](https://oar.example)\n\n## ${goals}\n\n- Row\n`;
    const answer = await apiOf({
      'en/club.md': `${page('Partners', 'Goals')}- Win\n`,
      'de/club.md': page('Partner', 'Ziele'),
      'en/shop.md': '## Partners\n\n- [Net](https://net.example)\n',
    }).query(`{
      partners(language: "de", fallback: true) { totalCount nodes { name language } }
      goals(language: "de", fallback: true) { totalCount nodes { text language } }
    }`);
    expect(answer).toEqual({
      data: {
        partners: {
          totalCount: 2,
          nodes: [
            { name: 'Oar', language: 'de' },
            { name: 'Net', language: 'en' },
          ],
        },
        goals: {
          totalCount: 2,
          nodes: [
            { text: 'Row', language: 'de' },
            { text: 'Win', language: 'en' },
          ],
        },
      },
    });
  });

  it('orders and pages what it gives', async () => {
    const api = apiOf(files);
    const paged = `query ($after: String) {
      pages(language: "de", fallback: true, orderBy: { field: TITLE, direction: DESC }, first: 2, after: $after) {
        nodes { title } pageInfo { hasNextPage endCursor }
      }
    }`;
    const first = await api.query<{ pages: { pageInfo: { endCursor: string } } }>(paged);
    expect(first.data?.pages).toMatchObject({ nodes: [{ title: 'net en' }, { title: 'mat de' }] });
    const after = first.data?.pages.pageInfo.endCursor;
    const second = await api.query<Answer>(paged, { after });
    expect(second.data?.pages).toMatchObject({ nodes: [{ title: 'lamp de' }], pageInfo: { hasNextPage: false } });
  });
});

const tags = ['de', 'de-AT', 'de-Latn-AT', 'de-x-hof', 'de-a-bcd-x-hof', 'en', 'en-GB', 'fr', 'zh-Hant', 'zh-Hant-TW'];
const randomTags = fc.uniqueArray(fc.constantFrom(...tags));
const randomFallbacks = fc.dictionary(fc.constantFrom(...tags), randomTags, { maxKeys: 4 });

describe('the language that a thing is given in', () => {
  it('is the one of the specification', async () => {
    await fc.assert(
      fc.asyncProperty(
        randomTags,
        fc.constantFrom(...tags, 'es'),
        randomFallbacks,
        async (languages, wanted, fallbacks) => {
          const files = { ...thing('lamp', languages), ...thing('always', ['en']) };
          const api = apiOfStore(createMemoryStore(snapshotOf(files, { fallbacks })));
          const { data } = await api.query<Answer>(query, { language: wanted, fallback: true });
          const given = data?.pages.nodes.map(({ title }) => title).filter((title) => title.startsWith('lamp'));
          const expected = specified(wanted, new Set(languages), fallbacks);
          expect(given).toEqual(expected === null ? [] : [`lamp ${expected}`]);
        },
      ),
      { numRuns: 100 },
    );
  });

  it.each([
    ['zh-Hant-CN-x-private1-private2', ['zh-Hant-CN-x-private1', 'zh-Hant-CN', 'zh-Hant', 'zh']],
    ['de-a-bcd-x-hof', ['de-a-bcd', 'de']],
  ])('is for %s found among %j, the first before the last (RFC 4647, section 3.4)', (wanted, shorter) => {
    const left = new Set(shorter);
    for (const tag of shorter) {
      expect(specified(wanted, left, {})).toBe(tag);
      left.delete(tag);
    }
    expect(specified(wanted, left, {})).toBeNull();
  });
});

/** RFC 4647, section 3.4, then the configured languages of each range, then the default language. */
function specified(
  wanted: string,
  available: ReadonlySet<string>,
  fallbacks: Readonly<Record<string, readonly string[]>>,
): string | null {
  const ranges: string[] = [];
  for (let range = wanted; range !== ''; range = truncated(range)) ranges.push(range);
  for (const range of ranges) if (available.has(range)) return range;
  for (const range of ranges) for (const next of fallbacks[range] ?? []) if (available.has(next)) return next;
  return available.has('en') ? 'en' : null;
}

/** "the single letter or digit subtag is removed as well" */
function truncated(range: string): string {
  const shorter = range.includes('-') ? range.slice(0, range.lastIndexOf('-')) : '';
  return /(?:^|-)[a-z0-9]$/i.test(shorter) ? truncated(shorter) : shorter;
}
