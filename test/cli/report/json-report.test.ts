import { expect, test } from 'vitest';
import { readVersion } from '../../../src/version.ts';
import { folderOf, runIn } from '../../support/command.ts';

const files = {
  'content/en/a.md': '---\ntitle: [\n---\n',
  'content/en/b.md': '---\ntitle: B\n---\n\n[x]()\n',
  'content/en/c.md': '---\ntitle: C\n---\n\nText.\n',
};

const yaml = {
  path: 'en/a.md',
  line: 2,
  column: 9,
  severity: 'error',
  code: 'frontmatter-yaml',
  message: 'expected YAML in the frontmatter, but found: unexpected end of the stream within a flow collection',
  hint: 'Put values that hold ": ", "#" or quotes between quotes, and indent with spaces.',
};
const link = {
  path: 'en/b.md',
  line: 5,
  column: 1,
  severity: 'warning',
  code: 'link-empty',
  message: 'expected an address, but found none: the link leads nowhere',
  hint: 'Link to a page or a web site.',
};

test('--format json prints one object; how many there are goes to stderr', async () => {
  const { code, stdout, stderr } = await runIn({ cwd: folderOf(files) }, 'check', '--format', 'json');
  const report = {
    version: readVersion(),
    root: 'content',
    documentCount: 2,
    fileCount: 3,
    counts: { error: 1, warning: 1, info: 0 },
    baseline: null,
    diagnostics: [yaml, link],
  };
  expect(stdout).toBe(`${JSON.stringify(report, null, 2)}\n`);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '1 error, 1 warning in 2 of 3 files.\n' });
});

test('--format json counts what --quiet hides, and not what the baseline knows', async () => {
  const cwd = folderOf(files);
  await runIn({ cwd }, 'check', '--baseline', 'known.json', '--update-baseline');
  const { stdout } = await runIn(
    { cwd: folderOf({ ...files, 'known.json': '{"version":1,"problems":[]}' }) },
    ...['check', '--format', 'json', '--quiet', '--baseline', 'known.json'],
  );
  expect(JSON.parse(stdout)).toMatchObject({
    counts: { error: 1, warning: 1, info: 0 },
    baseline: { file: 'known.json', knownCount: 0, outdatedCount: 0 },
    diagnostics: [yaml],
  });
  const known = await runIn({ cwd }, 'check', '--format', 'json', '--baseline', 'known.json');
  expect(JSON.parse(known.stdout)).toMatchObject({
    counts: { error: 0, warning: 0, info: 0 },
    baseline: { file: 'known.json', knownCount: 2, outdatedCount: 0 },
    diagnostics: [],
  });
});
