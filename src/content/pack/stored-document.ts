import type { Document } from '../document.ts';
import type { Extraction } from '../extract/extraction.ts';
import type { ExtractedDocument } from '../join/joined-page.ts';
import { bodyTextOf, findingsOf, frontmatterOf, linksOf, outlineOf, type PackedDocument } from './packed-document.ts';
import type { DocumentFacts } from './packed-facts.ts';

/**
 * A document that is held compactly. It is equal to what it was made of, but `frontmatter`, `keyLines`, `body`, `outline`,
 * `links`, `images`, `nameLists`, `anchors` and `prose` are unpacked when they are read, and kept for a while: to read one
 * much later can give another object of the same content.
 */
export interface StoredDocument
  extends ExtractedDocument,
    Pick<DocumentFacts, 'linkCount' | 'headingCount' | 'isBlank'> {
  /** All that is known of it, but the body where that lies in the file. */
  readonly record: Buffer;
}

export function createStoredDocument(packed: PackedDocument, facts: DocumentFacts): StoredDocument {
  const { document, partners, goals, linkCount, headingCount, isBlank } = facts;
  hold(document, packed, documentGetters);
  const extraction = { partners, goals };
  hold(extraction, packed, extractionGetters);
  return { document: Object.freeze(document), extraction, linkCount, headingCount, isBlank, record: packed.record };
}

export const isStored = (extracted: ExtractedDocument): extracted is StoredDocument => 'record' in extracted;

const packedDocument = Symbol('packed document');
interface Holder {
  readonly [packedDocument]: PackedDocument;
}

type Readers<Things> = { readonly [Key in keyof Things]: (packed: PackedDocument) => Things[Key] };
/** Property descriptors; the same for all documents, so that V8 gives them one shape and an object costs nothing for them. */
type Getters<Things> = { readonly [Key in keyof Things]: { get(this: Holder): Things[Key]; enumerable: true } };

const documentGetters = gettersOf<Pick<Document, 'frontmatter' | 'keyLines' | 'body' | 'outline'>>({
  frontmatter: (packed) => frontmatterOf(packed).frontmatter,
  keyLines: (packed) => frontmatterOf(packed).keyLines,
  body: bodyTextOf,
  outline: outlineOf,
});

const extractionGetters = gettersOf<Omit<Extraction, 'partners' | 'goals'>>({
  links: linksOf,
  images: (packed) => findingsOf(packed).images,
  nameLists: (packed) => findingsOf(packed).nameLists,
  anchors: (packed) => findingsOf(packed).anchors,
  prose: (packed) => findingsOf(packed).prose,
});

function gettersOf<Things>(readers: Readers<Things>): Getters<Things>;
function gettersOf(
  readers: Readonly<Record<string, (packed: PackedDocument) => unknown>>,
): Getters<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(readers).map(([key, read]) => {
      const descriptor = {
        get(this: Holder) {
          return read(this[packedDocument]);
        },
        enumerable: true,
      } as const;
      return [key, descriptor];
    }),
  );
}

/** Gives an object the things of a packed document, as properties of its own. */
function hold<Facts extends object, Things>(
  facts: Facts,
  packed: PackedDocument,
  getters: Getters<Things>,
): asserts facts is Facts & Things {
  Object.defineProperty(facts, packedDocument, { value: packed });
  Object.defineProperties(facts, getters);
}
