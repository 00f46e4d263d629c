import { expect, test } from 'vitest';
import { ownBytes } from '../../../src/server/http/own-bytes.ts';

test('bytes that are a part of a slab get memory of their own, and others stay', () => {
  const part = Buffer.from('{"data":null}');
  const own = ownBytes(part);
  expect(part.buffer.byteLength).toBeGreaterThan(part.byteLength);
  expect([own.buffer.byteLength, Buffer.from(own).toString()]).toEqual([part.byteLength, '{"data":null}']);
  expect(ownBytes(own)).toBe(own);
});
