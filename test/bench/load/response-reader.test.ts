import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createResponseReader } from '../../../bench/src/load/response-reader.ts';

/** What is read of these bytes when they come in pieces that end at these places. */
function readIn(text: string, ends: readonly number[]) {
  const bytes = Buffer.from(text, 'latin1');
  const found: { status: number; bodySize: number }[] = [];
  const read = createResponseReader((status, bodySize) => found.push({ status, bodySize }));
  let from = 0;
  for (const end of [...ends.toSorted((a, b) => a - b), bytes.length]) {
    if (end > from) read(bytes.subarray(from, end));
    from = Math.max(from, end);
  }
  return found;
}

const responses = [
  ['HTTP/1.1 200 OK\r\nContent-Length: 5\r\nDate: today\r\n\r\nhello', { status: 200, bodySize: 5 }],
  ['HTTP/1.1 200 OK\r\ncontent-length:0\r\n\r\n', { status: 200, bodySize: 0 }],
  ['HTTP/1.1 304 Not Modified\r\nETag: "a"\r\nContent-Length: 7\r\n\r\n', { status: 304, bodySize: 0 }],
  ['HTTP/1.1 204 No Content\r\n\r\n', { status: 204, bodySize: 0 }],
  [
    'HTTP/1.1 400 Bad Request\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nC\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n0\r\n\r\n',
    { status: 400, bodySize: 15 },
  ],
] as const;

test.each(responses)('%j is read', (text, expected) => {
  expect(readIn(text, [])).toEqual([expected]);
});

test('responses are read one after the other, wherever the pieces end', () => {
  const places = fc.array(fc.nat(400), { maxLength: 20 });
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...responses), { maxLength: 6 }), places, (chosen, ends) => {
      expect(readIn(chosen.map(([text]) => text).join(''), ends)).toEqual(chosen.map(([, expected]) => expected));
    }),
  );
});

test.each(responses)('%j is not told before its last byte', (text) => {
  expect(readIn(text.slice(0, -1), [])).toEqual([]);
});
