import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CacheDisk, systemDisk } from '../../../src/content/cache/cache-disk.ts';
import { cacheFileOf } from '../../../src/content/cache/cache-location.ts';
import { temporaryFolder } from '../support.ts';
import { cacheFile, fileOf, memoryDisk, openCache } from './support.ts';

const page = fileOf('en/a.md', '# A\n');
const nextPage = fileOf('en/b.md', '# B\n');

const failure = (code: string): Error => Object.assign(new Error(`${code}: it failed`), { code });
const refuse = (code: string) => async (): Promise<never> => {
  throw failure(code);
};

/** Half of it is written when the disk is full. */
const diskFull: CacheDisk['write'] = async (_file, chunks) => {
  for (const _chunk of chunks) throw failure('ENOSPC');
};

describe('a disk that does not keep a parse cache', () => {
  test.each<[string, Partial<CacheDisk>, string]>([
    ['is full', { write: diskFull }, 'ENOSPC'],
    ['has no room for a folder', { makeFolder: refuse('ENOSPC') }, 'ENOSPC'],
    ['is read-only', { makeFolder: refuse('EROFS') }, 'EROFS'],
    ['has a file where the folder should be', { makeFolder: refuse('EEXIST'), read: refuseNow('ENOTDIR') }, 'ENOTDIR'],
    ['allows nothing', { makeFolder: refuse('EACCES'), read: refuseNow('EACCES') }, 'EACCES'],
    ['loses the folder', { write: refuse('ENOENT') }, 'ENOENT'],
    ['does not replace the file', { rename: refuse('EPERM') }, 'EPERM'],
    ['does not even remove what was begun', { rename: refuse('EIO'), remove: refuse('EIO') }, 'EIO'],
  ])('%s: everything is understood, and one line is told', async (_name, failing, code) => {
    const cache = openCache({ disk: memoryDisk(failing) });
    const titles = [page, nextPage].map((file) => cache.understand(file).understood?.document.title);
    await cache.save();
    cache.understand(fileOf('en/c.md', '# C\n'));
    await cache.save();
    await cache.close();
    expect(titles).toEqual(['A', 'B']);
    expect(cache.warnings).toEqual([
      `the parse cache ${cacheFile} cannot be used (${code}): the next start parses everything`,
    ]);
  });

  test('leaves nothing behind when it is full', async () => {
    const disk = memoryDisk({ rename: refuse('ENOSPC') });
    const cache = openCache({ disk });
    cache.understand(page);
    await cache.save();
    expect([...disk.files.keys()]).toEqual([]);
  });

  test('is tried again at the end, and told again only after it worked', async () => {
    let isFull = true;
    const works = memoryDisk();
    const disk = memoryDisk({
      ...works,
      write: (file, chunks) => (isFull ? diskFull(file, chunks) : works.write(file, chunks)),
    });
    const cache = openCache({ disk });
    cache.understand(page);
    await cache.save();
    isFull = false;
    await cache.close();
    const again = openCache({ disk });
    again.understand(page);
    expect([cache.warnings.length, again.parsed]).toEqual([1, []]);
    isFull = true;
    cache.understand(nextPage);
    await cache.save();
    expect(cache.warnings.length).toBe(2);
  });
});

