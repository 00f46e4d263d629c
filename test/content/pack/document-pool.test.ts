import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultBuildOptions } from '../../../src/content/build-options.ts';
import type { ExtractedLink } from '../../../src/content/extract/extraction.ts';
import type { ExtractedDocument } from '../../../src/content/join/joined-page.ts';
import { toJson } from '../../../src/content/json.ts';
import { createDocumentPool } from '../../../src/content/pack/document-pool.ts';
import { createUnderstanding } from '../../../src/content/understand.ts';
import { anyFile, anyText } from './random-documents.ts';

const understand = createUnderstanding(defaultBuildOptions);

function extractedFrom(text: string | Uint8Array, path = 'en/page.md'): ExtractedDocument {
  const { understood, diagnostics } = understand({ path, bytes: Buffer.from(text) });
  if (understood === null) throw new Error(`expected a document, but got: ${JSON.stringify(diagnostics)}`);
  return understood;
}

/** A pool that forgets at once what it unpacks. */
const forgetful = () => createDocumentPool({ maximumBytes: 0 });

/** The value with what is frozen in it, so that two of them are equal only where that is the same, too. */
function withFrozen(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Uint32Array) return value;
  if (value instanceof Map) return [...value];
  const entries = Object.entries(value).map(([key, item]) => [key, withFrozen(item)] as const);
  return { isFrozen: Object.isFrozen(value), entries: entries.toSorted(([a], [b]) => (a < b ? -1 : 1)) };
}

function expectEqual(kept: ExtractedDocument, original: ExtractedDocument): void {
  const [a, b] = [kept, original].map(({ document, extraction }) => ({
    fields: { document: { ...document }, extraction: { ...extraction } },
    frozen: withFrozen({ document, extraction }),
  }));
  // Node compares prototypes, -0 and own keys such as `__proto__`; vitest says what differs
  if (!isDeepStrictEqual(a, b)) expect(a).toStrictEqual(b);
  expect(isDeepStrictEqual(a, b)).toBe(true);
}

/** A plain object with these fields. */
const record = <Things>(fields: { [Key in keyof Things]: fc.Arbitrary<Things[Key]> }): fc.Arbitrary<Things> =>
  fc.record(fields, { noNullPrototype: true });

describe('a pool of documents', () => {
  test('gives documents that are equal to those that it was given', () => {
    fc.assert(
      fc.property(anyFile, (bytes) => {
        const { understood } = understand({ path: 'en/page.md', bytes });
        if (understood === null) return;
        const kept = forgetful().keep(understood, bytes);
        expectEqual(kept, understood);
        expectEqual(forgetful().restore('en/page.md', kept.record, bytes), understood);
        expectEqual(createDocumentPool().keep(understood, bytes), understood);
      }),
      { numRuns: 200 },
    );
  });

  const place = fc.nat(2 ** 32 - 1);
  const source = record({
    path: fc.oneof(fc.constant('en/page.md'), anyText),
    startLine: fc.nat(12),
    endLine: place,
    headings: fc.oneof(fc.constant(['A']), fc.array(anyText)).map((texts) => Object.freeze(texts)),
    rule: fc.option(anyText),
  });
  const links: fc.Arbitrary<ExtractedLink[]> = fc.array(
    record({
      text: anyText,
      url: anyText,
      kind: fc.constantFrom('INTERNAL', 'EXTERNAL', 'EMAIL', 'ANCHOR', 'ASSET'),
      host: fc.option(anyText),
      source: source.map((it) => Object.freeze(it)),
      column: place,
      start: place,
      end: place,
    }),
  );
  const placed = { line: place, column: place };
  const extraction = record({
    links,
    partners: fc.array(
      record({
        name: anyText,
        url: fc.option(anyText),
        description: fc.option(anyText),
        source: source.map((it) => Object.freeze(it)),
      }),
    ),
    goals: fc.array(record({ text: anyText, markdown: anyText, source: source.map((it) => Object.freeze(it)) })),
    images: fc.array(record({ url: anyText, ...placed })),
    nameLists: fc.array(record({ items: fc.array(record({ text: anyText, ...placed })) })),
    anchors: fc.array(anyText),
    prose: fc.array(place).map((offsets) => Uint32Array.from(offsets)),
  });
  const json = fc.dictionary(
    fc.oneof(anyText, fc.constantFrom('__proto__', 'constructor', '10', '2')),
    fc.oneof(fc.constant(-0), fc.double({ noNaN: true, noDefaultInfinity: true }), anyText, fc.jsonValue()),
  );
  const texts = record({
    language: anyText,
    slug: anyText,
    title: anyText,
    collection: anyText,
    stem: anyText,
    nameLanguage: fc.option(anyText),
    translationKey: fc.option(anyText),
    description: fc.option(anyText),
    template: fc.option(anyText),
    date: fc.option(anyText),
    frontmatter: json.map((value) => toJson(value)),
    keyLines: fc.array(fc.tuple(anyText, place)).map((entries) => new Map(entries)),
    body: anyText,
    bodyLine: place,
    lineCount: place,
  });

  test('holds whatever a field can hold', () => {
    const { document } = extractedFrom('# A\n\n## B\n\ntext\n\n### C\n\n# D\n');
    fc.assert(
      fc.property(texts, extraction, fc.constantFrom('', 'a', 'x'), (fields, extracted, file) => {
        const original = {
          document: Object.freeze({ ...document, ...fields }),
          extraction: extracted,
        } as ExtractedDocument;
        expectEqual(forgetful().keep(original, Buffer.from(file)), original);
      }),
      { numRuns: 200 },
    );
  });
});
