import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BuildOptions, defaultBuildOptions } from '../../src/content/build-options.ts';
import { snapshotOfSources } from '../../src/content/build-snapshot.ts';
import type { Diagnostic } from '../../src/content/diagnostic.ts';
import { createContentBuilder } from '../../src/content/content-builder.ts';
import { isPublished } from '../../src/content/publication.ts';
import type { Snapshot } from '../../src/content/snapshot.ts';
import { createUnderstanding, type UnderstoodSource } from '../../src/content/understand.ts';
import { snapshotWith } from '../support/content.ts';
import { createEditedFolder, type Edit, type EditedFolder, randomEdits, randomPages } from '../support/random-edits.ts';
import { expectSameSnapshot } from '../support/same-snapshot.ts';

const options: BuildOptions = { ...defaultBuildOptions, partners: { folder: 'partners', aliases: { oak: ['ash'] } } };
const hour = 3_600_000;
const start = Date.parse('2026-01-01T00:00Z');

/** Times of one day in several forms, and what is none. */
const time = fc
  .tuple(fc.nat({ max: 20 }), fc.constantFrom(':00Z', ':00', ':00:00.000+00:00', ':00 -0000', " o'clock"))
  .map(([hours, rest]) => `2026-01-01T${String(hours).padStart(2, '0')}${rest}`);
const field: fc.Arbitrary<readonly [key: string, value: string | null]> = fc.oneof(
  fc.tuple(fc.constant('draft'), fc.constantFrom('true', 'false', 'perhaps', null)),
  fc.tuple(fc.constantFrom('publishAt', 'expireAt', 'publish_at'), fc.option(time, { freq: 3 })),
);
/** Of one of the files that are there: which of them follows from the length of the path. */
const publicationEdit: fc.Arbitrary<Edit> = fc.tuple(fc.nat({ max: 12 }), field).map(([length, [key, value]]) => {
  return { kind: 'field', path: '?'.repeat(length + 1), key, value };
});
const edits = fc.tuple(fc.array(publicationEdit, { maxLength: 4 }), fc.option(randomEdits)).map(([own, others]) => {
  return [...own, ...(others ?? [])];
});
const step = fc.record({ edits, hours: fc.constantFrom(0, 0, 1, 2, 3, -1) });
const history = fc.array(step, { minLength: 1, maxLength: 12 });
type Steps = readonly { readonly edits: readonly Edit[]; readonly hours: number }[];
type Pages = Parameters<typeof createEditedFolder>[0];

describe('a snapshot for the public', () => {
  test('is that of the folder without the hidden files, whatever was edited and however late it is', {
    timeout: 120_000,
  }, () => {
    fc.assert(fc.property(randomPages, history, playAndCompare), { numRuns: 50 });
  });

  test('is that of the folder without the hidden files when it is built at once', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(randomPages, fc.array(publicationEdit, { minLength: 1, maxLength: 9 }), (pages, own) => {
        const folder = createEditedFolder(pages);
        folder.edit(own);
        const understand = createUnderstanding(options);
        const entries = folder.paths().map(folder.entryAt);
        const isVisible = (entry: (typeof entries)[number]) => isPublished(understand(entry).publication, start);
        const found = snapshotOfSources({ entries, assets: null }, options, { now: () => new Date(start) });
        const visible = entries.filter(isVisible);
        expectSameSnapshot(
          found,
          snapshotOfSources({ entries: visible, assets: null }, options, { view: 'everything' }),
        );
      }),
      { numRuns: 50 },
    );
  });

  test('tells nothing of a hidden file in what is wrong with others', () => {
    const files = {
      'en/a.md': '[x](/secrets)\n',
      'en/secret.md': '---\ndraft: true\ntranslationKey: k\n---\n[nowhere](/nowhere)\n',
      'en/secret-conflict.md': '---\ndraft: true\n---\n<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> theirs\n',
    };
    const tell = ({ path, code, message, hint }: Diagnostic): string => `${path} ${code} ${message} ${hint}`;
    expect(snapshotWith(files).diagnostics.map(tell)).toEqual([
      expect.stringMatching(/^en\/a\.md link-broken .*"\/secrets"(?!.*Did you mean)/),
    ]);
    const everything = snapshotWith(files, options, { view: 'everything' }).diagnostics.map(tell).join('\n');
    expect(everything).toMatch(/Did you mean "\/secret"\?/);
    expect(everything).toContain('secret-conflict.md body-conflict');
  });
});