describe('a parse cache on a real disk', () => {
  test('is one file, which the next run knows, and which only its owner can read', async () => {
    const file = join(temporaryFolder({}), 'deep/er/0000000000000000.cache');
    const cache = openCache({ disk: systemDisk, file });
    cache.understand(page);
    await cache.save();
    const again = openCache({ disk: systemDisk, file });
    again.understand(page);
    expect(again.parsed).toEqual([]);
    expect(readdirSync(dirname(file))).toEqual(['0000000000000000.cache']);
    expect([file, dirname(file)].map((each) => statSync(each).mode & 0o777)).toEqual([0o600, 0o700]);
    expect([...cache.warnings, ...again.warnings]).toEqual([]);
  });

  test.each([
    ['a file in the place of its folder', (file: string) => writeFileSync(dirname(file), 'mine'), 'ENOTDIR'],
    ['a folder in its own place', (file: string) => mkdirSync(file, { recursive: true }), 'not a regular file'],
  ])('copes with %s', async (_name, put, reason) => {
    const file = join(temporaryFolder({}), 'caches/0000000000000000.cache');
    put(file);
    const cache = openCache({ disk: systemDisk, file });
    const { understood } = cache.understand(page);
    await cache.save();
    expect(understood?.document.title).toBe('A');
    expect(cache.warnings).toEqual([
      `the parse cache ${file} cannot be used (${reason}): the next start parses everything`,
    ]);
  });

  test('comes back when its folder vanishes', async () => {
    const file = join(temporaryFolder({}), 'caches/0000000000000000.cache');
    const cache = openCache({ disk: systemDisk, file });
    cache.understand(page);
    await cache.save();
    rmSync(dirname(file), { recursive: true });
    cache.understand(nextPage);
    await cache.save();
    expect(openCache({ disk: systemDisk, file }).understand(page).understood?.document.title).toBe('A');
    expect(cache.warnings).toEqual([]);
  });

  test('is whole, whoever else writes it', async () => {
    const file = join(temporaryFolder({}), '0000000000000000.cache');
    const caches = [page, nextPage].map((own) => {
      const cache = openCache({ disk: systemDisk, file });
      for (let index = 0; index < 50; index++) cache.understand(fileOf(`en/${index}.md`, `# Page ${index}\n`));
      cache.understand(own);
      return cache;
    });
    await Promise.all(caches.map((cache) => cache.save()));
    const reader = openCache({ disk: systemDisk, file });
    for (let index = 0; index < 50; index++) reader.understand(fileOf(`en/${index}.md`, `# Page ${index}\n`));
    expect([reader.parsed, reader.warnings]).toEqual([[], []]);
    expect(readdirSync(dirname(file))).toEqual(['0000000000000000.cache']);
  });

  test('removes what nobody has used for long from its folder, and nothing else', async () => {
    const names = [
      '1111111111111111.cache',
      '2222222222222222.cache',
      '1111111111111111.cache.x.tmp',
      'notes.cache',
      'x.tmp',
    ];
    const folder = temporaryFolder(Object.fromEntries(names.map((name) => [name, name])));
    for (const name of names.filter((each) => !each.startsWith('2'))) utimesSync(join(folder, name), 0, 0);
    const cache = openCache({
      disk: systemDisk,
      file: join(folder, '0000000000000000.cache'),
      clock: { after: () => () => {}, wallTime: () => Date.now() },
    });
    cache.understand(page);
    await cache.save();
    expect(readdirSync(folder).sort()).toEqual([
      '0000000000000000.cache',
      '2222222222222222.cache',
      'notes.cache',
      'x.tmp',
    ]);
    expect(readFileSync(join(folder, 'notes.cache'), 'utf8')).toBe('notes.cache');
  });

  test('counts as used when it is read', async () => {
    const file = join(temporaryFolder({}), '0000000000000000.cache');
    const cache = openCache({ disk: systemDisk, file });
    cache.understand(page);
    await cache.save();
    utimesSync(file, 0, 0);
    openCache({ disk: systemDisk, file });
    expect(statSync(file).mtimeMs).toBeGreaterThan(0);
  });

  test('has a name of its own for every content root', () => {
    const root = temporaryFolder({ 'a/x.md': '', 'b/x.md': '' });
    const [a, b, again] = ['a', 'b', 'b/../a'].map((name) => cacheFileOf('/caches', join(root, name)));
    expect(a).toMatch(/^\/caches\/[0-9a-f]{16}\.cache$/);
    expect([a === b, a === again]).toEqual([false, true]);
    symlinkSync(join(root, 'a'), join(root, 'link'));
    expect(cacheFileOf('/caches', join(root, 'link'))).toBe(a);
    expect(cacheFileOf('/caches', join(root, 'gone'))).not.toBe(a);
  });
});

function refuseNow(code: string): () => never {
  return () => {
    throw failure(code);
  };
}

test.skipIf(process.platform !== 'linux')(
  'a folder in which the system lets nobody make one is told, not tried for ever',
  async () => {
    await expect(systemDisk.makeFolder('/proc/nowhere/cache')).rejects.toThrow('ENOENT');
  },
);
