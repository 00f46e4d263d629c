import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { folderOf, runIn } from '../support/command.ts';
import type { Files } from '../support/content.ts';

const fine = '---\ntitle: Fine\n---\n\nNothing to say.\n';
const twoLinks = '---\ntitle: Links\n---\n\nSee [x]() and\r\n\t[y](javascript:x) here.\r\n';
const broken = '---\ntitle: [\n---\n';
const notText = new Uint8Array([0x23, 0x20, 0xe4, 0x0a]);

const folderWith = (files: Files): string => folderOf({ 'content/en/fine.md': fine, ...files });
const checkIn = (cwd: string, ...args: readonly string[]) => runIn({ cwd }, 'check', ...args);

const brokenBlock = `content/en/broken.md:2:9 error frontmatter-yaml
  expected YAML in the frontmatter, but found: unexpected end of the stream within a flow collection
      1 | ---
    > 2 | title: [
        |         ^
      3 | ---
  Hint: Put values that hold ": ", "#" or quotes between quotes, and indent with spaces.
`;

const linkBlocks = `content/en/links.md:5:5 warning link-empty
  expected an address, but found none: the link leads nowhere
      3 | ---
      4 |
    > 5 | See [x]() and
        |     ^
      6 |     [y](javascript:x) here.
  Hint: Link to a page or a web site.

content/en/links.md:6:2 warning link-scheme
  expected a link to http, https, mailto, tel or a page, but found "javascript:x", which is left out
      5 | See [x]() and
    > 6 |     [y](javascript:x) here.
        |     ^
  Hint: Link to a page or a web site.
`;

describe('foliograph check prints', () => {
  test('each problem with its place, the lines around it and a hint, and how many there are', async () => {
    const cwd = folderWith({ 'content/en/links.md': twoLinks, 'content/en/broken.md': broken });
    expect(await checkIn(cwd)).toEqual({
      code: 1,
      stdout: `${brokenBlock}\n${linkBlocks}\n1 error, 2 warnings in 2 of 3 files.\n`,
      stderr: '',
    });
  });

  test('no lines of what is no text, and none for a file as a whole', async () => {
    const cwd = folderOf({ 'content/en/empty.md': '\n', 'content/en/latin.md': notText });
    const { stdout } = await checkIn(cwd);
    expect(stdout).toBe(`content/en/empty.md:1:1 warning document-empty
  expected frontmatter or text, but the file has neither
  Hint: Write the page, or delete the file.

content/en/latin.md:1:3 error file-encoding
  expected UTF-8, but found bytes of another encoding
  Hint: Save the file as UTF-8.

1 error, 1 warning in 2 of 2 files.
`);
  });

  test('that there is nothing wrong', async () => {
    expect(await checkIn(folderWith({}))).toEqual({ code: 0, stdout: 'No problems in 1 file.\n', stderr: '' });
  });

  test('paths as they are called from the working folder', async () => {
    const cwd = folderWith({ 'content/en/links.md': twoLinks, 'elsewhere/a.md': fine });
    const below = await runIn({ cwd: `${cwd}/elsewhere` }, 'check', '../content');
    expect(below.stdout.split('\n')[0]).toBe('../content/en/links.md:5:5 warning link-empty');
    const within = await runIn({ cwd: `${cwd}/content` }, 'check', '.');
    expect(within.stdout.split('\n')[0]).toBe('en/links.md:5:5 warning link-empty');
  });

  test('names that hold control characters as one line of text', async () => {
    const cwd = folderOf({ 'content/a\n\u001b[31mb.md': broken });
    expect((await checkIn(cwd)).stdout.split('\n')[0]).toBe(
      'content/a\\u000a\\u001b[31mb.md:2:9 error frontmatter-yaml',
    );
  });

  test('errors only with --quiet, and counts all', async () => {
    const cwd = folderWith({ 'content/en/links.md': twoLinks, 'content/en/broken.md': broken });
    expect(await checkIn(cwd, '--quiet')).toEqual({
      code: 1,
      stdout: `${brokenBlock}\n1 error, 2 warnings in 2 of 3 files.\n`,
      stderr: '',
    });
  });
});

