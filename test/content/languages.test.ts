import { describe, expect, it } from 'vitest';
import { type Files, snapshotOf } from '../support/content.ts';
import { pageOf, pagesOf, problemsIn } from './support.ts';

const languagesOf = (files: Files) => pagesOf(files, ({ language }) => language);
const tagsOf = (files: Files) => snapshotOf(files).languages.map(({ tag }) => tag);
const withFields = (...lines: string[]): string => ['---', ...lines, '---', '', 'Text', ''].join('\n');

/** Message and hint of the first diagnostic of a file with this frontmatter. */
function wordsOf(...lines: string[]) {
  const [first] = snapshotOf({ 'de/text.md': withFields(...lines) }).diagnostics;
  return first === undefined ? null : { message: first.message, hint: first.hint };
}

describe("a page's language", () => {
  it('is declared by "language", before "locale", folder and suffix', () => {
    expect(languagesOf({ 'de/a.es.md': withFields('locale: it', 'language: fr') })).toEqual({ 'de/a.es.md': 'fr' });
  });

  it('is declared by "locale", before folder and suffix', () => {
    expect(languagesOf({ 'de/a.es.md': withFields('locale: it') })).toEqual({ 'de/a.es.md': 'it' });
  });

  it('is declared by the first folder, before the suffix', () => {
    expect(languagesOf({ 'de/a.es.md': 'Text' })).toEqual({ 'de/a.es.md': 'de' });
  });

  it('is declared by the suffix of the file name', () => {
    expect(languagesOf({ 'notes/a.es.md': 'Text', 'b.pt-BR.markdown': 'Text' })).toEqual({
      'notes/a.es.md': 'es',
      'b.pt-BR.markdown': 'pt-BR',
    });
  });

  it('is otherwise the default language', () => {
    expect(languagesOf({ 'notes/a.md': 'Text' })).toEqual({ 'notes/a.md': 'en' });
  });

  it('is otherwise the default language that the options name', () => {
    const snapshot = snapshotOf({ 'a.md': 'Text' }, { defaultLanguage: 'de-AT' });
    expect(snapshot.indexes.Page.all.map(({ language }) => language)).toEqual(['de-AT']);
  });

  it.each(['my-notes/a.md', 'to-do/a.md', 'in-progress/a.md', 'new/a.md', 'sh/a.md', 'a.ts.md', 'build.sh.md'])(
    'is not declared by the name %s, which only looks like a tag',
    (path) => {
      expect(tagsOf({ [path]: 'Text\n' })).toEqual(['en']);
    },
  );

  it.each([
    ['pt-br/a.md', 'pt-BR'],
    ['de-AT/a.md', 'de-AT'],
    ['zh-Hant/a.md', 'zh-Hant'],
    ['a.fr.md', 'fr'],
  ])('is declared by the name %s', (path, language) => {
    expect(tagsOf({ [path]: 'Text\n' })).toEqual([language]);
  });

  it('is not declared by a deeper folder', () => {
    expect(languagesOf({ 'notes/de/a.md': 'Text' })).toEqual({ 'notes/de/a.md': 'en' });
  });

  it.each(['new', 'car', 'bin', 'xx', 'd', 'deutsch', 'de_DE', 'en-', 'de-x', 'pages', 'a b'])(
    'is not declared by a folder called "%s"',
    (folder) => {
      expect(languagesOf({ [`${folder}/a.md`]: 'Text' })).toEqual({ [`${folder}/a.md`]: 'en' });
    },
  );

  it.each(['a.new', 'a.2', 'release-1.2', '.de', 'a.min', 'a.xx'])(
    'is not declared by a file called "%s.md"',
    (name) => {
      expect(languagesOf({ [`${name}.md`]: 'Text' })).toEqual({ [`${name}.md`]: 'en' });
    },
  );

  it.each([
    ['DE', 'de'],
    ['de-at', 'de-AT'],
    ['EN-us', 'en-US'],
    ['zh-hant-tw', 'zh-Hant-TW'],
    ['sr-latn', 'sr-Latn'],
    ['gsw', 'gsw'],
    ['iw', 'he'],
    ["'  fr  '", 'fr'],
  ])('is given in canonical form: %s', (written, canonical) => {
    expect(languagesOf({ 'a.md': withFields(`language: ${written}`) })).toEqual({ 'a.md': canonical });
  });

  it('is given in canonical form when folder or suffix declare it', () => {
    expect(languagesOf({ 'DE-at/a.md': 'Text', 'b.EN-gb.md': 'Text' })).toEqual({
      'DE-at/a.md': 'de-AT',
      'b.EN-gb.md': 'en-GB',
    });
  });

  it('may be a Norwegian "no" without quotes', () => {
    expect(languagesOf({ 'a.md': withFields('language: no') })).toEqual({ 'a.md': 'no' });
  });
});

