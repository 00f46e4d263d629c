import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildSnapshot } from '../../src/content/build-snapshot.ts';
import { limits } from '../../src/content/limits.ts';
import { type ContentRootError, readFolder } from '../../src/content/read-folder.ts';
import { briefly, pageOf, problemsOf, temporaryFolder } from './support.ts';

const pathsIn = (root: string) => readFolder(root).flatMap((entry) => ('bytes' in entry ? entry.path : []));
const unreadIn = (root: string) => readFolder(root).flatMap((entry) => ('problem' in entry ? entry.problem : []));
const problemsBelow = (root: string) => buildSnapshot(root).diagnostics.map(briefly);

/** The error that a root gives, as data. */
function rootError(root: string) {
  try {
    buildSnapshot(root);
  } catch (error) {
    const { name, code, message } = error as ContentRootError;
    return { name, code, message };
  }
  return null;
}

describe('which files are read', () => {
  it('reads .md and .markdown files at any depth, with endings in any case, ordered by path', () => {
    const root = temporaryFolder({
      'top.md': 'Top',
      'a/b/c/deep.markdown': 'Deep',
      'a/LOUD.MD': 'Loud',
      'a/Mixed.MarkDown': 'Mixed',
      'notes.txt': 'Not Markdown',
      md: 'No ending',
      'page.mdx': 'Another format',
      'page.md.bak': 'A copy',
    });
    expect(pathsIn(root)).toEqual(['a/LOUD.MD', 'a/Mixed.MarkDown', 'a/b/c/deep.markdown', 'top.md']);
  });

  it('gives the bytes as they lie on the disk', () => {
    const bytes = Uint8Array.of(0xef, 0xbb, 0xbf, 0x61, 0x0d, 0x0a);
    expect(readFolder(temporaryFolder({ 'raw.md': bytes }))).toEqual([{ path: 'raw.md', bytes }]);
  });

  it('passes over hidden folders and node_modules at any depth without a word', () => {
    const root = temporaryFolder({
      'seen.md': 'Seen',
      '.git/hidden.md': 'Hidden',
      'node_modules/pkg/readme.md': 'Installed',
      'sub/.cache/hidden.md': 'Hidden',
      'sub/node_modules/readme.md': 'Installed',
      'sub/node_modules_of_mine/seen.md': 'Seen',
    });
    expect(unreadIn(root)).toEqual([]);
    expect(pathsIn(root)).toEqual(['seen.md', 'sub/node_modules_of_mine/seen.md']);
  });

  it('reads names that hold spaces, umlauts and brackets', () => {
    const root = temporaryFolder({ 'über uns/neue [seite].md': 'Text' });
    expect(pathsIn(root)).toEqual(['über uns/neue [seite].md']);
  });

  it('passes over a folder that is called like a Markdown file, but reads what is in it', () => {
    const root = temporaryFolder({ 'folder.md/inner.md': 'Inner' });
    expect([pathsIn(root), unreadIn(root)]).toEqual([['folder.md/inner.md'], []]);
  });
});

