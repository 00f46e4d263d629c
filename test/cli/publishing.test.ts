import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ask, folderOf, run, runIn, type Serving, serve, serveIn } from '../support/command.ts';

const pagesQuery = '{ pages { nodes { source { path } } } }';
const page = (...lines: readonly string[]): string => `---\n${lines.join('\n')}\n---\n\n# Page\n`;
const files = {
  'en/a.md': '# A\n',
  'en/draft.md': page('draft: true'),
  'en/later.md': page('publishAt: 2999-01-01'),
  'en/gone.md': page('expireAt: 2000-01-01'),
};
const everything = ['en/a.md', 'en/draft.md', 'en/gone.md', 'en/later.md'];
const token = 'only-for-editors';

interface Pages {
  readonly data: { readonly pages: { readonly nodes: readonly { readonly source: { readonly path: string } }[] } };
}

const pathsOf = ({ data }: Pages): readonly string[] => data.pages.nodes.map(({ source }) => source.path);

/** By a connection of its own, so that it comes to any of several processes. */
async function pathsAt(url: string, headers: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Connection: 'close', ...headers },
    body: JSON.stringify({ query: pagesQuery }),
  });
  return pathsOf((await response.json()) as Pages);
}

const previewAt = (url: string): Promise<readonly string[]> => pathsAt(url, { Authorization: `Bearer ${token}` });

describe('foliograph with documents that are not published', () => {
  test('serves the others, says how many there are, and tells what is wrong with them', async () => {
    const folder = folderOf({ ...files, 'en/wrong.md': page('draft: maybe') });
    const { told, url } = await serve(folder, '--port', '0');
    const stderr = await told(/wrong\.md.*\n/);
    expect(stderr).toMatch(/serving 1 page, 0 partners, 0 goals, 0 links, 1 language \(en\), 4 hidden\n/);
    expect(stderr).toMatch(
      /^en\/wrong\.md:2:1 error expected "draft" to be true or false, but found "maybe" \[publication-invalid\] /m,
    );
    expect(await pathsAt(url)).toEqual(['en/a.md']);
    const query = '{ content { documentCount } diagnostics { totalCount } page(slug: "draft") { id } }';
    expect(await ask(url, query)).toEqual({
      data: { content: { documentCount: 1 }, diagnostics: { totalCount: 0 }, page: null },
    });
  });

  test('publishes and withdraws on time, also where it does not watch, and says so', async () => {
    const soon = new Date(Date.now() + 2500).toISOString();
    const root = folderOf({ 'en/a.md': page(`expireAt: ${soon}`), 'en/b.md': page(`publishAt: ${soon}`) });
    const { told, url } = await serve(root, '--port', '0', '--no-watch');
    const line = /^revision [0-9a-f]{4} -> [0-9a-f]{4}: (.*b\.md) published, (.*a\.md) withdrawn in (\d+) ms$/m;
    const [, published = '', withdrawn = '', late = ''] = line.exec(await told(line)) ?? [];
    expect([published, withdrawn]).toEqual([join(root, 'en/b.md'), join(root, 'en/a.md')]);
    expect(Number(late)).toBeLessThan(1000);
    expect(await pathsAt(url)).toEqual(['en/b.md']);
  });

  test('tells an edit of a draft, and serves what it served', async () => {
    const cwd = folderOf(Object.fromEntries(Object.entries(files).map(([path, text]) => [`content/${path}`, text])));
    const { told, url } = await serveIn({ cwd }, '--port', '0');
    writeFileSync(join(cwd, 'content/en/draft.md'), page('draft: true', 'title: New'));
    await told(/^not published: content\/en\/draft\.md changed$/m);
    expect(await pathsAt(url)).toEqual(['en/a.md']);
  });

  test('knows them as such after a restart that parses nothing', async () => {
    const cwd = folderOf({});
    const root = folderOf({ ...files, 'en/broken.md': '---\ndraft: true\ntitle: a: b\n---\n' });
    const first = await serveIn({ cwd }, root, '--port', '0', '--cache', 'cache');
    first.child.kill('SIGTERM');
    await first.ended;
    const { told, url } = await serveIn({ cwd }, root, '--port', '0', '--cache', 'cache');
    expect(await told(/broken\.md/)).toMatch(/, 4 hidden\n/);
    expect(await pathsAt(url)).toEqual(['en/a.md']);
    expect(await ask(url, '{ diagnostics { totalCount } }')).toEqual({ data: { diagnostics: { totalCount: 0 } } });
  });
});

describe('a preview', () => {
  test('shows everything to those who bear its token, and follows edits', async () => {
    const root = folderOf(files);
    const { told, url } = await serve(root, '--port', '0', '--preview-token', token);
    expect([await pathsAt(url), await previewAt(url)]).toEqual([['en/a.md'], everything]);
    writeFileSync(join(root, 'en/new.md'), page('draft: true'));
    await told(/^not published: .*new\.md added$/m);
    expect([await pathsAt(url), await previewAt(url)]).toEqual([['en/a.md'], [...everything, 'en/new.md']]);
  });
});

