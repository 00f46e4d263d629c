import { expect, test } from 'vitest';
import { createDoorkeeper } from '../../../src/server/front/doorkeeper.ts';

test('a checksum is seen from its second time on, until another one takes its slot', () => {
  const { hasSeen } = createDoorkeeper();
  // both of the same slot
  const [one, other] = [0x0000_0005, 0x0001_0004];
  expect([one, one, other, one, one, other, other].map(hasSeen)).toEqual([
    false,
    true,
    false,
    false,
    true,
    false,
    true,
  ]);
});

test.each([0, -1, 2 ** 32 - 1])('%i is a checksum as any other', (checksum) => {
  const { hasSeen } = createDoorkeeper();
  expect([hasSeen(checksum), hasSeen(checksum)]).toEqual([false, true]);
});
