import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { generateCorpus } from '../../../bench/src/corpus/generate-corpus.ts';
import { writeCorpus } from '../../../bench/src/corpus/write-corpus.ts';
import { buildSnapshot } from '../../../src/content/build-snapshot.ts';

const content = fileURLToPath(new URL('../../../content', import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), 'foliograph-bench-test-'));
afterAll(() => rmSync(temporary, { recursive: true }));

const filesOf = (count: number) => [...generateCorpus(content, count)];

describe('a corpus', () => {
  test('is the same each time', () => {
    expect(filesOf(60)).toEqual(filesOf(60));
  });

  test('has as many documents as were asked for, each in both languages', () => {
    const paths = filesOf(60).map(({ path }) => path);
    expect(new Set(paths).size).toBe(60);
    const english = paths.filter((path) => path.startsWith('en/'));
    expect(english.map((path) => path.replace('en/', 'de/')).toSorted()).toEqual(
      paths.filter((path) => path.startsWith('de/')).toSorted(),
    );
  });

  test('keeps the documents of a smaller one in their places', () => {
    const larger = new Set(filesOf(80).map(({ path }) => path));
    expect(filesOf(60).filter(({ path }) => !larger.has(path))).toEqual([]);
  });

  test('has documents of 5.6 kB on average beside the project’s own content', () => {
    const made = filesOf(400).filter(({ path }) => path.includes('/topic-'));
    const mean = made.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / made.length;
    expect(Math.abs(mean - 5600)).toBeLessThan(56);
  });

  test('is content in which Foliograph finds nothing wrong, with partners and links among pages', () => {
    const folder = join(temporary, 'corpus');
    const { documents, bytes } = writeCorpus(folder, generateCorpus(content, 100));
    const { indexes, diagnostics } = buildSnapshot(folder);
    expect(diagnostics).toEqual([]);
    expect(documents).toBe(100);
    expect(indexes.Page.all.length).toBe(100);
    expect(bytes).toBe(indexes.Page.all.reduce((sum, { source }) => sum + sizeOf(join(folder, source.path)), 0));
    expect(indexes.Partner.all.filter(({ language }) => language === 'en').length).toBe(50);
    const made = indexes.Page.all.filter(({ slug }) => slug.startsWith('note-'));
    expect(made.map(({ translationIds }) => translationIds.length)).toEqual(made.map(() => 1));
    expect(made.filter(({ backlinkIds }) => backlinkIds.length > 0).length).toBeGreaterThan(70);
    expect(indexes.Partner.all.filter(({ pageIds }) => pageIds.length > 1).length).toBeGreaterThan(20);
  });

  test.each([61, 22])('of %d documents cannot be made', (count) => {
    expect(() => filesOf(count)).toThrow(`expected an even number of documents above 22, but got: ${count}`);
  });
});

const sizeOf = (file: string): number => readFileSync(file).length;