describe('what is never followed', () => {
  it('is part of the revision, as is a file that is too large', () => {
    const root = temporaryFolder({ 'good.md': 'Good' });
    const linked = temporaryFolder({ 'good.md': 'Good' });
    symlinkSync(join(root, 'good.md'), join(linked, 'link.md'));
    const large = temporaryFolder({ 'good.md': 'Good', 'large.md': 'x'.repeat(limits.fileSize + 1) });
    const same = temporaryFolder({ 'good.md': 'Good' });
    const [first, ...others] = [root, linked, large].map((folder) => buildSnapshot(folder).revision);
    expect(buildSnapshot(same).revision).toBe(first);
    expect(new Set([first, ...others]).size).toBe(3);
  });

  it('reports a symbolic link to a file and serves the rest', () => {
    const outside = temporaryFolder({ 'secret.md': 'Secret' });
    const root = temporaryFolder({ 'good.md': 'Good' });
    symlinkSync(join(outside, 'secret.md'), join(root, 'link.md'));
    expect(problemsBelow(root)).toEqual([{ code: 'file-not-regular', path: 'link.md', line: 1, column: 1 }]);
    expect(pathsIn(root)).toEqual(['good.md']);
  });

  it('reports a symbolic link to a folder and reads nothing in it', () => {
    const outside = temporaryFolder({ 'secret.md': 'Secret' });
    const root = temporaryFolder({ 'good.md': 'Good' });
    symlinkSync(outside, join(root, 'linked'));
    expect(problemsBelow(root)).toEqual([{ code: 'file-not-regular', path: 'linked', line: 1, column: 1 }]);
    expect(pathsIn(root)).toEqual(['good.md']);
  });

  it('comes to an end where a symbolic link leads back to the root', () => {
    const root = temporaryFolder({ 'good.md': 'Good' });
    symlinkSync(root, join(root, 'again'));
    expect(pathsIn(root)).toEqual(['good.md']);
  });

  it('reports a symbolic link that leads nowhere', () => {
    const root = temporaryFolder({ 'good.md': 'Good' });
    symlinkSync(join(root, 'missing.md'), join(root, 'dangling.md'));
    symlinkSync(join(root, 'missing.txt'), join(root, 'dangling.txt'));
    expect(problemsBelow(root)).toEqual([{ code: 'file-not-regular', path: 'dangling.md', line: 1, column: 1 }]);
  });

  it.skipIf(process.platform === 'win32')('reports a FIFO and does not wait for its writer', () => {
    const root = temporaryFolder({ 'good.md': 'Good' });
    execFileSync('mkfifo', [join(root, 'pipe.md')]);
    expect(problemsBelow(root)).toEqual([{ code: 'file-not-regular', path: 'pipe.md', line: 1, column: 1 }]);
    expect(pathsIn(root)).toEqual(['good.md']);
  });

  it('uses a root that is itself a symbolic link: its owner named it', () => {
    const root = temporaryFolder({ 'good.md': 'Good' });
    const link = join(temporaryFolder({}), 'content');
    symlinkSync(root, link);
    expect(pathsIn(link)).toEqual(['good.md']);
  });
});

describe('the size of a file', () => {
  it('reads a file of 1 MiB', () => {
    const root = temporaryFolder({ 'full.md': 'x'.repeat(limits.fileSize) });
    expect(limits.fileSize).toBe(1_048_576);
    expect([pathsIn(root), unreadIn(root)]).toEqual([['full.md'], []]);
  });

  it('reports a file of one byte more and serves the rest', () => {
    const root = temporaryFolder({ 'big.md': 'x'.repeat(limits.fileSize + 1), 'good.md': 'Good' });
    expect(unreadIn(root)).toEqual([
      {
        code: 'file-too-large',
        severity: 'error',
        message: 'expected at most 1048576 bytes, but the file has 1048577',
        hint: 'Split the document into several pages.',
        path: 'big.md',
        line: 1,
        column: 1,
      },
    ]);
    expect(pathsIn(root)).toEqual(['good.md']);
  });
});

