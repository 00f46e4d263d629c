import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ask, folderOf, runIn, serve, serveIn } from '../support/command.ts';
import type { Files } from '../support/content.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const content = { 'content/de/a.md': '# A\n', 'content/en/a.md': '# A in English\n' };
const neverSettles = ': could not be run: it waits for something that never happens';
const german = "{ defaultLanguage: 'de' }";

/** What `check` says about a module as configuration. */
async function checkWith(name: string, code: string) {
  return runIn({ cwd: folderOf({ ...content, [name]: code }) }, 'check');
}

describe('a configuration that is code', () => {
  test.each([
    ['foliograph.config.mjs', `export default ${german};\n`],
    ['foliograph.config.js', `export default ${german};\n`],
    ['foliograph.config.js', `module.exports = ${german};\n`],
    ['foliograph.config.mjs', `export default Promise.resolve(${german});\n`],
    ['foliograph.config.ts', `const tag: string = 'de';\nexport default { defaultLanguage: tag };\n`],
    ['foliograph.config.ts', `import type { Config } from 'foliograph';\nexport default ${german} satisfies Config;\n`],
    ['foliograph.config.ts', `import { tag } from './tag.ts';\nexport default { defaultLanguage: tag };\n`],
  ])('is run: %s %j', async (name, code) => {
    const cwd = folderOf({ ...content, [name]: code, 'tag.ts': "export const tag = 'de' as const;\n" });
    const { stderr, url } = await serveIn({ cwd }, '--port', '0');
    expect(stderr.split('\n')[0]).toBe(`foliograph: using ${name}`);
    expect(await ask(url, '{ page(slug: "a") { language } }')).toEqual({ data: { page: { language: 'de' } } });
  });

  test('may use defineConfig of the package', async () => {
    const code = `import { defineConfig } from 'foliograph';\nexport default defineConfig(${german});\n`;
    const cwd = folderOf({ ...content, 'foliograph.config.ts': code, 'node_modules/x/a': '' });
    symlinkSync(project, join(cwd, 'node_modules/foliograph'));
    const { url } = await serveIn({ cwd }, '--port', '0');
    expect(await ask(url, '{ page(slug: "a") { language } }')).toEqual({ data: { page: { language: 'de' } } });
  });

  test.each([
    [
      'mjs',
      'export default () => ({});',
      ': expected a mapping of keys to values, but found a function. Export what it returns.',
    ],
    [
      'mjs',
      'export const config = {};',
      ': expected a default export, but found none. Write "export default { ... }".',
    ],
    ['mjs', 'export default new Map();', ': expected a mapping of keys to values, but found an instance of Map'],
    ['mjs', '\nexport default {', ':2: could not be run: SyntaxError: Unexpected end of input'],
    ['mjs', '\n\nlet a = ;\nexport default {};', ":3: could not be run: SyntaxError: Unexpected token ';'"],
    ['js', '\nmodule.exports = {,};\n', ":2: could not be run: SyntaxError: Unexpected token ','"],
    ['mjs', '\nexport default {\n  get content() { throw new Error("no"); },\n};', ':3: could not be run: Error: no'],
    ['mjs', 'export default { site: [new Proxy({}, { ownKeys() { throw 5; } })] };', ': could not be run: 5'],
    ['mjs', 'await new Promise(() => {});', neverSettles],
    ['mjs', 'export default new Promise(() => {});', neverSettles],
    ['ts', 'export default new Promise<never>(() => {});', neverSettles],
    ['mjs', '\nthrow new TypeError("no\\nway");', ':2: could not be run: TypeError: no'],
    ['mjs', 'export default Promise.reject("no way");', ': could not be run: no way'],
    ['mjs', 'export default { colections: {} };', ': colections: unknown key. Did you mean "collections"?'],
    [
      'ts',
      'export default () => ({});',
      ': expected a mapping of keys to values, but found a function. Export what it returns.',
    ],
    ['ts', 'export const config = {};', ': expected a default export, but found none. Write "export default { ... }".'],
    ['ts', '\nexport default {', ':2: could not be run: ParseError: Unexpected token'],
    ['ts', '\nnope();\nexport default {};', ':2: could not be run: ReferenceError: nope is not defined'],
    [
      'ts',
      "import './nowhere.ts';\nexport default {};",
      ":1: could not be run: Error: Cannot find module './nowhere.ts'",
    ],
    [
      'ts',
      'export default { content: 5 as number };',
      ': content: expected a folder such as "content", but found the number 5',
    ],
  ])('is told with file and cause when it fails: .%s %j', async (ending, code, message) => {
    const name = `foliograph.config.${ending}`;
    expect(await checkWith(name, code)).toEqual({ code: 2, stdout: '', stderr: `${name}${message}\n` });
  });
});

