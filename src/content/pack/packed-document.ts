import type { ExtractedLink } from '../extract/extraction.ts';
import type { ExtractedDocument } from '../join/joined-page.ts';
import type { Outline } from '../outline.ts';
import type { DocumentParts } from './document-parts.ts';
import { type FindingsPart, unpackFindings } from './packed-findings.ts';
import { type FrontmatterPart, unpackFrontmatter } from './packed-frontmatter.ts';
import { unpackLinks } from './packed-links.ts';
import { unpackOutline } from './packed-outline.ts';
import { type BodyPlace, createPartReader, partLength } from './record-reader.ts';
import type { RecordPart } from './record-writer.ts';
import type { Unpackable, Unpacked, UnpackedMemory } from './unpacked-memory.ts';

/** Where a document's parts lie, packed and unpacked. */
export interface PackedDocument extends Unpackable {
  readonly path: string;
  readonly record: Buffer;
  readonly body: BodyPlace;
  readonly memory: UnpackedMemory;
}

export const bodyTextOf = (packed: PackedDocument): string => partOf(packed, 'body');
export const outlineOf = (packed: PackedDocument): Outline => partOf(packed, 'outline');
export const frontmatterOf = (packed: PackedDocument): FrontmatterPart => partOf(packed, 'frontmatter');
export const linksOf = (packed: PackedDocument): readonly ExtractedLink[] => partOf(packed, 'links');
export const findingsOf = (packed: PackedDocument): FindingsPart => partOf(packed, 'findings');

/** Where there is room, keeps what a document was packed from, so that a small site unpacks nothing at all. */
export function keepUnpacked(packed: PackedDocument, { document, extraction }: ExtractedDocument): void {
  const { body, outline, frontmatter, keyLines } = document;
  const { links, images, nameLists, anchors, prose } = extraction;
  const bytes = Object.values(sizes).reduce((sum, sizeOf) => sum + sizeOf(packed), 0);
  if (!packed.memory.hasRoomFor(bytes)) return;
  const unpacked = packed.memory.begin(packed);
  unpacked.parts = {
    body,
    outline,
    frontmatter: { frontmatter, keyLines },
    links,
    findings: { images, nameLists, anchors, prose },
  };
  packed.memory.grow(unpacked, bytes);
}

function partOf<Part extends keyof DocumentParts>(packed: PackedDocument, part: Part): DocumentParts[Part] {
  const known = packed.unpacked?.parts[part];
  if (packed.unpacked !== null && known !== undefined) {
    packed.unpacked.isUsed = true;
    return known;
  }
  const value = unpackers[part](packed);
  // unpacking a part can bring another one with it, and drop what was there
  const unpacked: Unpacked = packed.unpacked ?? packed.memory.begin(packed);
  unpacked.parts[part] = value;
  packed.memory.grow(unpacked, sizes[part](packed));
  return value;
}

const unpackers: { readonly [Part in keyof DocumentParts]: (packed: PackedDocument) => DocumentParts[Part] } = {
  body: ({ body: { bytes, isUtf16 } }) => bytes.toString(isUtf16 ? 'utf16le' : 'utf8'),
  outline: ({ record }) => unpackOutline(createPartReader(record, 'outline')),
  frontmatter: ({ record }) => unpackFrontmatter(createPartReader(record, 'frontmatter')),
  links: (packed) =>
    unpackLinks(createPartReader(packed.record, 'links'), { path: packed.path, sections: outlineOf(packed).sections }),
  findings: ({ record }) => unpackFindings(createPartReader(record, 'findings')),
};

/** Estimates of the bytes that a part takes unpacked; measured, objects take about seven times what packs them. */
const sizeOf =
  (part: RecordPart) =>
  ({ record }: PackedDocument): number =>
    200 + partLength(record, part) * 7;

const sizes: { readonly [Part in keyof DocumentParts]: (packed: PackedDocument) => number } = {
  body: ({ body }) => 100 + body.bytes.length * 2,
  outline: sizeOf('outline'),
  frontmatter: sizeOf('frontmatter'),
  links: sizeOf('links'),
  findings: sizeOf('findings'),
};
