import { expect, test } from 'vitest';
import { createFaultList } from '../../../bench/src/reliability/soak/fault-list.ts';

test('faults are counted by their kind, and the first of each is told', () => {
  const faults = createFaultList();
  faults.add('with gzip', 'expected 200, but got 500');
  faults.add('by hash', 'x'.repeat(600));
  faults.add('with gzip', 'expected 200, but got 503');
  expect(faults.count()).toBe(3);
  expect(faults.lines()).toEqual([
    'with gzip: 2 times, first: expected 200, but got 500',
    `by hash: 1 times, first: ${'x'.repeat(500)}`,
  ]);
});
