import { expect, test } from 'vitest';
import { buildSnapshot } from '../../../src/content/build-snapshot.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { apiOfStore } from '../../support/api.ts';
import { collectGarbage } from '../../support/collect-garbage.ts';
import { folderOf } from '../../support/command.ts';
import { goodFiles, hostileFiles, hostileOptions } from './hostile-folder.ts';
import { makeSpecialFiles } from './special-files.ts';

/** Larger ones cost time and show nothing that these do not. */
const largest = 40_000;
const rounds = 100;
const warmUp = 20;

/** What is in use when nothing is left to free, in megabytes. */
async function memoryInUse() {
  await collectGarbage();
  await collectGarbage();
  const { heapUsed, external, arrayBuffers, rss } = process.memoryUsage();
  const inMegabytes = (bytes: number): number => Math.round(bytes / 100_000) / 10;
  return { heap: inMegabytes(heapUsed), external: inMegabytes(external + arrayBuffers), rss: inMegabytes(rss) };
}

test('a hostile folder that is built, asked and rendered 100 times leaves no memory behind', {
  timeout: 120_000,
}, async () => {
  const light = hostileFiles.filter(({ content }) => content.length <= largest);
  const root = folderOf({ ...Object.fromEntries(light.map(({ path, content }) => [path, content])), ...goodFiles });
  await makeSpecialFiles(root);
  const revisions = new Set<string>();
  const round = async (): Promise<void> => {
    const snapshot = buildSnapshot(root, hostileOptions);
    revisions.add(`${snapshot.revision} ${snapshot.diagnostics.length}`);
    const { errors } = await apiOfStore(createMemoryStore(snapshot)).query(
      '{ pages(first: 30) { nodes { html text } } }',
    );
    expect(errors).toBeUndefined();
  };

  for (let count = 0; count < warmUp; count++) await round();
  const before = await memoryInUse();
  for (let count = warmUp; count < rounds; count++) await round();
  const after = await memoryInUse();

  process.stdout.write(`memory after ${warmUp} and ${rounds} rounds, in MB: ${JSON.stringify({ before, after })}\n`);
  expect(light.length).toBeGreaterThan(60);
  expect(revisions.size).toBe(1);
  // a round that were kept would take more than a megabyte
  expect(after.heap - before.heap).toBeLessThan(10);
  expect(after.external - before.external).toBeLessThan(10);
});
