import { expect, test } from 'vitest';
import { defaultBuildOptions } from '../../../src/content/build-options.ts';
import { createLiveSources } from '../../../src/content/live/live-sources.ts';
import { createUnderstanding } from '../../../src/content/understand.ts';
import { createTestClock } from '../../support/test-clock.ts';
import { temporaryFolder } from '../support.ts';

test('a root that cannot be listed at first is an error, and nothing that is told', () => {
  const root = temporaryFolder({ 'a.md': '# A\n' });
  const told: string[] = [];
  const sources = createLiveSources({
    root,
    understand: createUnderstanding(defaultBuildOptions),
    ahead: () => null,
    clock: createTestClock(),
    listFolder() {
      throw Object.assign(new Error('locked'), { code: 'EACCES' });
    },
    observer: { onFolder() {}, onFolderGone() {} },
    onLost: (path) => told.push(path),
    onBack: (path) => told.push(path),
  });
  const readAll = () => Array.from(sources.readAll({ onProgress() {}, onSource() {} }));
  expect(readAll).toThrow(`The content folder ${root} cannot be read (EACCES)`);
  expect(told).toEqual([]);
});
