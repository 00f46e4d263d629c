import { describe, expect, test } from 'vitest';
import { anyDocument, createDocuments } from '../../../src/server/documents/documents.ts';
import { createRequestMemo } from '../../../src/server/front/request-memo.ts';
import { type ReadOperation, readPosted, readQueryString } from '../../../src/server/front/read-operation.ts';
import { hashOf, persisted } from './support.ts';

const register = (documents: ReturnType<typeof createDocuments>, text: string) =>
  documents.find({ query: text, documentId: `sha256:${hashOf(text)}`, extensions: null });

const isKnown = (documents: ReturnType<typeof createDocuments>, text: string): boolean =>
  documents.find({ query: null, documentId: hashOf(text), extensions: null }).refusal === null;

describe('documents that clients register', () => {
  test('stay within the memory that they may take, however many there are', () => {
    const documents = createDocuments({ ...anyDocument, apqSize: 100_000 });
    for (let number = 0; number < 10_000; number++) register(documents, `{ a${number} }`);
    expect(documents.size().bytes).toBeLessThanOrEqual(100_000);
    expect(documents.size().count).toBeGreaterThan(100);
    expect([0, 9999].map((number) => isKnown(documents, `{ a${number} }`))).toEqual([false, true]);
  });

  test('are forgotten in the order in which they were last asked for', () => {
    const documents = createDocuments({ ...anyDocument, apqSize: 3 * (256 + 2 * '{ a }'.length) });
    for (const text of ['{ a }', '{ b }', '{ c }']) register(documents, text);
    expect(isKnown(documents, '{ a }')).toBe(true);
    register(documents, '{ d }');
    const known = ['{ a }', '{ b }', '{ c }', '{ d }'].map((text) => isKnown(documents, text));
    expect(known).toEqual([true, false, true, true]);
  });

  test('are run, and not kept, where they are very long', () => {
    const documents = createDocuments(anyDocument);
    const text = `{ a } # ${'x'.repeat(16_384)}`;
    expect(register(documents, text)).toMatchObject({ text, refusal: null });
    expect(documents.size()).toEqual({ bytes: 0, count: 0 });
  });
});

describe('what is known of a request that names its document', () => {
  const text = '{ a }';
  const documents = createDocuments(anyDocument);
  register(documents, text);
  const keysOf = (read: ReadOperation | null): readonly string[] | null =>
    read !== null && 'operation' in read ? Object.values(read.operation.keys) : null;
  const keysOfBody = (body: unknown) => keysOf(readPosted(JSON.stringify(body), documents));

  test('is what is known of one that brings it', () => {
    const named = persisted(hashOf(text));
    const keys = keysOfBody({ query: text });
    expect(keysOfBody(named)).toEqual(keys);
    expect(keysOfBody({ documentId: hashOf(text), extensions: {} })).toEqual(keys);
    expect(keysOfBody({ query: text, ...named })).toEqual(keys);
    const byGet = readQueryString(`documentId=${hashOf(text)}`, documents);
    expect(keysOf(byGet)).toEqual(keysOf(readQueryString(`query=${encodeURIComponent(text)}`, documents)));
  });

  test('tells its other extensions', () => {
    const extensions = { ...persisted(hashOf(text)).extensions, cost: true };
    const keys = [{}, { extensions: { cost: true } }, { extensions: { cost: false } }].map((more) =>
      keysOfBody({ query: text, ...more }),
    );
    expect(new Set(keys.flat()).size).toBe(6);
    expect(keysOfBody({ extensions })).toEqual(keys[1]);
    expect(keysOf(readPosted(`{"query":"{ a }","extensions":{"cost":1e999}}`, documents))).toBeNull();
  });

  test('takes as much of the memory for requests as its text', () => {
    const long = `{ a } # ${'x'.repeat(10_000)}`;
    register(documents, long);
    const memo = createRequestMemo({ maximumSize: 1_000_000, documents });
    for (let number = 0; number < 1000; number++) {
      const body = Buffer.from(JSON.stringify({ documentId: hashOf(long), variables: { number } }));
      memo.ofBody(body);
      memo.ofBody(body);
    }
    expect(memo.size().count).toBeGreaterThan(0);
    expect(memo.size().count).toBeLessThanOrEqual(1_000_000 / 2 / (10_000 * 8));
  });

  test.each([
    [{ query: 'query First { a }' }, 'First'],
    [{ query: 'query First { a } query Second { a }', operationName: 'Second' }, 'Second'],
    [{ query: text }, null],
  ])('has the name of the operation of %j', (body, name) => {
    const read = readPosted(JSON.stringify(body), documents);
    expect(read).toMatchObject({ operation: { name } });
  });
});