describe('an unknown language', () => {
  it('is reported, and the folder decides', () => {
    const files = { 'de/a.md': withFields('title: One', 'language: xx') };
    expect(problemsIn(files)).toEqual([{ code: 'language-unknown', path: 'de/a.md', line: 3, column: 1 }]);
    expect(languagesOf(files)).toEqual({ 'de/a.md': 'de' });
  });

  it('leaves the word to "locale" when "language" is unknown', () => {
    expect(languagesOf({ 'de/a.md': withFields('language: xx', 'locale: fr') })).toEqual({ 'de/a.md': 'fr' });
  });

  it.each([
    ['german', 'de'],
    ['Deutsch', 'de'],
    ['français', 'fr'],
    ['englsh', 'en'],
    ['de_DE', 'de-DE'],
    ['en_us', 'en-US'],
    ['dee', 'de'],
  ])('gets a suggestion: %s', (written, suggestion) => {
    expect(wordsOf(`language: ${written}`)).toEqual({
      message: `expected "language" to be a BCP 47 language tag such as "de", but found "${written}"`,
      hint: `Did you mean "${suggestion}"?`,
    });
  });

  it('names the key that it stands under', () => {
    expect(wordsOf('locale: english')).toEqual({
      message: 'expected "locale" to be a BCP 47 language tag such as "de", but found "english"',
      hint: 'Did you mean "en"?',
    });
  });

  it('says what is done about it where nothing is near', () => {
    expect(wordsOf('language: 12345')).toEqual({
      message: 'expected "language" to be a BCP 47 language tag such as "de", but found "12345"',
      hint: 'The folder or the default language is used until then.',
    });
  });
});

describe("a page's slug", () => {
  it.each<[string, string, string]>([
    ['of the frontmatter', 'en/pages/file.md', 'own'],
    ['of the file name', 'en/pages/no-frontmatter.md', 'no-frontmatter'],
    ['of the file name without its language', 'en/pages/suffixed.de.md', 'suffixed'],
    ['of a file called index', 'en/shop/index.md', 'index'],
    ['of a file name with dots', 'en/pages/release-1.2.md', 'release-1.2'],
    ['of a file name in decomposed form', 'en/pages/u\u0308ber.md', '\u00fcber'],
  ])('is that %s', (_, path, slug) => {
    const text = slug === 'own' ? withFields('slug: own') : 'Text';
    expect(pagesOf({ [path]: text }, (page) => page.slug)).toEqual({ [path]: slug });
  });

  it.each([
    ["'/around/'", 'around'],
    ["'  spaced  '", 'spaced'],
    ['2026', '2026'],
    ['"u\u0308ber"', '\u00fcber'],
    ['deep/er', 'deep/er'],
  ])('is read from the frontmatter without what does not belong to it: %s', (written, slug) => {
    expect(pageOf(withFields(`slug: ${written}`)).slug).toBe(slug);
  });

  it.each(["''", '', '~', "'/'", "'  '"])('is left out when it is %j', (written) => {
    expect(pageOf(withFields(`slug: ${written}`)).slug).toBe('text');
  });
});

describe("a page's collection and path", () => {
  it.each([
    ['en/pages/network.md', 'pages', '/network'],
    ['en/pages/legal/imprint.md', 'pages/legal', '/legal/imprint'],
    ['en/announcements/release9.md', 'announcements', '/announcements/release9'],
    ['en/network.md', '', '/network'],
    ['network.md', '', '/network'],
    ['pages/network.de.md', 'pages', '/network'],
    ['blog/2026/one.md', 'blog/2026', '/blog/2026/one'],
    ['en/index.md', '', '/'],
    ['en/pages/index.md', 'pages', '/'],
    ['en/shop/index.md', 'shop', '/shop'],
  ])('come from the folders below the language: %s', (path, collection, ownPath) => {
    expect(pagesOf({ [path]: 'Text' }, (page) => [page.collection, page.path])).toEqual({
      [path]: [collection, ownPath],
    });
  });

  it('take the slug of the frontmatter', () => {
    expect(pageOf(withFields('slug: other'))).toMatchObject({ collection: '', path: '/other' });
  });
});

