import { expect, it } from 'vitest';
import { type Files, snapshotWith } from '../../support/content.ts';

const broken = '---\ntitle: "Open\n---\n\nText\n';
const told = (files: Files) => snapshotWith(files).diagnostics.map(({ path, code }) => `${path} ${code}`);

it.each<[layout: string, files: Files, refused: string]>([
  [
    'folders',
    { 'en/network.md': 'Text\n', 'en/a.md': 'Text\n', 'de/a.md': 'Text\n', 'de/network.md': broken },
    'de/network.md',
  ],
  [
    'suffixes',
    { 'network.md': 'Text\n', 'a.md': 'Text\n', 'a.de.md': 'Text\n', 'network.de.md': broken },
    'network.de.md',
  ],
])('a translation that cannot be served is told by itself alone, in %s', (_, files, refused) => {
  expect(told(files)).toEqual([`${refused} frontmatter-yaml`]);
});

it('a translation that cannot be served would serve the variants of its language', () => {
  const files = { 'en/b.md': 'Text\n', 'en/a.md': 'Text\n', 'de-AT/a.md': 'Text\n', 'de/b.md': broken };
  expect(told(files)).toEqual(['de/b.md frontmatter-yaml']);
});

it('a page that is missing in another language is still told', () => {
  expect(told({ 'en/network.md': 'Text\n', 'de/a.md': broken, 'de/b.md': 'Text\n', 'en/b.md': 'Text\n' })).toEqual([
    'de/a.md frontmatter-yaml',
    'en/network.md translation-missing',
  ]);
});

it.each(['/z', '/z/', '/z#anchor', '/en/z', 'z', 'z.md', './z.md?x', '../pages/z.md'])(
  'a link %s to a file that cannot be served is no problem of its own',
  (url) => {
    expect(told({ 'en/pages/a.md': `[x](${url})\n`, 'en/pages/z.md': broken })).toEqual([
      'en/pages/z.md frontmatter-yaml',
    ]);
  },
);

it.each(['/y', 'y.md', '/docs/z', '../y.md'])('a link %s elsewhere is still broken', (url) => {
  expect(told({ 'en/pages/a.md': `[x](${url})\n`, 'en/pages/z.md': broken })).toEqual([
    'en/pages/a.md link-broken',
    'en/pages/z.md frontmatter-yaml',
  ]);
});

it.each([
  ['/de', 'de/index.md'],
  ['/de/', 'de/pages/index.md'],
  ['/de/docs', 'de/docs/README.md'],
  ['../de/docs/', 'de/docs/_index.md'],
])('a link %s to the folder of %s, which cannot be served, is no problem of its own', (url, path) => {
  expect(told({ 'de/x/a.md': 'Text\n', 'de/a.md': `[x](${url})\n`, [path]: broken })).toEqual([
    `${path} frontmatter-yaml`,
  ]);
});
