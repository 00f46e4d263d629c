import { expect, test } from 'vitest';
import { graphqlRequest, nonce, requestSource, requestText } from '../../../bench/src/load/request-template.ts';

test('a query is a POST with the bytes of its JSON, each a character', () => {
  expect(graphqlRequest({ query: '{ a(b: "ü") }' })).toBe(
    [
      'POST /graphql HTTP/1.1',
      'Host: 127.0.0.1',
      'Accept: application/json',
      'Content-Type: application/json',
      'Content-Length: 28',
      '',
      '{"query":"{ a(b: \\"Ã¼\\") }"}',
    ].join('\r\n'),
  );
});

test('a GET has the headers that it is given, and no body', () => {
  expect(requestText({ method: 'GET', path: '/a', body: null, headers: { 'If-None-Match': '"x"' } })).toBe(
    'GET /a HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\nIf-None-Match: "x"\r\n\r\n',
  );
});

test('requests come in turn, and each nonce is another number of the same length', () => {
  const next = requestSource([`a ${nonce} z`, 'plain'], 41);
  expect([next(), next(), next()]).toEqual(['a 0000000041 z', 'plain', 'a 0000000043 z']);
  expect(nonce.length).toBe(10);
});
