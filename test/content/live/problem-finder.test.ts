import { unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createProblemFinder } from '../../../src/content/live/problem-finder.ts';
import type { Snapshot } from '../../../src/content/snapshot.ts';
import { snapshotOf, snapshotWith } from '../../support/content.ts';
import { createTestClock } from '../../support/test-clock.ts';
import { temporaryFolder } from '../support.ts';
import { follow, write } from './support.ts';

const told = ({ events }: { readonly events: readonly { readonly kind: string }[] }) =>
  events.flatMap((event) =>
    'diagnostics' in event ? (event.diagnostics as { code: string; path: string; line: number }[]) : [],
  );

test('problems that files did not have are told 200 ms after the last change of several', async () => {
  const root = temporaryFolder({ 'a.md': '[x](/nowhere)\n', 'b.md': '[x](/a)\n' });
  const followed = await follow({ root });
  const { clock, hint } = followed;
  write(root, 'a.md', 'More.\n\n[x](/nowhere) [y](/elsewhere)\n');
  hint('a.md');
  await clock.advance(150);
  write(root, 'b.md', '[x](/missing)\n');
  hint('b.md');
  await clock.advance(195);
  expect(told(followed)).toEqual([]);
  await clock.advance(20);
  expect(told(followed).map(({ code, path, line }) => `${path}:${line} ${code}`)).toEqual([
    'a.md:3 link-broken',
    'b.md:1 link-broken',
  ]);
});

test('a problem that a change elsewhere brings is not told', async () => {
  const root = temporaryFolder({ 'a.md': '[x](/b)\n', 'b.md': '# B\n', 'c.md': '# C\n' });
  const followed = await follow({ root });
  write(root, 'c.md', '# New\n');
  unlinkSync(join(root, 'b.md'));
  await followed.clock.advance(5000);
  expect(told(followed)).toEqual([]);
  expect(followed.live.current().diagnostics.map(({ path, code }) => `${path} ${code}`)).toEqual(['a.md link-broken']);
});

test('problems of the first snapshot are never new, however soon a file changes', () => {
  const clock = createTestClock();
  const first = snapshotWith({ 'a.md': '[x](/nowhere)\n' });
  const second = snapshotWith({ 'a.md': 'More.\n\n[x](/nowhere) [y](/elsewhere)\n' });
  const found: string[] = [];
  const finder = createProblemFinder({
    first,
    clock,
    onProblems: (diagnostics) => found.push(...diagnostics.map(({ message }) => message)),
    onDiagnosed() {},
  });
  finder.add(second, ['a.md']);
  finder.advance();
  finder.advance();
  expect(found).toEqual([expect.stringContaining('/elsewhere')]);
  expect(finder.nextTime()).toBe(Infinity);
});

test.each([
  [5, 200],
  [300, 3000],
])('when looking took %i ms, the next look waits for %i ms of rest', (cost, rest) => {
  let now = 0;
  const clock = { ...createTestClock(), now: () => now };
  const slowSnapshot = (): Snapshot => ({
    ...snapshotOf({ 'a.md': '# A\n' }),
    *findDiagnostics() {
      now += cost;
      yield;
    },
  });
  const finder = createProblemFinder({ first: slowSnapshot(), clock, onProblems() {}, onDiagnosed() {} });
  while (finder.nextTime() <= now) finder.advance();
  expect(finder.nextTime()).toBe(Infinity);
  finder.add(slowSnapshot(), ['a.md']);
  expect(finder.nextTime() - now).toBe(rest);
});
