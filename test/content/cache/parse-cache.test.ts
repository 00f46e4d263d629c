import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultBuildOptions } from '../../../src/content/build-options.ts';
import { createContentBuilder } from '../../../src/content/content-builder.ts';
import { createDiagnostic } from '../../../src/content/diagnostic.ts';
import { createDocumentPool } from '../../../src/content/pack/document-pool.ts';
import { alwaysPublished } from '../../../src/content/publication.ts';
import { createUnderstanding } from '../../../src/content/understand.ts';
import { expectSameSnapshot } from '../../support/same-snapshot.ts';
import { anyFile } from '../pack/random-documents.ts';
import { cacheFile, fileOf, freshSnapshot, manualClock, memoryDisk, openCache, plain } from './support.ts';

const site = [
  fileOf('en/index.md', '---\ntitle: Home\n---\n\n# Home\n\n[Network](network.md), [nowhere](missing.md)\n'),
  fileOf(
    'en/network.md',
    '# Network\n\n## Partners\n\n- [Oak](https://oak.example): grows\n- [Ash](https://ash.example)\n',
  ),
  fileOf(
    'de/network.md',
    '---\r\ntitle: Netzwerk\r\n---\r\n\r\n# Netzwerk\r\n\r\n## Ziele\r\n\r\n- Gr\u00f6\u00dfer \u{1f331}\r\n',
  ),
  fileOf('de/broken.md', '---\ntitle: [\n---\n'),
  fileOf('de/empty.md', ''),
  fileOf('de/draft.md', '---\ndraft: true\n---\n\nText\n'),
  fileOf('de/later.md', '---\npublishAt: 2026-11-23\nexpireAt: 2026-12-23\n---\n\nText\n'),
  fileOf('de/broken-draft.md', '---\ntitle: [\ndraft: true\n---\n'),
];
const [home = fileOf('', ''), network = fileOf('', '')] = site;

/** A disk with the cache of these files. */
async function diskOf(files = site) {
  const disk = memoryDisk();
  const cache = openCache({ disk });
  for (const file of files) cache.understand(file);
  await cache.save();
  return disk;
}

