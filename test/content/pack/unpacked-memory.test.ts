import { describe, expect, test } from 'vitest';
import { defaultBuildOptions } from '../../../src/content/build-options.ts';
import { createDocumentPool } from '../../../src/content/pack/document-pool.ts';
import type { StoredDocument } from '../../../src/content/pack/stored-document.ts';
import { createUnderstanding } from '../../../src/content/understand.ts';

const understand = createUnderstanding(defaultBuildOptions);

/** Documents of about the same size, all packed. */
function documentsIn(pool: ReturnType<typeof createDocumentPool>, count: number): StoredDocument[] {
  return Array.from({ length: count }, (_, index) => {
    const path = `en/page-${index}.md`;
    const bytes = Buffer.from(`# Page ${index}\n\n[a](/a)\n\n${'some words '.repeat(200)}\n`);
    const { understood } = understand({ path, bytes });
    if (understood === null) throw new Error('expected a document');
    return pool.keep(understood, bytes);
  });
}

const readAll = ({ document, extraction }: StoredDocument) => [
  document.body,
  document.frontmatter,
  document.outline,
  extraction.links,
  extraction.prose,
];

describe('what is unpacked', () => {
  test('stays within another bound when that is set', () => {
    const pool = createDocumentPool({ maximumBytes: 1_000_000 });
    for (const document of documentsIn(pool, 50)) readAll(document);
    expect(pool.unpackedBytes()).toBeGreaterThan(100_000);
    pool.setMaximumBytes(100_000);
    expect(pool.unpackedBytes()).toBeLessThanOrEqual(100_000);
    pool.setMaximumBytes(1_000_000);
    for (const document of documentsIn(pool, 50)) readAll(document);
    expect(pool.unpackedBytes()).toBeGreaterThan(100_000);
  });

  test('is the same object as long as there is room', () => {
    const stored = documentsIn(createDocumentPool(), 20).map(({ record, document: { body } }) =>
      createDocumentPool().restore('en/a.md', record, Buffer.from(body)),
    );
    for (const document of stored) {
      expect(document.document.outline).toBe(document.document.outline);
      expect(document.extraction.links).toBe(document.extraction.links);
      expect(document.document.keyLines).toBe(document.document.keyLines);
    }
  });

  test('is what it was packed from as long as there is room', () => {
    const bytes = Buffer.from('# A\n');
    const { understood } = understand({ path: 'a.md', bytes });
    if (understood === null) throw new Error('expected a document');
    const kept = createDocumentPool().keep(understood, bytes);
    expect(kept.document.outline).toBe(understood.document.outline);
    expect(kept.extraction.links).toBe(understood.extraction.links);
  });

  test('stays within its bound', () => {
    const maximumBytes = 50_000;
    const pool = createDocumentPool({ maximumBytes });
    const documents = documentsIn(pool, 100);
    for (const document of [...documents, ...documents]) {
      readAll(document);
      expect(pool.unpackedBytes()).toBeLessThanOrEqual(maximumBytes);
    }
    expect(pool.unpackedBytes()).toBeGreaterThan(maximumBytes / 2);
  });

  test('stays while it is read again and again', () => {
    const pool = createDocumentPool({ maximumBytes: 50_000 });
    const [often, ...others] = documentsIn(pool, 100);
    const outline = often?.document.outline;
    for (const document of others) {
      readAll(document);
      expect(often?.document.outline).toBe(outline);
    }
  });

  test('goes when others are read', () => {
    const pool = createDocumentPool({ maximumBytes: 50_000 });
    const [first, ...others] = documentsIn(pool, 100);
    const outline = first?.document.outline;
    others.forEach(readAll);
    others.forEach(readAll);
    expect(first?.document.outline).not.toBe(outline);
    expect(first?.document.outline).toEqual(outline);
  });

  test('is dropped at once when there is no room at all', () => {
    const pool = createDocumentPool({ maximumBytes: 0 });
    const [document] = documentsIn(pool, 1);
    expect(document?.document.body).toMatch(/^# Page 0\n/);
    expect(pool.unpackedBytes()).toBe(0);
  });
});

describe('a stored document', () => {
  const store = (text: string) => {
    const bytes = Buffer.from(text);
    const { understood } = understand({ path: 'en/a.md', bytes });
    if (understood === null) throw new Error('expected a document');
    return { stored: createDocumentPool().keep(understood, bytes), bytes };
  };

  test('does not copy a body that lies in its file as it is', () => {
    const body = 'Gr\u00f6\u00dfer \u{1f331}\n'.repeat(500);
    expect(store(`---\ntitle: A\n---\n${body}`).stored.record.length).toBeLessThan(2500);
    expect(store(`\ufeff${body}`).stored.record.length).toBeLessThan(2500);
    expect(store(body.replaceAll('\n', '\r\n')).stored.record.length).toBeGreaterThan(body.length);
  });

  test('tells without unpacking how much is in it', () => {
    const { linkCount, headingCount, isBlank } = store('# A\n\n## B\n\n[a](/a) [b](/b) [c](/c)\n').stored;
    expect({ linkCount, headingCount, isBlank }).toEqual({ linkCount: 3, headingCount: 2, isBlank: false });
    expect(store('---\ntitle: A\n---\n \n\n').stored.isBlank).toBe(true);
  });

  test('has the keys of the document that it was made of, and can be written as JSON', () => {
    const text = '---\ntitle: A\n---\n# B\n\n[a](/a)\n';
    const { understood } = understand({ path: 'en/a.md', bytes: Buffer.from(text) });
    const { document, extraction } = store(text).stored;
    expect(Object.keys(document).sort()).toEqual(Object.keys(understood?.document ?? {}).sort());
    expect(JSON.parse(JSON.stringify({ document, extraction }))).toEqual(JSON.parse(JSON.stringify(understood)));
  });
});
