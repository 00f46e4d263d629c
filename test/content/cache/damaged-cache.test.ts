import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultBuildOptions } from '../../../src/content/build-options.ts';
import { createUnderstanding, type UnderstoodSource } from '../../../src/content/understand.ts';
import { cacheFile, fileOf, memoryDisk, openCache, plain } from './support.ts';

const files = [
  fileOf(
    'en/a.md',
    '---\ntitle: A\ntags: [x, 1]\n---\n\n# A\n\n## B\n\n[c](/c) ![d](d.png)\n\n- one\n- two\n- three\n',
  ),
  fileOf('en/b.md', '---\ntitle: [\n---\n'),
];
const fresh = new Map<string, UnderstoodSource>(
  files.map((file) => [file.path, createUnderstanding(defaultBuildOptions)(file)]),
);
const understand = ({ path }: { readonly path: string }): UnderstoodSource => {
  const source = fresh.get(path);
  if (source === undefined) throw new Error(`expected one of the files, but got: ${path}`);
  return source;
};

async function cacheBytes(): Promise<Buffer> {
  const disk = memoryDisk();
  const cache = openCache({ disk, understand });
  for (const file of files) cache.understand(file);
  await cache.save();
  return disk.files.get(cacheFile) ?? Buffer.alloc(0);
}

/** What a cache with these bytes gives, and what it tells. */
function outcomeOf(bytes: Buffer) {
  const disk = memoryDisk();
  disk.files.set(cacheFile, bytes);
  const cache = openCache({ disk, understand });
  const found = files.map((file) => plain(cache.understand(file)));
  return { found, parsed: cache.parsed, warnings: cache.warnings };
}

const expected = [...fresh.values()].map(plain);
const damaged = {
  found: expected,
  parsed: files.map(({ path }) => path),
  warnings: [`the parse cache ${cacheFile} is damaged: everything is parsed, and it is written anew`],
};

describe('a damaged parse cache', () => {
  test('is ignored with one line, wherever it is cut off', async () => {
    const bytes = await cacheBytes();
    expect(outcomeOf(bytes)).toEqual({ found: expected, parsed: [], warnings: [] });
    for (let length = 0; length < bytes.length; length++) {
      expect(outcomeOf(bytes.subarray(0, length)), `cut off after ${length} bytes`).toEqual(damaged);
    }
  });

  test('is ignored with one line, whatever bits of it are turned round', async () => {
    const bytes = await cacheBytes();
    const bits = fc.uniqueArray(fc.nat(bytes.length * 8 - 1), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(bits, (places) => {
        const flipped = Buffer.from(bytes);
        for (const place of places) flipped[place >> 3] = (flipped[place >> 3] ?? 0) ^ (1 << (place & 7));
        expect(outcomeOf(flipped)).toEqual(damaged);
      }),
      { numRuns: 1000 },
    );
  });

  test('is ignored with one line when it is something else altogether', async () => {
    const bytes = await cacheBytes();
    for (const other of [Buffer.from('hello'), Buffer.alloc(100_000), Buffer.concat([bytes, bytes])]) {
      expect(outcomeOf(other)).toEqual(damaged);
    }
  });

  test('is written anew', async () => {
    const disk = memoryDisk();
    disk.files.set(cacheFile, Buffer.from('garbage'));
    const cache = openCache({ disk, understand });
    for (const file of files) cache.understand(file);
    await cache.save();
    expect(disk.files.get(cacheFile)).toEqual(await cacheBytes());
    expect(cache.warnings).toEqual(damaged.warnings);
  });
});
