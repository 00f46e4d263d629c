import { expect, test } from 'vitest';
import { createLedger, type KnownSource, type Ledger } from '../../../src/content/live/ledger.ts';
import type { Observation } from '../../../src/content/live/observation.ts';
import { createTestClock } from '../../support/test-clock.ts';

const seen: Observation = { kind: 'document', signature: { size: 4, mtimeMs: 1, ctimeMs: 1, inode: 7 } };

/** A ledger with one file that was read in the tick of its last change, at 0 ms. */
function ledgerWith(content: { digest: string }) {
  const clock = createTestClock();
  const ledger = createLedger({ clock, hasContent: (_path, digest) => digest === content.digest });
  ledger.note('a.md', seen);
  const known: KnownSource = { observation: seen, digest: 'one', shape: null, rereadAt: 2000 };
  ledger.keepOutcome('a.md', { known, source: null, looksUnfinished: false });
  for (const change of ledger.pending()) ledger.accept(change);
  return { clock, ledger };
}

const pendingIn = (ledger: Ledger) => ledger.pending().map(({ path }) => path);

test('a file that may have changed with the same signature is read once more, when the tick is surely over', async () => {
  const content = { digest: 'one' };
  const { clock, ledger } = ledgerWith(content);
  content.digest = 'two';
  await clock.advance(1999);
  ledger.note('a.md', seen);
  expect(pendingIn(ledger)).toEqual([]);
  await clock.advance(1);
  ledger.note('a.md', seen);
  expect(pendingIn(ledger)).toEqual(['a.md']);
});

test('a file that is found unchanged then is not read again', async () => {
  const content = { digest: 'one' };
  const { clock, ledger } = ledgerWith(content);
  await clock.advance(2000);
  ledger.note('a.md', seen);
  content.digest = 'never asked for';
  ledger.note('a.md', seen);
  expect(pendingIn(ledger)).toEqual([]);
});

test('such a file is read at once by a thorough look', () => {
  const content = { digest: 'one' };
  const { ledger } = ledgerWith(content);
  ledger.setThorough(true);
  ledger.note('a.md', seen);
  expect(pendingIn(ledger)).toEqual([]);
  content.digest = 'two';
  ledger.note('a.md', seen);
  expect(pendingIn(ledger)).toEqual(['a.md']);
});

test('a change that is undone is pending no more', () => {
  const { ledger } = ledgerWith({ digest: 'one' });
  ledger.note('a.md', null);
  expect(pendingIn(ledger)).toEqual(['a.md']);
  ledger.note('a.md', seen);
  expect(pendingIn(ledger)).toEqual([]);
  ledger.note('b.md', seen);
  ledger.note('b.md', null);
  expect(pendingIn(ledger)).toEqual([]);
});
