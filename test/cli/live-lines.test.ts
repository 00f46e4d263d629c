import { describe, expect, test } from 'vitest';
import { liveLines } from '../../src/cli/live-lines.ts';
import { createDiagnostic } from '../../src/content/diagnostic.ts';
import type { LiveEvent } from '../../src/content/live/live-event.ts';

const context = {
  folders: { root: '/site/content', assets: '/srv/static' },
  request: { folder: null, config: null, workingFolder: '/site' },
  revision: '91c0aaaa',
};
const linesOf = (event: LiveEvent): readonly string[] => liveLines(event, context);

const published = {
  kind: 'published',
  before: '91c0aaaa',
  revision: '7b3ebbbb',
  changed: [],
  added: [],
  removed: [],
  appeared: [],
  withdrawn: [],
  haveAssetsChanged: false,
  milliseconds: 11.6,
} as const;

const broken = createDiagnostic({
  code: 'frontmatter-yaml',
  path: 'de/network.md',
  message: 'expected YAML, but found: a tab',
  at: { line: 4, column: 7 },
});

describe('what is published is told', () => {
  test.each<[Partial<typeof published> | object, string]>([
    [{ changed: ['de/a.md'] }, 'content/de/a.md changed'],
    [{ added: ['de/\u001ba.md'] }, 'content/de/\\u001ba.md added'],
    [
      { changed: ['a.md', 'b.md'], added: ['c.md'], removed: ['d.md', 'e.md', 'f.md'] },
      '2 files changed, content/c.md added, 3 files removed',
    ],
    [{ haveAssetsChanged: true }, 'assets changed'],
    [{ appeared: ['a.md'], withdrawn: ['b.md', 'c.md'] }, 'content/a.md published, 2 files withdrawn'],
  ])('with what changed: %j', (given, expected) => {
    expect(linesOf({ ...published, ...given })).toEqual([`revision 91c0 -> 7b3e: ${expected} in 12 ms`]);
  });
});

test('problems are told as at the start', () => {
  expect(linesOf({ kind: 'problems', diagnostics: [broken] })).toEqual([
    'de/network.md:4:7 error expected YAML, but found: a tab [frontmatter-yaml]',
  ]);
});

test('a change of what is hidden is told without a revision', () => {
  expect(linesOf({ kind: 'hidden', changed: ['a.md'], added: ['b.md', 'c.md'], removed: [] })).toEqual([
    'not published: content/a.md changed, 2 files added',
  ]);
});

test('a change of the preview is told to nobody: whoever it is for sees it', () => {
  const paths = { changed: ['a.md'], removed: [] };
  expect(linesOf({ kind: 'previewed', ...paths, haveAssetsChanged: false })).toEqual([]);
});

describe('what is not published is told', () => {
  const files = [['de/network.md', [broken]] as const];
  const refused = { kind: 'refused', refused: '4f2acccc', revision: '91c0aaaa', files } as const;

  test('with the place and the problem', () => {
    expect(linesOf(refused)).toEqual([
      'revision 4f2a refused for content/de/network.md:4:7 expected YAML, but found: a tab; still serving 91c0',
    ]);
  });

  test('with the number of the others where there are several', () => {
    const several = [...files, ['x.md', [broken]] as const, ['y.md', [broken]] as const];
    expect(linesOf({ ...refused, files: several })).toEqual([
      'revision 4f2a refused for content/de/network.md:4:7 expected YAML, but found: a tab and 2 more; still serving 91c0',
    ]);
  });

  test('with the error rather than a warning above it', () => {
    const warning = { ...broken, line: 1, severity: 'warning' } as const;
    const [line] = linesOf({ ...refused, files: [['de/network.md', [warning, broken]]] });
    expect(line).toContain('content/de/network.md:4:7 ');
  });
});

describe('everything else is told in a line', () => {
  test.each<[LiveEvent, string]>([
    [{ kind: 'mended', revision: '91c0aaaa', paths: ['a.md'] }, 'content/a.md mended; still serving 91c0'],
    [{ kind: 'mended', revision: '91c0aaaa', paths: ['a.md', 'b.md'] }, '2 files mended; still serving 91c0'],
    [
      { kind: 'folder-lost', folder: { of: 'content', path: '' }, reason: 'ENOENT' },
      'content cannot be read (ENOENT); still serving 91c0',
    ],
    [{ kind: 'folder-back', folder: { of: 'content', path: 'de' } }, 'content/de can be read again'],
    [{ kind: 'folder-back', folder: { of: 'assets', path: '' } }, '/srv/static can be read again'],
    [
      { kind: 'hints-lost', code: 'ENOSPC' },
      'the system watches no more folders (ENOSPC): changes are found by looking at all files, every few seconds; raise fs.inotify.max_user_watches with sysctl to be faster',
    ],
  ])('%j', (event, line) => {
    expect(linesOf(event)).toEqual([line]);
  });

  test('but for an error that nobody foresaw, which is told with its stack', () => {
    const error = new Error('surprise');
    expect(linesOf({ kind: 'failed', error })).toEqual([
      'a change could not be taken in: surprise; still serving 91c0',
      ...(error.stack ?? '').split('\n').slice(1),
    ]);
  });
});
