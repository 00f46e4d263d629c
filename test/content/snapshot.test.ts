import { describe, expect, it } from 'vitest';
import type { BuildOptions } from '../../src/content/build-options.ts';
import { buildSnapshot } from '../../src/content/build-snapshot.ts';
import { builtInRules } from '../../src/content/built-in-rules.ts';
import { type Files, quietOptions, snapshotOf } from '../support/content.ts';
import { expectSameSnapshot } from '../support/same-snapshot.ts';
import { briefly, pageAt, pagesOf, problemsIn, temporaryFolder } from './support.ts';

const files: Files = {
  'en/pages/garden.md':
    '---\nslug: garden\ntags: [a, b]\n---\n\n# Garden\n\n## Goals\n\n- Grow\n\n## Partners\n\n- [Alpha](https://a.example)\n',
  'de/pages/garten.md': '---\nslug: garden\n---\n\n# Garten\n\n## Ziele\n\n- Wachsen\n',
  'en/pages/pump.md': '# Pump\n\n[back](garden)\n',
};
const reversed: Files = Object.fromEntries(Object.entries(files).reverse());

/** The revision of these files with other options. */
const revisionWith = (options: Partial<BuildOptions>): string => snapshotOf(files, options).revision;

const revisionOf = (changed: Files): string => snapshotOf(changed).revision;
const idsOf = (content: Files): string[] => [...snapshotOf(content).nodes.keys()];
const idsWithin = (path: string, content: Files): string[] =>
  [...snapshotOf(content).nodes.values()].filter(({ source }) => source.path === path).map(({ id }) => id);

/** Translations of each page, as paths of files. */
function tiesOf(content: Files): Record<string, string[]> {
  const { nodes } = snapshotOf(content);
  return pagesOf(content, ({ translationIds }) => translationIds.map((id) => nodes.get(id)?.source.path ?? 'nothing'));
}

const withKey = (translationKey: string): string => `---\ntranslationKey: ${translationKey}\n---\nText\n`;
const withSlug = (slug: string): string => `---\nslug: ${slug}\n---\nText\n`;

describe('the revision', () => {
  it('is 32 hexadecimal digits', () => {
    expect(revisionOf(files)).toMatch(/^[0-9a-f]{32}$/);
  });

  it('is the same for the same bytes, in whatever order the files are read', () => {
    expect(revisionOf(reversed)).toBe(revisionOf(files));
  });

  it('is the same from the disk', () => {
    expect(buildSnapshot(temporaryFolder(files), quietOptions).revision).toBe(revisionOf(files));
  });

  it('is the same in every folder', () => {
    expect(buildSnapshot(temporaryFolder(files)).revision).toBe(buildSnapshot(temporaryFolder(reversed)).revision);
  });

  it.each<[string, Files]>([
    ['one byte is another', { ...files, 'en/pages/pump.md': '# Pump\n\n[back](garden)!' }],
    ['one byte more is there', { ...files, 'en/pages/pump.md': '# Pump\n\n[back](garden)\n\n' }],
    ['a line end is written otherwise', { ...files, 'en/pages/pump.md': '# Pump\r\n\n[back](garden)\n' }],
    ['a file more is there', { ...files, 'en/new.md': '' }],
    ['a path is another', { 'a.md': 'x', 'c.md': 'y' }],
    ['contents have changed places', { 'a.md': 'y', 'b.md': 'x' }],
    ['a byte has moved from one file to the next', { 'a.md': 'xy', 'b.md': '' }],
  ])('is another when %s', (_, changed) => {
    const before = 'a.md' in changed ? { 'a.md': 'x', 'b.md': 'y' } : files;
    expect(revisionOf(changed)).not.toBe(revisionOf(before));
  });

  it('is another when a file cannot be served, but has changed', () => {
    const broken = (title: string): Files => ({ ...files, 'broken.md': `---\ntitle: ${title}\n` });
    expect(revisionOf(broken('a'))).not.toBe(revisionOf(broken('b')));
  });

  it('is another with other options', () => {
    const revisions = [
      revisionWith({}),
      revisionWith({ defaultLanguage: 'de' }),
      revisionWith({ rules: builtInRules.slice(0, 1) }),
      revisionWith({ rules: [] }),
    ];
    expect(revisions[0]).toBe(revisionOf(files));
    expect(new Set(revisions).size).toBe(4);
  });
});

