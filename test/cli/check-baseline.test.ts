import { readdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { folderOf, runIn } from '../support/command.ts';

const page = (body: string): string => `---\ntitle: A page\n---\n\n${body}\n`;
const checkIn = (cwd: string, ...args: readonly string[]) => runIn({ cwd }, 'check', ...args);
const readIn = (cwd: string): string => readFileSync(`${cwd}/known.json`, 'utf8');

const emptyLink = {
  path: 'en/b.md',
  code: 'link-empty',
  message: 'expected an address, but found none: the link leads nowhere',
};
const notYaml = {
  path: 'en/a.md',
  code: 'frontmatter-yaml',
  message: 'expected YAML in the frontmatter, but found: unexpected end of the stream within a flow collection',
};

/** A folder whose problems stand in its `known.json`. */
async function folderWithBaseline(): Promise<string> {
  const cwd = folderOf({ 'content/en/b.md': page('[x]()\n\n[y]()'), 'content/en/a.md': '---\ntitle: [\n---\n' });
  await checkIn(cwd, '--baseline', 'known.json', '--update-baseline');
  return cwd;
}

describe('--update-baseline', () => {
  test('writes the problems of today, one entry a line, and ends with 0', async () => {
    const cwd = folderOf({ 'content/en/b.md': page('[x]()\n\n[y]()'), 'content/en/a.md': '---\ntitle: [\n---\n' });
    expect(await checkIn(cwd, '--baseline', 'known.json', '--update-baseline')).toEqual({
      code: 0,
      stdout: 'No new problems in 2 files.\n3 problems that stand in known.json are left out.\n',
      stderr: 'foliograph: Wrote 3 problems into known.json.\n',
    });
    expect(readIn(cwd)).toBe(`{
  "version": 1,
  "problems": [
    ${JSON.stringify({ ...notYaml, count: 1 })},
    ${JSON.stringify({ ...emptyLink, count: 2 })}
  ]
}
`);
    expect(readdirSync(cwd).sort()).toEqual(['content', 'known.json']);
  });

  test('writes the same to the byte when nothing has changed', async () => {
    const cwd = await folderWithBaseline();
    const before = readIn(cwd);
    await checkIn(cwd, '--baseline', 'known.json', '--update-baseline');
    expect(readIn(cwd)).toBe(before);
  });

  test('writes to what a symbolic link leads to, which may be another link or still to be written', async () => {
    const cwd = folderOf({ 'content/en/b.md': page('[x]()'), 'shared/a.txt': '' });
    symlinkSync('second.json', `${cwd}/known.json`);
    symlinkSync('shared/real.json', `${cwd}/second.json`);
    for (const text of ['[x]()', 'Fine.']) {
      writeFileSync(`${cwd}/content/en/b.md`, page(text));
      expect(await checkIn(cwd, '--baseline', 'known.json', '--update-baseline')).toMatchObject({ code: 0 });
      expect(readlinkSync(`${cwd}/known.json`)).toBe('second.json');
      expect(readlinkSync(`${cwd}/second.json`)).toBe('shared/real.json');
      expect(readdirSync(`${cwd}/shared`)).toEqual(['a.txt', 'real.json']);
    }
    expect(readFileSync(`${cwd}/shared/real.json`, 'utf8')).toBe('{\n  "version": 1,\n  "problems": []\n}\n');
  });

  test('drops what is cured', async () => {
    const cwd = await folderWithBaseline();
    writeFileSync(`${cwd}/content/en/a.md`, page('Fine.'));
    writeFileSync(`${cwd}/content/en/b.md`, page('Fine.'));
    await checkIn(cwd, '--baseline', 'known.json', '--update-baseline');
    expect(readIn(cwd)).toBe('{\n  "version": 1,\n  "problems": []\n}\n');
  });

  test('writes over nothing that is not a baseline', async () => {
    const cwd = folderOf({ 'content/en/b.md': page('Fine.'), 'known.json': '{"name":"mine"}' });
    expect(await checkIn(cwd, '--baseline', 'known.json', '--update-baseline')).toMatchObject({ code: 2, stdout: '' });
    expect(readIn(cwd)).toBe('{"name":"mine"}');
  });

  test('says when the file cannot be written', async () => {
    const cwd = folderOf({ 'content/en/b.md': page('Fine.') });
    expect(await checkIn(cwd, '--baseline', 'nowhere/known.json', '--update-baseline')).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'foliograph: The baseline nowhere/known.json cannot be written (ENOENT). Check that its folder exists, and the permissions.\n',
    });
  });
});