describe('foliograph serves', () => {
  test('what the configuration beside the content says', async () => {
    const cwd = folderOf({ ...content, 'foliograph.config.yaml': 'defaultLanguage: de\n' });
    const { stderr, url } = await serveIn({ cwd }, 'content', '--port', '0');
    expect(stderr).toMatch(/^foliograph: using foliograph\.config\.yaml\nfoliograph \d.* ready in .*\n$/);
    expect(await ask(url, '{ page(slug: "a") { language } }')).toEqual({ data: { page: { language: 'de' } } });
  });

  test('without a configuration when it is told so', async () => {
    const cwd = folderOf({ ...content, 'foliograph.config.yaml': 'nonsense: 1\n' });
    const { stderr } = await serveIn({ cwd }, '--no-config', '--port', '0');
    expect(stderr).toMatch(/^foliograph \d.* ready in .*\n$/);
  });

  test('a folder that has the name of a command', async () => {
    const cwd = folderOf({ 'check/en/a.md': '# A\n' });
    const { stderr } = await serveIn({ cwd }, './check', '--port', '0');
    expect(stderr).toContain('serving 1 page');
  });

  test('and names a configuration far away by its whole path', async () => {
    const folder = folderOf({ 'content/en/a.md': '# A\n', 'foliograph.config.json': '{}' });
    const { stderr } = await serve(`${folder}/content`, '--port', '0');
    expect(stderr.split('\n')[0]).toBe(`foliograph: using ${folder}/foliograph.config.json`);
  });

  test('and tells 20 problems, errors first, and no infos', async () => {
    const page = (index: number): [string, string] => [
      `content/en/p${String(index).padStart(2, '0')}.md`,
      '# A\n\n[x]()\n',
    ];
    const files: Files = {
      ...Object.fromEntries(Array.from({ length: 24 }, (_, index) => page(index))),
      'content/en/z.md': '---\na: b: c\n---\n',
      'content/en/empty.md': '',
      'foliograph.config.yaml': 'checks: { document-empty: info }\n',
    };
    const { told } = await serveIn(
      { cwd: folderOf(files) },
      'content',
      '--config',
      'foliograph.config.yaml',
      '--port',
      '0',
    );
    const lines = (await told(/\.\.\. and .*\n/)).trimEnd().split('\n');
    expect(lines).toHaveLength(23);
    expect(lines[1]).toMatch(/^foliograph .* ready in /);
    expect(lines[2]).toMatch(/^en\/z\.md:2:5 error /);
    expect(lines[3]).toMatch(/^en\/p00\.md:3:1 warning /);
    expect(lines[21]).toMatch(/^en\/p18\.md:3:1 warning /);
    expect(lines[22]).toBe('... and 5 more: run "foliograph check content --config foliograph.config.yaml"');
  });
});

