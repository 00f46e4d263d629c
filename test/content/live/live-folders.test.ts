import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultBuildOptions } from '../../../src/content/build-options.ts';
import { openLiveFolders } from '../../../src/content/live/live-folders.ts';
import { createUnderstanding } from '../../../src/content/understand.ts';
import { createTestClock } from '../../support/test-clock.ts';
import { temporaryFolder } from '../support.ts';

test('a hint of the assets that comes during a look at them brings another look', async () => {
  const folder = temporaryFolder({ 'content/a.md': '# A\n', 'static/img/x.png': '' });
  const assets = join(folder, 'static');
  const hints = new Map<string, (name: string | null) => void>();
  // of a time in which names that come cannot be missed any more
  const clock = { ...createTestClock(), wallTime: () => Date.now() + 60_000 };
  const folders = await openLiveFolders({
    folders: { root: join(folder, 'content'), assets },
    understand: createUnderstanding(defaultBuildOptions),
    clock,
    watchFolder(path, { onHint }) {
      hints.set(path, onHint);
      return { close() {} };
    },
    onProgress() {},
    onHint() {},
    report() {},
  });
  folders.startWatching();
  Array.from(folders.lookAtAll());
  const hint = (): void => hints.get(assets)?.('robots.txt');

  hint();
  const steps = folders.lookAtHints()[Symbol.iterator]();
  expect(steps.next().done).toBe(false);
  hint();
  while (steps.next().done !== true);
  expect(folders.hasHints()).toBe(true);
});