describe('foliograph check ends', () => {
  test('with 0 when there are warnings only', async () => {
    expect((await checkIn(folderWith({ 'content/en/links.md': twoLinks }))).code).toBe(0);
  });

  test('with 1 when there are more warnings than --max-warnings, and says so', async () => {
    const cwd = folderWith({ 'content/en/links.md': twoLinks });
    expect(await checkIn(cwd, '--quiet', '--max-warnings', '1')).toEqual({
      code: 1,
      stdout: '2 warnings in 1 of 2 files.\n',
      stderr: 'foliograph: expected at most 1 warning, but found 2 (--max-warnings).\n',
    });
    expect(await checkIn(cwd, '--quiet', '--max-warnings', '2')).toMatchObject({ code: 0, stderr: '' });
  });

  test('with 2 when the folder cannot be used', async () => {
    const folder = `${folderOf({})}/nowhere`;
    expect(await checkIn('/', folder)).toEqual({
      code: 2,
      stdout: '',
      stderr: `foliograph: The content folder ${folder} does not exist. Name the folder with your Markdown: foliograph check FOLDER.\n`,
    });
  });

  test('as the configuration wants it', async () => {
    const config = 'content: docs\nchecks:\n  link-empty: error\n  link-scheme: "off"\n';
    const cwd = folderOf({ 'docs/en/links.md': twoLinks, 'foliograph.config.yaml': config });
    const { code, stdout } = await checkIn(cwd);
    expect(stdout).toMatch(/^docs\/en\/links\.md:5:5 error link-empty\n[\s\S]+\n\n1 error in 1 of 1 file\.\n$/);
    expect(code).toBe(1);
  });

  test('with 2 when the configuration cannot be used', async () => {
    expect(await checkIn(folderWith({}), '--config', 'nowhere.yaml')).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^nowhere\.yaml: expected a configuration file, but found nothing\./),
    });
  });

  test.each([
    [['--max-warnings', '-1'], "argument '-1' is invalid. Expected a whole number, 0 or more."],
    [['--max-warnings', '1.5'], "argument '1.5' is invalid. Expected a whole number, 0 or more."],
    [['--format', 'xml'], "argument 'xml' is invalid. Allowed choices are text, json, sarif, github."],
    [['--update-baseline'], "option '--update-baseline' needs '--baseline <file>', the file to write"],
    [['a', 'b'], 'Expected 1 argument but got 2.'],
  ])('with 2 and a hint for %j', async (args, message) => {
    const { code, stdout, stderr } = await checkIn(folderWith({}), ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/^error: .*\nRun "foliograph check --help" for its arguments and options\.\n$/);
  });
});

describe('colours', () => {
  const esc = '\u001b[';
  const isColored = async (env: NodeJS.ProcessEnv, ...args: readonly string[]): Promise<boolean> => {
    const cwd = folderWith({ 'content/en/links.md': twoLinks });
    return (await runIn({ cwd, env }, 'check', ...args)).stdout.includes(esc);
  };

  test('are not for a pipe', async () => {
    expect(await isColored({})).toBe(false);
  });

  test('are there with FORCE_COLOR, but for its 0', async () => {
    expect(await isColored({ FORCE_COLOR: '1' })).toBe(true);
    expect(await isColored({ FORCE_COLOR: '0' })).toBe(false);
  });

  test('are gone with NO_COLOR, also against FORCE_COLOR', async () => {
    expect(await isColored({ NO_COLOR: '1', FORCE_COLOR: '1' })).toBe(false);
    expect(await isColored({ NO_COLOR: '', FORCE_COLOR: '1' })).toBe(true);
  });

  test('are there with --color, also against NO_COLOR', async () => {
    expect(await isColored({ NO_COLOR: '1' }, '--color')).toBe(true);
  });

  test('are gone with --no-color, also against FORCE_COLOR', async () => {
    expect(await isColored({ FORCE_COLOR: '1' }, '--no-color')).toBe(false);
  });

  test('say how bad a problem is', async () => {
    const cwd = folderWith({ 'content/en/links.md': twoLinks, 'content/en/broken.md': broken });
    const { stdout } = await checkIn(cwd, '--color');
    expect(stdout).toContain(`${esc}31m${esc}1merror`);
    expect(stdout).toContain(`${esc}33m${esc}1mwarning`);
  });
});

describe('output that nobody takes', () => {
  const main = fileURLToPath(new URL('../../bin/foliograph.js', import.meta.url));

  /** Runs a line of shell in which `$CHECK` is the command. */
  const shell = async (line: string, cwd: string): Promise<string> => {
    const env = { ...process.env, CHECK: `"${process.execPath}" "${main}" check` };
    const child = spawn('sh', ['-c', `eval "${line}"`], { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    await new Promise((resolve) => child.once('close', resolve));
    return stderr;
  };
  const manyProblems = Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [`content/en/${index}.md`, `# Links\n\n${'[x]()\n'.repeat(99)}`]),
  );

  test('is dropped when its reader has gone', async () => {
    const line = '{ $CHECK; echo ended with \\$? >&2; } | head -n 1';
    expect(await shell(line, folderWith(manyProblems))).toBe('ended with 0\n');
  });

  test.skipIf(!existsSync('/dev/full'))('is told, and ends with 2, when the disk is full', async () => {
    const line = '$CHECK >/dev/full; echo ended with \\$? >&2';
    expect(await shell(line, folderWith({}))).toBe(
      'foliograph: The output could not be written (ENOSPC).\nended with 2\n',
    );
  });
});