describe('the token of a preview', () => {
  test('can come from the environment, where other users of the machine do not see it', async () => {
    const { url } = await serveIn({ env: { FOLIOGRAPH_PREVIEW_TOKEN: token } }, folderOf(files), '--port', '0');
    expect([await pathsAt(url), await previewAt(url)]).toEqual([['en/a.md'], everything]);
  });

  test.each<[string, readonly string[], NodeJS.ProcessEnv]>([
    ['an argument', ['--preview-token', 'not/a secret'], {}],
    ['an empty argument', ['--preview-token', ''], {}],
    ['the environment', [], { FOLIOGRAPH_PREVIEW_TOKEN: 'not/a secret' }],
  ])('is refused and not printed where nobody could send it: %s', async (_, args, env) => {
    const { code, stderr } = await runIn({ env }, ...args);
    expect([code, stderr]).toEqual([
      2,
      'error: expected the preview token to be letters, digits and "-._~+/", but found none or other characters\nRun "foliograph --help" for its arguments and options.\n',
    ]);
  });
});

describe.skipIf(process.platform !== 'linux')('several processes', () => {
  /** What all of them say: connections go to them in turn. */
  const all = async <Value>(look: () => Promise<Value>): Promise<readonly Value[]> =>
    Promise.all([look(), look(), look(), look()]);
  const agreed = async (look: () => Promise<readonly string[]>): Promise<readonly string[]> => {
    const answers = new Set((await all(look)).map((paths) => paths.join(' ')));
    return [...answers].flatMap((paths) => paths.split(' '));
  };
  const until = async (look: () => Promise<readonly string[]>, wanted: readonly string[]): Promise<void> => {
    while ((await agreed(look)).join(' ') !== wanted.join(' ')) await look();
  };

  test('hide what is not published, show it on time, and hide it again', async () => {
    const root = folderOf(files);
    const server = await serve(root, '--port', '0', '--workers', '2');
    const look = () => pathsAt(server.url);
    expect(server.stderr).toContain(', 3 hidden\n');
    expect(await agreed(look)).toEqual(['en/a.md']);
    writeFileSync(join(root, 'en/draft.md'), page('draft: true', 'title: New'));
    await server.told(/not published: .*draft\.md changed/);
    writeFileSync(join(root, 'en/draft.md'), page(`publishAt: ${new Date(Date.now() + 1500).toISOString()}`));
    await server.told(/draft\.md published in/);
    await until(look, ['en/a.md', 'en/draft.md']);
    writeFileSync(join(root, 'en/draft.md'), page('draft: true'));
    await server.told(/draft\.md withdrawn in/);
    await until(look, ['en/a.md']);
    expect(await server.told(/withdrawn/)).not.toContain('a worker ended');
  });

  test('show everything to those who bear the token, also one that begins later', async () => {
    const root = folderOf(files);
    const server = await serve(root, '--port', '0', '--workers', '2', '--preview-token', token);
    const [look, preview] = [() => pathsAt(server.url), () => previewAt(server.url)];
    expect([await agreed(look), await agreed(preview)]).toEqual([['en/a.md'], everything]);
    writeFileSync(join(root, 'en/later.md'), page('draft: false'));
    await server.told(/later\.md published in/);
    writeFileSync(join(root, 'en/new.md'), page('draft: true'));
    await server.told(/not published: .*new\.md added/);
    await until(look, ['en/a.md', 'en/later.md']);
    await until(preview, [...everything, 'en/new.md']);

    const began = server.told(/a worker ended \(SIGKILL\)/);
    process.kill(workerOf(server), 'SIGKILL');
    await began;
    while (workersOf(server).length < 2) await look();
    await until(look, ['en/a.md', 'en/later.md']);
    await until(preview, [...everything, 'en/new.md']);
    expect((await server.told(/SIGKILL/)).match(/a worker ended/g)).toHaveLength(1);
  });
});

/** Ids of the processes that serve. */
function workersOf({ child }: Serving): readonly number[] {
  const text = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8');
  return text.split(' ').flatMap((id) => (id === '' ? [] : [Number(id)]));
}

function workerOf(server: Serving): number {
  const [worker] = workersOf(server);
  if (worker === undefined) throw new Error('expected a process that serves, but found none');
  return worker;
}

describe('commands for editors look at everything', () => {
  test('foliograph check tells what is wrong with hidden documents', async () => {
    const root = folderOf({ ...files, 'en/never.md': page('publishAt: 2026-11-23', 'expireAt: 2026-11-23') });
    const { stdout } = await run('check', root);
    expect(stdout).toContain('never.md:3:1 warning publication-never');
    expect(stdout).toContain('1 warning in 1 of 5 files.');
  });

  test('foliograph languages and init count hidden documents', async () => {
    const cwd = folderOf({ 'content/en/a.md': '# A\n', 'content/de/a.md': page('draft: true') });
    expect((await runIn({ cwd }, 'languages')).stdout).toMatch(/de.*en/);
    expect((await runIn({ cwd }, 'init')).code).toBe(0);
    expect(readFileSync(join(cwd, 'foliograph.config.yaml'), 'utf8')).toMatch(/^languages: \[de, en\]|^ {2}- de$/m);
  });
});