describe('two builds of the same files', () => {
  it('give equal nodes, indexes and diagnostics', () => {
    expectSameSnapshot(snapshotOf(reversed), snapshotOf(files));
  });

  it('give equal nodes from the disk and from memory', () => {
    expect([...buildSnapshot(temporaryFolder(files)).nodes]).toEqual([...snapshotOf(files).nodes]);
  });

  it('give the nodes in the same order', () => {
    expect(idsOf(reversed)).toEqual(idsOf(files));
  });
});

describe('a snapshot', () => {
  it('is frozen, and so is every node in it', () => {
    const snapshot = snapshotOf(files);
    const values: object[] = [snapshot, snapshot.indexes, snapshot.languages, snapshot.diagnostics];
    values.push(...snapshot.nodes.values(), ...[...snapshot.nodes.values()].map(({ source }) => source));
    expect(values.filter((value) => !Object.isFrozen(value))).toEqual([]);
  });

  it('has pages whose frontmatter, headings and sections are frozen', () => {
    const page = pageAt(snapshotOf(files), 'en/pages/garden.md');
    const { frontmatter, headings, sections } = page;
    const values = [frontmatter, frontmatter['tags'], headings, ...headings, sections, ...sections];
    expect(values.map(Object.isFrozen)).toEqual(values.map(() => true));
  });

  it('has lists of references that nobody can change', () => {
    const lists = [...snapshotOf(files).nodes.values()].flatMap((node) =>
      Object.entries(node).filter(([, value]) => Array.isArray(value) && !Object.isFrozen(value)),
    );
    expect([...new Set(lists.map(([name]) => name))]).toEqual([]);
  });

  it('tells its languages, its default language, its documents and its nodes', () => {
    const { languages, defaultLanguage, documentCount, counts } = snapshotOf(files);
    expect({ languages: languages.map(({ tag }) => tag), defaultLanguage, documentCount, counts }).toEqual({
      languages: ['de', 'en'],
      defaultLanguage: 'en',
      documentCount: 3,
      counts: { Page: 3, Partner: 1, Goal: 2, Link: 2 },
    });
  });

  it('takes the most common language for its default where no page has the configured one', () => {
    expect(snapshotOf({ 'de/a.md': 'x', 'fr/a.md': 'x', 'fr/b.md': 'x' }).defaultLanguage).toBe('fr');
  });

  it('lists pages by path and language, and what stands on them in their order', () => {
    const { indexes } = snapshotOf(files);
    expect(indexes.Page.all.map(({ path, language }) => [path, language])).toEqual([
      ['/garden', 'de'],
      ['/garden', 'en'],
      ['/pump', 'en'],
    ]);
    expect(indexes.Goal.all.map(({ text }) => text)).toEqual(['Wachsen', 'Grow']);
    expect(indexes.Link.all.map(({ text }) => text)).toEqual(['Alpha', 'back']);
  });

  it('orders its diagnostics by path, line and column', () => {
    const text = '---\ntitle: [x]\ndate: never\n---\n[a](data:x) [b](data:y)\n';
    expect(problemsIn({ 'b.md': text, 'a.md': '' })).toEqual([
      { code: 'document-empty', path: 'a.md', line: 1, column: 1 },
      { code: 'frontmatter-value', path: 'b.md', line: 2, column: 1 },
      { code: 'date-invalid', path: 'b.md', line: 3, column: 1 },
      { code: 'link-scheme', path: 'b.md', line: 5, column: 1 },
      { code: 'link-scheme', path: 'b.md', line: 5, column: 13 },
    ]);
  });

  it('may hold no page at all', () => {
    const { documentCount, languages, defaultLanguage, diagnostics } = snapshotOf({ 'a.md': '---\n' });
    expect({ documentCount, languages, defaultLanguage, diagnostics: diagnostics.map(briefly) }).toEqual({
      documentCount: 0,
      languages: [],
      defaultLanguage: 'en',
      diagnostics: [{ code: 'frontmatter-unclosed', path: 'a.md', line: 1, column: 1 }],
    });
  });
});

