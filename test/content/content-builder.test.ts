import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BuildOptions, defaultBuildOptions } from '../../src/content/build-options.ts';
import { createContentBuilder } from '../../src/content/content-builder.ts';
import type { AssetList } from '../../src/content/join/asset-finder.ts';
import type { Snapshot } from '../../src/content/snapshot.ts';
import { createUnderstanding, type UnderstoodSource } from '../../src/content/understand.ts';
import { collectGarbage } from '../support/collect-garbage.ts';
import { createEditedFolder, type Edit, type EditedFolder, randomEdits, randomPages } from '../support/random-edits.ts';
import { expectSameSnapshot, observed } from '../support/same-snapshot.ts';

const optionSets: readonly Partial<BuildOptions>[] = [
  {},
  { defaultLanguage: 'de', languages: ['de', 'en', 'fr'], fallbacks: { 'de-AT': ['en'], fr: ['de'] } },
  {
    origins: ['https://site.example'],
    collections: { news: { url: '/blog/:slug' } },
    routes: ['/ash*'],
    partners: { folder: 'partners', aliases: { 'Beta AG': ['oak', 'Beta'] } },
    severities: { 'link-broken': 'info', 'translation-missing': 'off' },
  },
];

const assets: fc.Arbitrary<AssetList | null> = fc.option(
  fc.subarray(['/oak.png', '/ash.png', '/oak.pdf', '/Oak.png']).map((paths) => {
    return { paths: new Set(paths), assetsPath: '/static', contentPath: '/content' };
  }),
);
/** Edits, and the assets where they change with them. */
const assetChange = fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: assets });
const step = fc.record({ edits: randomEdits, assets: assetChange });
const history = fc.array(step, { minLength: 1, maxLength: 12 });

test('a snapshot after any edits is what a fresh build of the served versions gives', { timeout: 120_000 }, () => {
  fc.assert(fc.property(fc.constantFrom(...optionSets), assets, randomPages, history, playAndCompare), {
    numRuns: 100,
  });
});

test('holds nothing of the snapshots before the last one, however often pages come and go', async () => {
  const understand = createUnderstanding(defaultBuildOptions);
  const sourceAt = (path: string): UnderstoodSource => understand({ path, bytes: Buffer.from('# Page\n') });
  const builder = createContentBuilder(defaultBuildOptions, { sources: [sourceAt('en/a.md')], removed: [] });
  const languages = [1, 2, 3, 4].map((count) => {
    builder.apply({ sources: [sourceAt(`en/b-${count}.md`)], removed: [`en/b-${count - 1}.md`] });
    return new WeakRef(builder.current().languages);
  });
  await collectGarbage();
  expect(languages.map((each) => each.deref()?.length)).toEqual([undefined, undefined, undefined, 1]);
});

type Pages = Parameters<typeof createEditedFolder>[0];
type Steps = readonly { readonly edits: readonly Edit[]; readonly assets: AssetList | null | undefined }[];

function playAndCompare(given: Partial<BuildOptions>, firstAssets: AssetList | null, pages: Pages, steps: Steps): void {
  const options = { ...defaultBuildOptions, ...given };
  const folder = createEditedFolder(pages);
  const model = createModel(folder, { options, assets: firstAssets });
  const builder = createContentBuilder(options, { sources: model.disk(), removed: [], assets: firstAssets });
  expectSameSnapshot(builder.current(), model.served());
  const handedOut: { readonly snapshot: Snapshot; readonly facts: unknown }[] = [];

  for (const { edits, assets } of steps) {
    const before = builder.current();
    handedOut.push({ snapshot: before, facts: observed(before) });
    const { written, removed } = folder.edit(edits);
    const sources = model.take({ written, removed, assets });
    const { snapshot, hasChanged, refused } = builder.apply({
      sources,
      removed,
      ...(assets !== undefined && { assets }),
    });

    expectSameSnapshot(snapshot, model.served());
    expect(refused).toEqual(model.refused());
    expect(builder.current()).toBe(snapshot);
    expect(hasChanged).toBe(snapshot.revision !== before.revision);
    expect(snapshot === before).toBe(!hasChanged);
  }
  for (const { snapshot, facts } of handedOut) expect(observed(snapshot)).toStrictEqual(facts);
}

interface ModelUpdate {
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly assets: AssetList | null | undefined;
}

/** What a builder is to serve, in the simplest way: everything is made anew, each time. */
function createModel(
  folder: EditedFolder,
  first: { readonly options: BuildOptions; readonly assets: AssetList | null },
) {
  const understand = createUnderstanding(first.options);
  const onDisk = new Map(folder.paths().map((path) => [path, understand(folder.entryAt(path))]));
  const lastGood = new Map(onDisk);
  let { assets } = first;
  const snapshotWith = (sources: ReadonlyMap<string, UnderstoodSource>): Snapshot =>
    createContentBuilder(first.options, { sources: [...sources.values()], removed: [], assets }).current();

  function put(path: string): UnderstoodSource {
    const source = understand(folder.entryAt(path));
    onDisk.set(path, source);
    if (source.understood !== null || (lastGood.get(path)?.understood ?? null) === null) lastGood.set(path, source);
    return source;
  }

  return {
    disk: () => [...onDisk.values()],
    served: () => snapshotWith(lastGood),
    refused() {
      const files = new Map([...onDisk.values()].flatMap((source) => heldBackFile(source, lastGood)));
      return files.size === 0 ? null : { revision: snapshotWith(onDisk).revision, files };
    },
    /** Takes changes of the folder in, and gives what was written as a builder wants it. */
    take({ written, removed, assets: changedAssets }: ModelUpdate): readonly UnderstoodSource[] {
      if (changedAssets !== undefined) assets = changedAssets;
      for (const path of removed) for (const versions of [onDisk, lastGood]) versions.delete(path);
      return written.map(put);
    },
  };
}

function heldBackFile(source: UnderstoodSource, lastGood: ReadonlyMap<string, UnderstoodSource>) {
  const isServed = lastGood.get(source.path) === source;
  return isServed ? [] : [[source.path, source.diagnostics] as const];
}
