import type { ExtractedDocument } from '../join/joined-page.ts';
import { keepUnpacked, type PackedDocument } from './packed-document.ts';
import { packFacts, unpackFacts } from './packed-facts.ts';
import { packFindings } from './packed-findings.ts';
import { packFrontmatter } from './packed-frontmatter.ts';
import { packLinks } from './packed-links.ts';
import { packOutline } from './packed-outline.ts';
import { bodyOf, createPartReader } from './record-reader.ts';
import { createRecordWriter } from './record-writer.ts';
import { createStoredDocument, type StoredDocument } from './stored-document.ts';
import { createUnpackedMemory } from './unpacked-memory.ts';

/** Holds documents compactly: what is not read of all of them at every change is packed into bytes outside of the heap. */
export interface DocumentPool {
  /**
   * Packs a document.
   *
   * @param file the bytes that it was read from. Where the body lies in them it is not copied, so they must stay as they are.
   */
  keep(extracted: ExtractedDocument, file: Uint8Array): StoredDocument;
  /** Makes a document of the record and the file of an equal one; nothing is unpacked but its facts. */
  restore(path: string, record: Buffer, file: Uint8Array): StoredDocument;
  /** An estimate of the memory that is taken by what is unpacked at present. */
  unpackedBytes(): number;
  /** Sets the bound of `unpackedBytes`: little while many documents are gone through, more for those that are asked for. */
  setMaximumBytes(bytes: number): void;
}

export interface DocumentPoolOptions {
  /** Bound of `unpackedBytes`. */
  readonly maximumBytes: number;
}

/** What is right for serving: the outlines of about 1,000 pages. */
export const servingMaximumBytes = 8 * 1024 * 1024;

/**
 * Enough for about seventy pages, so that a small site unpacks nothing twice. More makes the build of large sites slower: what
 * stays for a while and then goes is what the garbage collector is worst at.
 */
const defaultMaximumBytes = 2 * 1024 * 1024;

export function createDocumentPool({
  maximumBytes = defaultMaximumBytes,
}: Partial<DocumentPoolOptions> = {}): DocumentPool {
  const memory = createUnpackedMemory(maximumBytes);
  const writer = createRecordWriter();
  const shared = createTextTable();

  function keep(extracted: ExtractedDocument, file: Uint8Array): StoredDocument {
    const record = packRecord(extracted, file);
    const { packed, stored } = open(extracted.document.path, record, file);
    keepUnpacked(packed, extracted);
    return stored;
  }

  function packRecord(extracted: ExtractedDocument, file: Uint8Array): Buffer {
    const { document, extraction } = extracted;
    writer.begin();
    packFacts(extracted, writer);
    writer.endPart();
    packFrontmatter(document, writer);
    writer.endPart();
    packOutline(document.outline, writer);
    writer.endPart();
    packLinks(extraction.links, { path: document.path, sections: document.outline.sections }, writer);
    writer.endPart();
    packFindings(extraction, writer);
    writer.endPart();
    return writer.finish(document.body, file);
  }

  function open(path: string, record: Buffer, file: Uint8Array) {
    const packed: PackedDocument = { path, record, body: bodyOf(record, file), memory, unpacked: null };
    const facts = unpackFacts(createPartReader(record, 'facts'), path, shared);
    return { packed, stored: createStoredDocument(packed, facts) };
  }

  return {
    keep,
    restore: (path, record, file) => open(path, record, file).stored,
    unpackedBytes: memory.bytes,
    setMaximumBytes: memory.setMaximum,
  };
}

/** Texts that many documents have, such as languages. */
function createTextTable(): (text: string) => string {
  const texts = new Map<string, string>();
  return (text) => {
    const known = texts.get(text);
    if (known !== undefined) return known;
    if (texts.size >= 10_000) texts.clear();
    texts.set(text, text);
    return text;
  };
}