describe('ids', () => {
  const text = files['en/pages/garden.md'] ?? '';

  it.each(['en/pages/renamed.md', 'en/elsewhere/garden.md', 'garden.en.md', 'en/deep/er/garden.markdown'])(
    'stay when a file becomes %s and slug and language stay',
    (path) => {
      const before = idsWithin('en/pages/garden.md', files);
      const { 'en/pages/garden.md': _gone, ...others } = files;
      expect(before).toHaveLength(4);
      expect(idsWithin(path, { ...others, [path]: text })).toEqual(before);
    },
  );

  it('stay when the text around them changes', () => {
    const changed = `${text}`.replace('# Garden', '# The whole garden\n\nNew text with a [link](/new).');
    expect(idsOf({ ...files, 'en/pages/garden.md': changed })).toEqual(expect.arrayContaining(idsOf(files)));
  });

  it('are others in another language or with another slug', () => {
    const ids = ['a.md', 'de/a.md', 'b.md'].flatMap((path) => idsWithin(path, { [path]: 'Text' }));
    expect(new Set(ids).size).toBe(3);
  });

  it('are of their own where one slug stands in several collections', () => {
    const same = { 'en/news/one.md': 'x', 'en/blog/one.md': 'y', 'en/blog/two.md': withSlug('one') };
    expect(new Set(idsOf(same)).size).toBe(3);
    expect(pagesOf(same, ({ slug }) => slug)).toEqual({
      'en/news/one.md': 'one',
      'en/blog/one.md': 'one',
      'en/blog/two.md': 'one',
    });
  });

  it('of an ambiguous slug never come to mean another page when one is added', () => {
    const [alone] = idsOf({ 'en/news/one.md': 'x' });
    const both = { 'en/news/one.md': 'x', 'en/blog/one.md': 'y' };
    expect(idsOf(both)).not.toContain(alone);
    expect(idsOf({ ...both, 'en/area/one.md': 'z' })).toEqual(expect.arrayContaining(idsOf(both)));
  });

  it('keep goals and links of ambiguous pages apart', () => {
    const goals = '## Goals\n\n- [Grow](/a)\n';
    expect(new Set(idsOf({ 'en/a/one.md': goals, 'en/b/one.md': goals })).size).toBe(6);
  });

  it('are of their own where slugs differ only in form of their letters', () => {
    const same = { 'a.md': withSlug('"u\u0308ber"'), 'b.md': withSlug('"\u00fcber"') };
    expect(new Set(idsOf(same)).size).toBe(2);
  });
});

describe('a slug that is there twice', () => {
  it('is reported for every page but the first by path', () => {
    const same = { 'en/c.md': withSlug('one'), 'en/a.md': withSlug('one'), 'en/b.md': withSlug('one') };
    expect(snapshotOf(same).diagnostics.map(briefly)).toEqual([
      { code: 'slug-duplicate', path: 'en/b.md', line: 2, column: 1 },
      { code: 'slug-duplicate', path: 'en/c.md', line: 2, column: 1 },
    ]);
  });

  it('names the page that has it', () => {
    const [found] = snapshotOf({ 'a.md': withSlug('one'), 'one.md': 'Text' }).diagnostics;
    expect(found).toEqual({
      code: 'slug-duplicate',
      severity: 'error',
      message: 'expected a slug of its own, but "one" (en) is that of a.md, too: look-ups find only that page',
      hint: 'Give one of them another "slug" in its frontmatter.',
      path: 'one.md',
      line: 1,
      column: 1,
    });
  });

  it('is told, too, where other slugs give the same path', () => {
    const [found, ...others] = snapshotOf({
      'en/docs.md': 'x',
      'en/docs/index.md': 'y',
      'de/docs.md': 'z',
    }).diagnostics;
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      code: 'slug-duplicate',
      message:
        'expected a path of its own, but "/docs" (en) is that of en/docs.md, too: look-ups by path find only that page',
      path: 'en/docs/index.md',
    });
  });

  it('leads to the first by path', () => {
    const { pagesBySlug } = snapshotOf({ 'en/b.md': withSlug('one'), 'en/a.md': withSlug('one') });
    expect([...pagesBySlug.values()].map(({ source }) => source.path)).toEqual(['en/a.md']);
  });

  it('is none in another language or another collection', () => {
    expect(problemsIn({ 'en/one.md': 'x', 'de/one.md': 'x', 'en/news/one.md': 'x' })).toEqual([]);
  });
});

