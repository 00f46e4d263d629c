import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { defaultBuildOptions as options } from '../../../src/content/build-options.ts';
import { buildSnapshot } from '../../../src/content/build-snapshot.ts';
import { systemClock } from '../../../src/content/live/clock.ts';
import { watchFolder } from '../../../src/content/live/folder-watchers.ts';
import { openLiveContent } from '../../../src/content/live/live-content.ts';
import { createUnderstanding } from '../../../src/content/understand.ts';
import { diskOperation, playOperation } from '../../support/disk-operations.ts';
import { expectSameSnapshot } from '../../support/same-snapshot.ts';
import { temporaryFolder } from '../support.ts';
import { follow } from './support.ts';

const manyOperations = (count: number) => fc.array(diskOperation, { minLength: count, maxLength: count });
/** Files that nothing happens to, so that the root is never empty. */
const files = { 'always.md': '# Always\n' };
/** Fails with the seed; a shorter history would be played on other timing anyway. */
const once = { numRuns: 1, endOnFailure: true };

test('ends with what a fresh start gives after 500 operations and 5,000 files at once', { timeout: 180_000 }, () =>
  fc.assert(
    fc.asyncProperty(manyOperations(250), manyOperations(250), async (before, after) => {
      const root = temporaryFolder(files);
      const live = await openLiveContent({
        ...{ folders: { root }, options, understand: createUnderstanding(options) },
        ...{ clock: systemClock, watchFolder, withPreview: false, sweepInterval: 2000 },
        ...{ onProgress() {}, onPublish() {}, report() {} },
      });
      onTestFinished(live.close);
      live.follow();
      for (const operation of before) await playOperation(root, operation, wait);
      writeMany(join(root, 'many'), 5000);
      for (const operation of after) await playOperation(root, operation, wait);
      await live.catchUp();
      expectSameSnapshot(live.current(), buildSnapshot(root));
    }),
    once,
  ),
);

test('ends with the same where the system tells nothing, by the sweep alone', { timeout: 180_000 }, () =>
  fc.assert(
    fc.asyncProperty(manyOperations(500), async (operations) => {
      const root = temporaryFolder(files);
      const { clock, live } = await follow({ root, watchFolder: null });
      for (const operation of operations) await playOperation(root, operation, clock.advance);
      await clock.advance(10_000);
      expectSameSnapshot(live.current(), buildSnapshot(root));
    }),
    once,
  ),
);

test('tells of every folder that comes, without a sweep', { timeout: 60_000 }, async () => {
  const root = temporaryFolder(files);
  const live = await openLiveContent({
    ...{ folders: { root }, options, understand: createUnderstanding(options) },
    ...{ clock: systemClock, watchFolder, withPreview: false, sweepInterval: 600_000 },
    ...{ onProgress() {}, report() {} },
    onPublish: ({ documentCount }) => documentCount === 31 && resolveAll(),
  });
  let resolveAll = (): void => {};
  const all = new Promise<void>((resolve) => {
    resolveAll = resolve;
  });
  onTestFinished(live.close);
  live.follow();
  await live.catchUp();
  for (let index = 0; index < 30; index++) {
    mkdirSync(join(root, `a/${index}/b/c`), { recursive: true });
    writeFileSync(join(root, `a/${index}/b/c/page.md`), `# ${index}\n`);
  }
  await all;
  rmSync(join(root, 'a'), { recursive: true });
  await live.catchUp();
  expect(live.current().revision).toBe(buildSnapshot(root).revision);
});

function writeMany(folder: string, count: number): void {
  mkdirSync(folder, { recursive: true });
  for (let index = 0; index < count; index++) writeFileSync(join(folder, `${index}.md`), `# Page ${index}\n`);
}