function playAndCompare(pages: Pages, steps: Steps): void {
  const folder = createEditedFolder(pages);
  const model = createModel(folder);
  let instant = start;
  const now = () => new Date(instant);
  const first = { sources: model.disk(), removed: [], assets: null };
  const published = createContentBuilder(options, first, { now });
  const everything = createContentBuilder(options, first, { view: 'everything' });
  for (const { edits: own, hours } of steps) {
    instant += hours * hour;
    const before = { shown: new Set(published.sources().keys()), hidden: new Set(published.hidden().keys()) };
    const { written, removed } = folder.edit(own);
    const update = { sources: model.take(written, removed), removed };
    const result = published.apply(update);
    everything.apply(update);

    expectSameSnapshot(result.snapshot, model.published(instant));
    expectSameSnapshot(everything.current(), model.everything());
    const shown = model.shownPaths(instant);
    expect([...published.sources().keys()].sort()).toEqual(shown);
    expect(result.published.toSorted()).toEqual(shown.filter((path) => before.hidden.has(path)));
    const hidden = model.hiddenPaths(instant);
    expect([...published.hidden().keys()].sort()).toEqual(hidden);
    expect(result.withdrawn.toSorted()).toEqual(hidden.filter((path) => before.shown.has(path)));
    expect(result.refused?.revision ?? null).toBe(model.refusedRevision(instant));
    const next = Math.min(published.nextChangeAt() ?? Infinity, instant + 24 * hour);
    expect(model.shownPaths(next - 1)).toEqual(shown);
  }
}

/** What is to be there, in the simplest way: everything is made anew, each time. */
function createModel(folder: EditedFolder) {
  const understand = createUnderstanding(options);
  const onDisk = new Map(folder.paths().map((path) => [path, understand(folder.entryAt(path))]));
  const lastGood = new Map(onDisk);
  const snapshotWithAll = (sources: readonly UnderstoodSource[]): Snapshot =>
    createContentBuilder(options, { sources, removed: [], assets: null }, { view: 'everything' }).current();
  /** Both the version that is served and a broken one in its place have to be meant for the public. */
  const isShown = (path: string, instant: number): boolean =>
    [lastGood, onDisk].every((versions) => {
      const publication = versions.get(path)?.publication;
      return publication !== undefined && isPublished(publication, instant);
    });
  const pathsWith = (wanted: boolean, instant: number) =>
    [...lastGood.keys()].filter((path) => isShown(path, instant) === wanted).sort();

  function put(path: string): UnderstoodSource {
    const source = understand(folder.entryAt(path));
    onDisk.set(path, source);
    if (source.understood !== null || (lastGood.get(path)?.understood ?? null) === null) lastGood.set(path, source);
    return source;
  }

  return {
    disk: () => [...onDisk.values()],
    shownPaths: (instant: number) => pathsWith(true, instant),
    hiddenPaths: (instant: number) => pathsWith(false, instant),
    published: (instant: number) =>
      snapshotWithAll([...lastGood.values()].filter(({ path }) => isShown(path, instant))),
    everything: () => snapshotWithAll([...lastGood.values()]),
    /** That of the folder as it lies on the disk, where something else is served. */
    refusedRevision(instant: number): string | null {
      const broken = [...onDisk.values()].filter((source) => lastGood.get(source.path) !== source);
      if (broken.length === 0) return null;
      const served = [...lastGood.values()].filter(({ path }) => !broken.some((source) => source.path === path));
      const publicOnes = [...served, ...broken].filter(({ publication }) => isPublished(publication, instant));
      return snapshotWithAll(publicOnes).revision;
    },
    take(written: readonly string[], removed: readonly string[]): readonly UnderstoodSource[] {
      for (const path of removed) for (const versions of [onDisk, lastGood]) versions.delete(path);
      return written.map(put);
    },
  };
}