describe('translations', () => {
  it('are tied by translationKey, whatever slug, name and folder are', () => {
    expect(
      tiesOf({ 'en/a/one.md': withKey('k'), 'de/b/zwei.md': withKey('k'), 'fr/trois.md': withKey('other') }),
    ).toEqual({
      'en/a/one.md': ['de/b/zwei.md'],
      'de/b/zwei.md': ['en/a/one.md'],
      'fr/trois.md': [],
    });
  });

  it('are tied by collection and slug', () => {
    expect(tiesOf({ 'en/pages/a.md': withSlug('one'), 'de/pages/b.md': withSlug('one') })).toEqual({
      'en/pages/a.md': ['de/pages/b.md'],
      'de/pages/b.md': ['en/pages/a.md'],
    });
  });

  it('are tied by collection and file name where slugs are translated', () => {
    expect(
      tiesOf({ 'en/pages/a.md': withSlug('one'), 'de/pages/a.md': withSlug('eins'), 'es/pages/a.md': 'x' }),
    ).toEqual({
      'en/pages/a.md': ['de/pages/a.md', 'es/pages/a.md'],
      'de/pages/a.md': ['en/pages/a.md', 'es/pages/a.md'],
      'es/pages/a.md': ['de/pages/a.md', 'en/pages/a.md'],
    });
  });

  it('are tied by file name with a suffix', () => {
    expect(tiesOf({ 'pages/a.de.md': 'x', 'pages/a.en.md': 'x', 'pages/a.fr.md': 'x' })).toEqual({
      'pages/a.de.md': ['pages/a.en.md', 'pages/a.fr.md'],
      'pages/a.en.md': ['pages/a.de.md', 'pages/a.fr.md'],
      'pages/a.fr.md': ['pages/a.de.md', 'pages/a.en.md'],
    });
  });

  it('are not tied over collections by the same slug', () => {
    expect(tiesOf({ 'en/news/one.md': 'x', 'de/blog/one.md': 'x' })).toEqual({
      'en/news/one.md': [],
      'de/blog/one.md': [],
    });
  });

  it('prefer the slug to the file name', () => {
    const content = { 'en/a.md': withSlug('one'), 'de/b.md': withSlug('one'), 'de/a.md': withSlug('other') };
    expect(tiesOf(content)).toEqual({ 'en/a.md': ['de/b.md'], 'de/b.md': ['en/a.md'], 'de/a.md': [] });
  });

  it('take the first by path where one language has several', () => {
    const content = { 'en/a.md': withKey('k'), 'de/c.md': withKey('k'), 'de/b.md': withKey('k') };
    expect(tiesOf(content)).toEqual({ 'en/a.md': ['de/b.md'], 'de/b.md': ['en/a.md'], 'de/c.md': [] });
  });

  it('are never tied within one language', () => {
    expect(tiesOf({ 'en/a.md': withKey('k'), 'en/b.md': withKey('k') })).toEqual({ 'en/a.md': [], 'en/b.md': [] });
  });

  it('tie regions of a language like languages', () => {
    expect(tiesOf({ 'de/a.md': 'x', 'de-AT/a.md': 'x' })).toEqual({
      'de/a.md': ['de-AT/a.md'],
      'de-AT/a.md': ['de/a.md'],
    });
  });

  it('do not count a translation that cannot be served', () => {
    expect(tiesOf({ 'en/a.md': 'x', 'de/a.md': '---\n' })).toEqual({ 'en/a.md': [] });
  });

  it('are tied by file name, too, to those that the slug ties', () => {
    const content = { 'en/a.md': withSlug('one'), 'de/a.md': withSlug('one'), 'fr/a.md': withSlug('un') };
    expect(tiesOf(content)).toEqual({
      'en/a.md': ['de/a.md', 'fr/a.md'],
      'de/a.md': ['en/a.md', 'fr/a.md'],
      'fr/a.md': ['de/a.md', 'en/a.md'],
    });
  });
});