describe("a page's title", () => {
  it.each<[string, string, string]>([
    ['the one of the frontmatter', '---\ntitle: Declared\n---\n# Heading\n', 'Declared'],
    ['without white space around it', "---\ntitle: '  Declared  '\n---\n", 'Declared'],
    ['a number as it is written', '---\ntitle: 2026\n---\n', '2026'],
    ['a version as it is written', '---\ntitle: 1.10\n---\n', '1.10'],
    ['the first heading, without markup', 'Before\n\n### A **bold** `start`\n\n# Later\n', 'A bold start'],
    ['made of the slug', '---\nslug: joint-garden_work\n---\nText\n', 'Joint garden work'],
    ['made of the file name', 'Text\n', 'Text'],
    ['made of the slug where the heading is empty', '#\n\nText\n', 'Text'],
    ['made of the slug where the title is empty', "---\ntitle: ''\nslug: empty-title\n---\nText\n", 'Empty title'],
  ])('is %s', (_, text, title) => {
    expect(pageOf(text).title).toBe(title);
  });
});

describe("a page's description and template", () => {
  it.each<[string, string[], string | null]>([
    ['the one of the frontmatter', ['description: Short', 'meta:', '  description: Long'], 'Short'],
    ['the one below "meta"', ['meta:', '  description: Long'], 'Long'],
    ['the one below "meta" where its own is empty', ["description: ''", 'meta: {description: Long}'], 'Long'],
    ['nothing where "meta" is text', ['meta: text'], null],
    ['nothing where the one below "meta" is no text', ['meta: {description: [a]}'], null],
    ['nothing where there is none', ['title: One'], null],
  ])('is %s', (_, lines, description) => {
    expect(pageOf(withFields(...lines)).description).toBe(description);
  });

  it('gives the template as it is written', () => {
    expect([pageOf(withFields('template: post')).template, pageOf('Text').template]).toEqual(['post', null]);
  });
});

describe("a page's date", () => {
  it.each([
    ['a day', '2026-03-09', '2026-03-09'],
    ['a quoted day', "'2026-03-09'", '2026-03-09'],
    ['a leap day', '2024-02-29', '2024-02-29'],
    ['the first century', '0033-04-03', '0033-04-03'],
    ['a date and time', '2026-03-09T23:30:00Z', '2026-03-09'],
    ['a date and time with an offset: the day as written', '2026-03-09T23:30:00-11:00', '2026-03-09'],
    ['a date and time as YAML writes it', '2026-03-09 10:20:30.5 +01:00', '2026-03-09'],
    ['a date and time without seconds', "'2026-03-09 10:20'", '2026-03-09'],
  ])('is the calendar day of %s', (_, written, day) => {
    expect(pageOf(withFields(`date: ${written}`)).date).toBe(day);
    expect(problemsIn({ 'a.md': withFields(`date: ${written}`) })).toEqual([]);
  });

  it.each([
    '2026-02-30',
    '2025-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-00-10',
    '2026-01-00',
    '2026-13-01',
    '2026-1-2',
    '26-01-02',
    '09.03.2026',
    '2026',
    'tomorrow',
    '2026-03-09T25:99',
    '2026-03-09x',
  ])('is reported and left out when it is none: %s', (written) => {
    expect(pageOf(withFields('title: One', `date: ${written}`)).date).toBeNull();
    expect(problemsIn({ 'a.md': withFields('title: One', `date: ${written}`) })).toEqual([
      { code: 'date-invalid', path: 'a.md', line: 3, column: 1 },
    ]);
  });

  it.each(['', '~', "''"])('is left out without a word when it is %j', (written) => {
    expect(pageOf(withFields(`date: ${written}`)).date).toBeNull();
    expect(problemsIn({ 'a.md': withFields(`date: ${written}`) })).toEqual([]);
  });

  it('stays in the frontmatter as it is written', () => {
    expect(pageOf(withFields('date: 2026-02-30')).frontmatter).toEqual({ date: '2026-02-30' });
  });
});

describe('what a language is missing', () => {
  it('stands in the order of the paths that are given, each in the best language there is', () => {
    const keyed = (key: string): string => `---\ntranslationKey: ${key}\n---\nText\n`;
    const { languages, nodes } = snapshotOf(
      {
        'de/a.md': keyed('one'),
        'en/z.md': keyed('one'),
        'de/b.md': keyed('two'),
        'en/y.md': keyed('two'),
        'de/only.md': 'Text\n',
        'fr/c.md': 'Texte\n',
      },
      { languages: ['de', 'en', 'es', 'fr'] },
    );
    const missing = languages.map(({ tag, pageCount, translatedCount, missingIds }) => [
      tag,
      pageCount,
      translatedCount,
      missingIds.map((id) => nodes.get(id)?.source.path),
    ]);
    expect(missing).toEqual([
      ['de', 3, 2, ['fr/c.md']],
      ['en', 2, 2, ['fr/c.md', 'de/only.md']],
      ['es', 0, 0, ['fr/c.md', 'de/only.md', 'en/y.md', 'en/z.md']],
      ['fr', 1, 0, ['de/only.md', 'en/y.md', 'en/z.md']],
    ]);
  });
});