describe('a root that cannot be used', () => {
  it('is told when it does not exist', () => {
    const root = join(temporaryFolder({}), 'nowhere');
    const message = `The content folder ${root} does not exist`;
    expect(rootError(root)).toEqual({ name: 'ContentRootError', code: 'ROOT_NOT_FOUND', message });
  });

  it('is told when it is a file', () => {
    const root = join(temporaryFolder({ 'page.md': 'Text' }), 'page.md');
    const message = `The content folder ${root} is not a folder`;
    expect(rootError(root)).toEqual({ name: 'ContentRootError', code: 'ROOT_NOT_A_FOLDER', message });
  });

  it('is told when a file stands in its way', () => {
    const root = join(temporaryFolder({ 'page.md': 'Text' }), 'page.md', 'content');
    expect(rootError(root)).toMatchObject({ name: 'ContentRootError', code: 'ROOT_NOT_FOUND' });
  });

  it.each<[string, Record<string, string>]>([
    ['empty', {}],
    ['without Markdown', { 'a/readme.txt': 'Text' }],
    ['with hidden Markdown only', { '.hidden/page.md': 'Text' }],
  ])('is told when it is %s', (_, files) => {
    const root = temporaryFolder(files);
    const message = `The content folder ${root} has no .md or .markdown file in it`;
    expect(rootError(root)).toEqual({ name: 'ContentRootError', code: 'ROOT_EMPTY', message });
  });

  it('is told when it holds nothing but empty folders', () => {
    const root = temporaryFolder({});
    mkdirSync(join(root, 'de/pages'), { recursive: true });
    expect(rootError(root)).toMatchObject({ code: 'ROOT_EMPTY' });
  });

  it('keeps the cause', () => {
    const root = join(temporaryFolder({}), 'nowhere');
    expect(() => buildSnapshot(root)).toThrow(
      expect.objectContaining({ cause: expect.objectContaining({ code: 'ENOENT' }) }),
    );
  });
});

describe('how bytes become text', () => {
  it.each<[string, string]>([
    ['LF', 'one\ntwo\n\nthree\n'],
    ['CRLF', 'one\r\ntwo\r\n\r\nthree\r\n'],
    ['CR', 'one\rtwo\r\rthree\r'],
    ['all three at once', 'one\r\ntwo\n\rthree\r\n'],
  ])('gives LF for line ends that are %s', (_, text) => {
    expect(pageOf(text).body).toBe('one\ntwo\n\nthree\n');
  });

  it('reads frontmatter with CRLF and counts its lines as an editor does', () => {
    const page = pageOf('---\r\ntitle: Lines\r\n---\r\n\r\n## Second\r\n');
    expect(page.frontmatter).toEqual({ title: 'Lines' });
    expect(page.sections.map(({ startLine }) => startLine)).toEqual([5]);
  });

  it('removes a byte order mark in front of frontmatter', () => {
    const page = pageOf('\uFEFF---\ntitle: Marked\n---\nText\n');
    expect([page.title, page.body]).toEqual(['Marked', 'Text\n']);
  });

  it('removes a byte order mark in front of a heading', () => {
    expect(pageOf('\uFEFF# Marked\n').headings).toEqual([{ text: 'Marked', anchor: 'marked', level: 1 }]);
  });

  it('replaces NUL by U+FFFD and says where the first one is', () => {
    expect(pageOf('First\nse\0cond\0\n').body).toBe('First\nse\uFFFDcond\uFFFD\n');
    expect(problemsOf('First\nse\0cond\0\n')).toEqual([{ code: 'file-nul', line: 2, column: 3 }]);
  });

  it.each<[string, Uint8Array, number, number]>([
    ['Latin-1', Uint8Array.from(Buffer.from('ok\nfür\n', 'latin1')), 2, 2],
    ['a cut-off character', Uint8Array.of(0x61, 0x0a, 0x0a, 0x62, 0xc3), 3, 2],
    ['UTF-16 with its mark', Uint8Array.from(Buffer.from('\uFEFFText', 'utf16le')), 1, 1],
    ['a wrong byte behind a real U+FFFD', Uint8Array.of(0xef, 0xbf, 0xbd, 0x61, 0xff), 1, 3],
    ['an overlong encoding', Uint8Array.of(0x61, 0xc0, 0xaf), 1, 2],
    ['half of a surrogate pair', Uint8Array.of(0x61, 0x62, 0xed, 0xa0, 0x80), 1, 3],
  ])('refuses %s and says where the text ends to be UTF-8', (_, bytes, line, column) => {
    expect(problemsOf(bytes)).toEqual([{ code: 'file-encoding', line, column }]);
  });
});