describe('a parse cache', () => {
  test('knows after a restart what every file holds', async () => {
    const disk = await diskOf();
    const cache = openCache({ disk });
    const understand = createUnderstanding(defaultBuildOptions);
    for (const file of site) expect(plain(cache.understand(file))).toEqual(plain(understand(file)));
    expect(cache.parsed).toEqual([]);
    expect(cache.warnings).toEqual([]);
  });

  test('knows everything that was told of a file', async () => {
    const disk = memoryDisk();
    const place = { line: 3, column: 7 };
    const diagnostics = [
      createDiagnostic({ code: 'link-empty', path: home.path, message: 'half of \ud83c', hint: 'Mend it.', at: place }),
      createDiagnostic({ code: 'link-empty', path: 'en/other.md', message: 'elsewhere' }),
    ];
    const understand = ({ path }: { readonly path: string }) => ({
      path,
      digest: createHash('sha256').update(home.bytes).digest('base64url'),
      understood: null,
      publication: alwaysPublished,
      diagnostics,
    });
    const cache = openCache({ disk, understand });
    cache.understand(home);
    await cache.save();
    const again = openCache({ disk, understand });
    expect(again.understand(home).diagnostics).toEqual(diagnostics);
    expect(again.understand(home).diagnostics.every((diagnostic) => Object.isFrozen(diagnostic))).toBe(true);
    expect(again.parsed).toEqual([]);
  });

  test('gives the snapshot that a fresh start gives', async () => {
    const cache = openCache({ disk: await diskOf() });
    const sources = site.map(cache.understand);
    const snapshot = createContentBuilder(defaultBuildOptions, { sources, removed: [], assets: null }).current();
    expectSameSnapshot(snapshot, freshSnapshot(site));
    expect(snapshot.revision).toBe(freshSnapshot(site).revision);
    expect(cache.parsed).toEqual([]);
  });

  test('gives the snapshot that a fresh start gives, whatever the files hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyFile, { minLength: 1, maxLength: 4 }), async (contents) => {
        const files = contents.map((bytes, index) => ({
          path: `${index % 2 === 0 ? 'en' : 'de'}/page.${index}.md`,
          bytes,
        }));
        const cache = openCache({ disk: await diskOf(files), pool: createDocumentPool({ maximumBytes: 0 }) });
        const sources = files.map(cache.understand);
        const builder = createContentBuilder(defaultBuildOptions, { sources, removed: [], assets: null });
        expectSameSnapshot(builder.current(), freshSnapshot(files));
        expect(cache.parsed).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  test('parses what has other bytes, and what lies at another path', async () => {
    const cache = openCache({ disk: await diskOf() });
    const changed = fileOf(home.path, '# Home again\n');
    const moved = fileOf('en/moved.md', network.bytes.toString());
    for (const file of [changed, moved, network]) cache.understand(file);
    expect(cache.parsed).toEqual(['en/index.md', 'en/moved.md']);
    expect(cache.understand(changed).understood?.document.title).toBe('Home again');
    expect(cache.understand(moved).understood?.document.path).toBe('en/moved.md');
  });

  test('holds what it was asked for within a run, too', () => {
    const cache = openCache({ disk: memoryDisk() });
    const first = cache.understand(home);
    expect(cache.understand(fileOf(home.path, home.bytes.toString()))).toBe(first);
    expect(cache.parsed).toEqual(['en/index.md']);
  });

  test('of another version or configuration is written anew without a word', async () => {
    const disk = await diskOf();
    const key = Buffer.alloc(32, 2);
    const other = openCache({ disk, key });
    other.understand(home);
    expect(other.parsed).toEqual(['en/index.md']);
    await other.save();
    expect(openCacheAndAsk({ disk, key }).parsed).toEqual([]);
    expect(other.warnings).toEqual([]);
  });

  test('does not remember what cannot be read, or failed for reasons that nobody foresaw', async () => {
    const disk = memoryDisk();
    const problem = createDiagnostic({ code: 'file-unreadable', path: 'en/a.md', message: 'could not be read' });
    const failed = createDiagnostic({ code: 'document-failed', path: 'en/index.md', message: 'failed' });
    const cache = openCache({
      disk,
      understand: ({ path }) => ({
        path,
        digest: '',
        understood: null,
        publication: alwaysPublished,
        diagnostics: [failed],
      }),
    });
    cache.understand({ path: 'en/a.md', problem });
    cache.understand(home);
    await cache.save();
    expect(disk.writes()).toBe(0);
    expect(openCacheAndAsk({ disk }).parsed).toEqual(['en/index.md']);
  });

  test('forgets files that are gone, and those that an earlier run knew', async () => {
    const disk = await diskOf();
    const size = (): number => disk.files.get(cacheFile)?.length ?? 0;
    const before = size();
    const cache = openCache({ disk });
    cache.understand(home);
    cache.understand(network);
    await cache.save();
    const ofTwo = size();
    cache.forget(network.path);
    await cache.save();
    expect([before > ofTwo, ofTwo > size()]).toEqual([true, true]);
    expect(openCacheAndAsk({ disk }).parsed).toEqual([]);
    const again = openCache({ disk });
    again.understand(network);
    expect(again.parsed).toEqual(['en/network.md']);
  });

  test('keeps what was not asked for yet when it is closed during a build', async () => {
    const disk = await diskOf();
    const cache = openCache({ disk });
    cache.understand(fileOf('en/new.md', 'new'));
    await cache.close();
    const again = openCache({ disk });
    for (const file of site) again.understand(file);
    expect(again.parsed).toEqual([]);
  });

  test('leaves out what is beyond its bound', async () => {
    const disk = memoryDisk();
    const cache = openCache({ disk, maximumBytes: 1000 });
    for (let index = 0; index < 50; index++) cache.understand(fileOf(`en/${index}.md`, `# Page ${index}\n`));
    await cache.save();
    const again = openCache({ disk });
    for (let index = 0; index < 50; index++) again.understand(fileOf(`en/${index}.md`, `# Page ${index}\n`));
    expect(disk.files.get(cacheFile)?.length).toBeLessThanOrEqual(1000);
    expect(again.parsed.length).toBeGreaterThan(30);
    expect(again.parsed.length).toBeLessThan(50);
    expect(again.warnings).toEqual([]);
  });
});

describe('a parse cache is written', () => {
  test('a while after the first change, and then again after a pause', async () => {
    const disk = memoryDisk();
    const clock = manualClock();
    const cache = openCache({ disk, clock });
    const steps: number[] = [];
    for (const [path, milliseconds] of [
      ['a', 1999],
      ['b', 1],
      ['c', 29_999],
      ['d', 1],
      ['e', 29_999],
    ] as const) {
      cache.understand(fileOf(`en/${path}.md`, path));
      clock.pass(milliseconds);
      await written();
      steps.push(disk.writes());
    }
    expect(steps).toEqual([0, 1, 1, 2, 2]);
    await cache.close();
    expect(disk.writes()).toBe(3);
  });

  test('only when something has changed', async () => {
    const disk = await diskOf();
    const cache = openCache({ disk });
    for (const file of site) cache.understand(file);
    await cache.save();
    await cache.close();
    expect(disk.writes()).toBe(1);
  });
});

/** A cache that was asked for the first file. */
function openCacheAndAsk(context: Parameters<typeof openCache>[0]) {
  const cache = openCache(context);
  cache.understand(home);
  return cache;
}

/** Once everything that waits in memory had its turn. */
const written = () => new Promise((resolve) => setImmediate(resolve));
