import { describe, expect, test } from 'vitest';
import { folderOf, runIn } from '../support/command.ts';
import type { Files } from '../support/content.ts';

const page = '---\ntitle: A page\n---\n\nText.\n';
const files: Files = {
  'content/de/pages/index.md': page,
  'content/en/pages/index.md': page,
  'content/en/news/first.md': page,
  'content/de/pages/impressum.md': `---\ntitle: Impressum\ntranslationKey: imprint\n---\n\nText.\n`,
  'content/en/pages/imprint.md': `---\ntitle: Imprint\ntranslationKey: imprint\n---\n\nText.\n`,
  'content/pt-BR/pages/日本.md': page,
};
const languagesIn = (files: Files, ...args: readonly string[]) => runIn({ cwd: folderOf(files) }, 'languages', ...args);

describe('foliograph languages prints', () => {
  test('which page there is in which language, and what each language has and lacks', async () => {
    expect(await languagesIn(files)).toEqual({
      code: 0,
      stdout: `             de  en  pt-BR
/            ✓   ✓   ✗
/imprint     ✓   ✓   ✗
/news/first  ✗   ✓   ✗
/日本        ✗   ✗   ✓

de: 2 pages, 2 translated, 2 missing
en: 3 pages, 2 translated, 1 missing
pt-BR: 1 page, 0 translated, 3 missing
`,
      stderr: '',
    });
  });

  test('only pages with a gap with --missing', async () => {
    const { 'content/pt-BR/pages/日本.md': _, ...others } = files;
    expect((await languagesIn(others, '--missing')).stdout).toBe(`             de  en
/news/first  ✗   ✓

de: 2 pages, 2 translated, 1 missing
en: 3 pages, 2 translated, 0 missing
`);
  });

  test('no table where nothing is missing', async () => {
    expect((await languagesIn({ 'content/en/a.md': page }, '--missing')).stdout).toBe(
      'en: 1 page, 0 translated, 0 missing\n',
    );
  });

  test('the same for programs', async () => {
    const { stdout } = await languagesIn(files, '--missing', '--format', 'json');
    expect(JSON.parse(stdout)).toEqual({
      languages: [
        { tag: 'de', isDefault: false, pages: 2, translated: 2, missing: 2 },
        { tag: 'en', isDefault: true, pages: 3, translated: 2, missing: 1 },
        { tag: 'pt-BR', isDefault: false, pages: 1, translated: 0, missing: 3 },
      ],
      pages: [
        { path: '/', files: { de: 'de/pages/index.md', en: 'en/pages/index.md', 'pt-BR': null } },
        { path: '/imprint', files: { de: 'de/pages/impressum.md', en: 'en/pages/imprint.md', 'pt-BR': null } },
        { path: '/news/first', files: { de: null, en: 'en/news/first.md', 'pt-BR': null } },
        { path: '/日本', files: { de: null, en: null, 'pt-BR': 'pt-BR/pages/日本.md' } },
      ],
    });
  });

  test('that files are left out', async () => {
    const { code, stderr } = await languagesIn({ 'content/en/a.md': page, 'content/en/b.md': '---\na: [\n---\n' });
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: 'foliograph: 1 file is left out: foliograph check tells why.\n',
    });
  });

  test('marks in colour', async () => {
    const { stdout } = await languagesIn(files, '--color');
    expect(stdout).toContain('\u001b[32m✓\u001b[39m   \u001b[32m✓\u001b[39m   \u001b[31m✗\u001b[39m');
  });
});

test('foliograph languages ends with 2 when the folder cannot be used', async () => {
  const folder = `${folderOf({})}/nowhere`;
  expect(await languagesIn({}, folder)).toEqual({
    code: 2,
    stdout: '',
    stderr: `foliograph: The content folder ${folder} does not exist. Name the folder with your Markdown: foliograph languages FOLDER.\n`,
  });
});