describe('foliograph ends with 2 and every problem when the configuration is wrong:', () => {
  const files = { ...content, 'foliograph.config.yaml': 'content: 5\nlanguages: [deutsch]\n' };
  const stderr =
    'foliograph.config.yaml: content: expected a folder such as "content", but found the number 5\n' +
    'foliograph.config.yaml: languages[0]: expected a BCP 47 language tag such as "de", but found "deutsch". Did you mean "de"?\n';

  test.each([[[]], [['check']], [['languages']], [['check', '--config', 'foliograph.config.yaml']]])(
    '%j',
    async (args) => {
      expect(await runIn({ cwd: folderOf(files) }, ...args)).toEqual({ code: 2, stdout: '', stderr });
    },
  );

  test('a name with control characters in one line of text', async () => {
    const ended = await runIn({ cwd: folderOf({}) }, '--config', 'a\n\u001b[31m.yaml');
    expect(ended.stderr).toMatch(
      /^a\\u000a\\u001b\[31m\.yaml: expected a configuration file, but found nothing\. .*\n$/,
    );
  });

  test.each([[[]], [['check']], [['languages']]])('folders that are not there, by %j', async (args) => {
    const cwd = folderOf({ 'foliograph.config.yaml': 'content: docs\nassets: a.txt\n', 'a.txt': '' });
    const stderr =
      `foliograph.config.yaml: content: expected a folder, but ${cwd}/docs does not exist\n` +
      `foliograph.config.yaml: assets: expected a folder, but ${cwd}/a.txt is a file\n`;
    expect(await runIn({ cwd }, ...args)).toEqual({ code: 2, stdout: '', stderr });
  });
});

describe('a configuration that is code leaves alone', () => {
  test.each([
    ['mjs', 'json'],
    ['ts', 'sarif'],
  ])('what a program reads: .%s prints to stderr with --format %s', async (ending, format) => {
    const code = 'console.log("one"); console.info("two"); console.debug("three");\nexport default {};\n';
    const cwd = folderOf({ ...content, [`foliograph.config.${ending}`]: code });
    const { stdout, stderr } = await runIn({ cwd }, 'check', '--format', format);
    expect(JSON.parse(stdout)).toHaveProperty('version');
    expect(stderr).toMatch(/^one\ntwo\nthree\n/);
  });
});

describe('an error that nobody has foreseen is told in a line, with its stack behind it:', () => {
  const late =
    'setTimeout(() => { throw new Error("too\\nlate"); });\nexport default new Promise((end) => setTimeout(end, 60_000));';
  const lost = `--import=data:text/javascript,${encodeURIComponent('process.cwd = () => { throw new Error("lost"); };')}`;

  test.each([
    [[], 1],
    [['check'], 2],
    [['languages'], 2],
  ])('%j with code of the configuration that fails later: %i', async (args, code) => {
    const cwd = folderOf({ ...content, 'foliograph.config.mjs': late });
    const ended = await runIn({ cwd }, ...args);
    expect(ended).toMatchObject({ code, stdout: '' });
    expect(ended.stderr).toMatch(/^foliograph: too\\u000alate\nError: too\nlate\n {4}at .*foliograph\.config\.mjs:1:/);
  });

  test.each([
    [[], 1],
    [['check'], 2],
    [['languages'], 2],
    [['init'], 2],
  ])('%j without a working folder: %i', async (args, code) => {
    const ended = await runIn({ cwd: folderOf({}), env: { NODE_OPTIONS: lost } }, ...args);
    expect(ended).toMatchObject({ code, stdout: '' });
    expect(ended.stderr).toMatch(/^foliograph: lost\nError: lost\n {4}at /);
  });
});

describe('commands', () => {
  test.each(['check', 'languages', 'init'])('%s explains itself', async (command) => {
    const { code, stdout } = await runIn({}, command, '--help');
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`^Usage: foliograph ${command} \\[options\\] \\[(?:folder|dir)\\]\n`));
  });

  test.each(['check', 'languages', 'init'])('help %s does so, too', async (command) => {
    expect(await runIn({}, 'help', command)).toEqual(await runIn({}, command, '--help'));
  });

  test('help is what --help is', async () => {
    expect(await runIn({}, 'help')).toEqual(await runIn({}, '--help'));
  });

  test('--help names them, and what to do with a folder of such a name', async () => {
    const { stdout } = await runIn({}, '--help');
    for (const command of ['check \\[options', 'languages \\[options', 'init \\[options', 'help \\[command'])
      expect(stdout).toMatch(new RegExp(`^  ${command}\\]`, 'm'));
    expect(stdout).toContain('A folder that has the name of a command is served by its path: foliograph ./check.');
  });

  test.each([
    [['check', '--nonsense'], "error: unknown option '--nonsense'", 'foliograph check'],
    [['check', 'a', 'b'], 'error: too many arguments', 'foliograph check'],
    [['check', '--port', '0'], "error: unknown option '--port'", 'foliograph check'],
    [
      ['--port', '0', 'check'],
      `error: expected options behind "check", but found '-p, --port <number>' in front of it`,
      'foliograph',
    ],
    [
      ['--no-config', 'languages'],
      `error: expected options behind "languages", but found '--no-config' in front of it`,
      'foliograph',
    ],
  ])('%j are wrong: 2, with a hint', async (args, message, command) => {
    const { code, stdout, stderr } = await runIn({}, ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.startsWith(message)).toBe(true);
    expect(stderr.endsWith(`\nRun "${command} --help" for its arguments and options.\n`)).toBe(true);
  });
});
