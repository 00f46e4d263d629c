import { expect, test } from 'vitest';
import type { PendingChange } from '../../../src/content/live/ledger.ts';
import { settle } from '../../../src/content/live/settle.ts';

test('a file that could not be read in one piece is not finished, however long reading the others took', () => {
  const change: PendingChange = {
    path: 'a.md',
    observation: { kind: 'unknown' },
    firstSeenAt: 0,
    changedAt: 0,
    outcome: null,
  };
  expect(settle([change], { now: 100, known: () => null })).toEqual({ finished: [], finishingTime: 10 });
});
