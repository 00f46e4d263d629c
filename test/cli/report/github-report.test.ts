import { expect, test } from 'vitest';
import { folderOf, runIn } from '../../support/command.ts';

test('--format github prints a workflow command for each problem, and how many there are', async () => {
  const cwd = folderOf({
    'content/en/a.md': '---\ntitle: [\n---\n',
    'content/en/b.md': '---\ntitle: B\n---\n\n[x]()\n',
  });
  expect(await runIn({ cwd }, 'check', '--format', 'github')).toEqual({
    code: 1,
    stdout: `::error file=content/en/a.md,line=2,col=9,title=frontmatter-yaml::expected YAML in the frontmatter, but found: unexpected end of the stream within a flow collection%0APut values that hold ": ", "#" or quotes between quotes, and indent with spaces.
::warning file=content/en/b.md,line=5,col=1,title=link-empty::expected an address, but found none: the link leads nowhere%0ALink to a page or a web site.
1 error, 1 warning in 2 of 2 files.
`,
    stderr: '',
  });
});

test('--format github escapes what would end a property or the message', async () => {
  const cwd = folderOf({ 'content/en/50%, a:b\n.md': '---\ntitle: B\n---\n\n[x](javascript:100%25)\n' });
  const { stdout } = await runIn({ cwd }, 'check', '--format', 'github');
  expect(stdout.split('\n')[0]).toBe(
    '::warning file=content/en/50%25%2C a%3Ab%0A.md,line=5,col=1,title=link-scheme::expected a link to http, https, mailto, tel or a page, but found "javascript:100%2525", which is left out%0ALink to a page or a web site.',
  );
});