describe('--baseline', () => {
  test('leaves out what stands in it, also where its line has moved', async () => {
    const cwd = await folderWithBaseline();
    writeFileSync(`${cwd}/content/en/b.md`, page('New words.\n\n[x]()\n\n[y]()'));
    expect(await checkIn(cwd, '--baseline', 'known.json', '--max-warnings', '0')).toEqual({
      code: 0,
      stdout: 'No new problems in 2 files.\n3 problems that stand in known.json are left out.\n',
      stderr: '',
    });
  });

  test('tells the one that is more than it knows', async () => {
    const cwd = await folderWithBaseline();
    writeFileSync(`${cwd}/content/en/b.md`, page('[x]()\n\n[y]()\n\n[z]()'));
    expect(await checkIn(cwd, '--baseline', 'known.json', '--max-warnings', '0')).toEqual({
      code: 1,
      stdout: `content/en/b.md:9:1 warning link-empty
  expected an address, but found none: the link leads nowhere
      7 | [y]()
      8 |
    > 9 | [z]()
        | ^
  Hint: Link to a page or a web site.

1 warning in 1 of 2 files.
3 problems that stand in known.json are left out.
`,
      stderr: 'foliograph: expected at most 0 warnings, but found 1 (--max-warnings).\n',
    });
  });

  test('tells the same problem in another file', async () => {
    const cwd = await folderWithBaseline();
    writeFileSync(`${cwd}/content/en/a.md`, page('Fine.'));
    writeFileSync(`${cwd}/content/en/c.md`, '---\ntitle: [\n---\n');
    const { code, stdout } = await checkIn(cwd, '--baseline', 'known.json');
    expect(code).toBe(1);
    expect(stdout.split('\n')[0]).toBe('content/en/c.md:2:9 error frontmatter-yaml');
  });

  test('tells how many entries do not occur any more', async () => {
    const cwd = await folderWithBaseline();
    writeFileSync(`${cwd}/content/en/a.md`, page('Fine.'));
    writeFileSync(`${cwd}/content/en/b.md`, page('[x]()'));
    expect(await checkIn(cwd, '--baseline', 'known.json')).toEqual({
      code: 0,
      stdout: `No new problems in 2 files.
1 problem that stands in known.json is left out.
2 entries of known.json do not occur any more: drop what is cured with --update-baseline.
`,
      stderr: '',
    });
  });

  const what = 'Name a file that --update-baseline has written, or delete this one and write it anew.';
  test.each([
    [null, 'The baseline known.json does not exist. Check its name, or write it with --update-baseline.'],
    ['[]', `known.json is not a baseline: expected an object with "version" and "problems". ${what}`],
    ['{}', `known.json is not a baseline: expected "version": 1, but found none. ${what}`],
    ['{"version":2}', `known.json is not a baseline: expected "version": 1, but found 2. ${what}`],
    [
      '{"version":1,"problems":{}}',
      `known.json is not a baseline: expected a list as "problems", but found {}. ${what}`,
    ],
    [
      '{"version":1,"problems":[{"path":"a.md","code":"x","message":"y","count":0}]}',
      `known.json is not a baseline: expected "path", "code", "message" and "count" in problems[0], but found {"path":"a.md","code":"x","message":"y","count":0}. ${what}`,
    ],
  ])('that is %j ends with 2 and says why', async (text, message) => {
    const cwd = folderOf({ 'content/en/b.md': page('Fine.'), ...(text === null ? {} : { 'known.json': text }) });
    const expected = { code: 2, stdout: '', stderr: `foliograph: ${message}\n` };
    expect(await checkIn(cwd, '--baseline', 'known.json')).toEqual(expected);
  });

  test('that is no JSON ends with 2 and says why', async () => {
    const cwd = folderOf({ 'content/en/b.md': page('Fine.'), 'known.json': '{"version":' });
    const { code, stderr } = await checkIn(cwd, '--baseline', 'known.json');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^foliograph: known\.json is not a baseline: expected JSON, but found: .+\n$/);
  });
});
