import { createServer } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ask, askForText, folderOf, run, runIn, serve, startIn } from '../support/command.ts';

describe('foliograph serves', () => {
  test('its own content when no folder is named, and says so in one line', async () => {
    const { stderr } = await serve('--port', '0');
    expect(stderr).toMatch(
      /^foliograph \d+\.\d+\.\d+ ready in \d+ ms: (http:\/\/127\.0\.0\.1:\d+)\/graphql \1\/schema\.graphql serving 20 pages, 34 partners, 6 goals, 174 links, 2 languages \(de, en\)\n$/,
    );
  });

  test('any folder, whose pages answer at the URL that it prints', async () => {
    const folder = folderOf({ 'fr/accueil.md': '---\ntitle: Accueil\n---\nBonjour.\n' });
    const { url } = await serve(folder, '--port', '0');
    expect(await ask(url, '{ page(slug: "accueil") { title language } }')).toEqual({
      data: { page: { title: 'Accueil', language: 'fr' } },
    });
  });

  test('what is good, and tells what is not with its place', async () => {
    const folder = folderOf({ 'en/good.md': 'Fine.\n', 'en/bad.md': '---\ntitle: a: b\n---\n' });
    const { told, url } = await serve(folder, '--port', '0');
    const [ready, problem] = (await told(/bad\.md.*\n/)).split('\n');
    expect(problem).toBe(
      'en/bad.md:2:9 error expected YAML in the frontmatter, but found: bad indentation of a mapping entry [frontmatter-yaml] Put values that hold ": ", "#" or quotes between quotes, and indent with spaces.',
    );
    expect(ready).toMatch(/serving 1 page, 0 partners, 0 goals, 0 links, 1 language \(en\)$/);
    expect(await ask(url, '{ pages { nodes { slug } } }')).toEqual({ data: { pages: { nodes: [{ slug: 'good' }] } } });
  });

  test('the same bytes for the same query after another start', async () => {
    const folder = folderOf({ 'en/a.md': '# A\n', 'de/a.md': '# A\n', 'de/b.md': '- [x](https://x.example)\n' });
    const query = '{ content { revision } pages { edges { cursor node { id path html links { id } } } } }';
    const [first, second] = [await serve(folder, '--port', '0'), await serve(folder, '--port', '0')];
    expect(await askForText(second.url, query)).toBe(await askForText(first.url, query));
  });

  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('until %s, and then ends with 0', async (signal) => {
    const { child, ended, url } = await serve('--port', '0');
    await ask(url, '{ content { documentCount } }');
    child.kill(signal);
    expect(await ended).toBe(0);
  });

  test('nothing after a signal that comes before it is ready, and ends with 0', async () => {
    const cwd = folderOf({
      'foliograph.config.js':
        'console.log("reading");\nawait new Promise((resolve) => setTimeout(resolve, 1e9));\nexport default {};\n',
    });
    const { child, output } = startIn({ cwd }, '--port', '0');
    const ended = new Promise((resolve) => child.once('close', resolve));
    await new Promise<void>((resolve) => child.stderr.on('data', () => output.stderr.includes('reading') && resolve()));
    child.kill('SIGTERM');
    expect([await ended, output.stderr]).toEqual([0, 'reading\n']);
  });

  test('until the second signal, when a request never comes to its end', async () => {
    const { child, ended, url } = await serve('--port', '0');
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    onTestFinished(() => void socket.destroy());
    socket.on('error', () => {});
    await new Promise((resolve) =>
      socket.write(
        'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
        resolve,
      ),
    );
    await ask(url, '{ content { documentCount } }');
    child.kill('SIGINT');
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    // less than the time of grace, after which one signal would do
  }, 8000);

  test('file names that hold control characters in one line of text', async () => {
    const folder = folderOf({ 'en/good.md': 'Fine.\n', 'en/a\n\u001b[31mb.md': '---\n- list\n---\n' });
    const { told } = await serve(folder, '--port', '0');
    expect((await told(/b\.md.*\n/)).split('\n')[1]).toMatch(/^en\/a\\u000a\\u001b\[31mb\.md:2:1 error/);
  });
});

describe('foliograph says what to do, and ends with 1, when', () => {
  const hint = 'Name the folder with your Markdown: foliograph FOLDER.\n';

  test('the folder does not exist', async () => {
    const folder = `${folderOf({})}/nowhere`;
    expect(await run(folder)).toEqual({
      code: 1,
      stdout: '',
      stderr: `foliograph: The content folder ${folder} does not exist. ${hint}`,
    });
  });

  test.each([
    ['chek', 'check'],
    ['langauges', 'languages'],
    ['innit', 'init'],
    ['hepl', null],
    ['healp', 'help'],
  ])('the folder %s does not exist, but %s is a command', async (name, command) => {
    const cwd = folderOf({});
    expect(await runIn({ cwd }, name)).toEqual({
      code: 1,
      stdout: '',
      stderr: `foliograph: The content folder ${cwd}/${name} does not exist. ${command === null ? hint : `Did you mean the command "${command}"?\n`}`,
    });
  });

  test('the folder is a file', async () => {
    const file = `${folderOf({ 'a.md': 'A' })}/a.md`;
    expect(await run(file)).toEqual({
      code: 1,
      stdout: '',
      stderr: `foliograph: The content folder ${file} is not a folder. ${hint}`,
    });
  });

  test('the folder has no Markdown in it', async () => {
    const folder = folderOf({ 'image.png': 'x' });
    expect(await run(folder)).toEqual({
      code: 1,
      stdout: '',
      stderr: `foliograph: The content folder ${folder} has no .md or .markdown file in it. Write a page into it, or name another folder: foliograph FOLDER.\n`,
    });
  });

  test('the port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void taken.close());
    await new Promise((resolve) => taken.once('listening', resolve));
    const address = taken.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    expect(await run('--port', port)).toEqual({
      code: 1,
      stdout: '',
      stderr: `foliograph: Port ${port} on 127.0.0.1 is taken: choose another one with --port, or 0 for a free one.\n`,
    });
  });

  test("the host is not this machine's", async () => {
    expect(await run('--port', '0', '--host', '192.0.2.1')).toEqual({
      code: 1,
      stdout: '',
      stderr: 'foliograph: 192.0.2.1 is not an address of this machine: choose another one with --host.\n',
    });
  });
});

describe('arguments', () => {
  test('--help explains itself', async () => {
    const { code, stdout } = await run('--help');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Usage: foliograph \[options\] \[folder\]/);
  });

  test('--version prints the version', async () => {
    expect(await run('--version')).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });

  test.each([
    [['--nonsense'], "error: unknown option '--nonsense'"],
    [
      ['--port', 'x'],
      "error: option '-p, --port <number>' argument 'x' is invalid. Expected a number from 0 to 65535.",
    ],
    [
      ['--host', ''],
      "error: option '-H, --host <address>' argument '' is invalid. Expected a host name or an address.",
    ],
    [['--port', '65536'], "error: option '-p, --port <number>' argument '65536' is invalid."],
    [['--config', ''], "error: option '-c, --config <file>' argument '' is invalid. Expected the name of a file."],
    [['a', 'b'], 'error: too many arguments. Expected 1 argument but got 2'],
  ])('%j are wrong: 2, with a hint', async (args, message) => {
    const { code, stderr } = await run(...args);
    expect(code).toBe(2);
    expect(stderr.split('\n')[0]).toContain(message);
    expect(stderr.split('\n').slice(1)).toEqual(['Run "foliograph --help" for its arguments and options.', '']);
  });
});
