import type { ExtractedImage, Extraction, NameList } from '../extract/extraction.ts';
import type { Prose } from '../extract/prose.ts';
import type { PartReader } from './record-reader.ts';
import type { RecordWriter } from './record-writer.ts';

/** What checks and mentions look at. */
export type FindingsPart = Pick<Extraction, 'images' | 'nameLists' | 'anchors' | 'prose'>;

export function packFindings({ images, nameLists, anchors, prose }: FindingsPart, writer: RecordWriter): void {
  writer.number(images.length);
  for (const { url, line, column } of images) packPlaced(url, { line, column }, writer);
  writer.number(nameLists.length);
  for (const { items } of nameLists) {
    writer.number(items.length);
    for (const { text, line, column } of items) packPlaced(text, { line, column }, writer);
  }
  writer.texts(anchors);
  packProse(prose, writer);
}

export function unpackFindings(reader: PartReader): FindingsPart {
  const images: ExtractedImage[] = [];
  for (let count = reader.number(); count > 0; count--) {
    images.push({ url: reader.text(), line: reader.number(), column: reader.number() });
  }
  const nameLists: NameList[] = [];
  for (let count = reader.number(); count > 0; count--) {
    const items: NameList['items'][number][] = [];
    for (let itemCount = reader.number(); itemCount > 0; itemCount--) {
      items.push({ text: reader.text(), line: reader.number(), column: reader.number() });
    }
    nameLists.push({ items });
  }
  return { images, nameLists, anchors: reader.texts(), prose: unpackProse(reader) };
}

function packPlaced(
  text: string,
  { line, column }: { readonly line: number; readonly column: number },
  writer: RecordWriter,
): void {
  writer.text(text);
  writer.number(line);
  writer.number(column);
}

/** Each number as the distance from the one before, which is small. */
function packProse(prose: Prose, writer: RecordWriter): void {
  let last = 0;
  writer.number(prose.length);
  for (const offset of prose) {
    writer.number((offset - last) >>> 0);
    last = offset;
  }
}

function unpackProse(reader: PartReader): Prose {
  const prose = new Uint32Array(reader.number());
  let last = 0;
  for (let index = 0; index < prose.length; index++) {
    last = (last + reader.number()) >>> 0;
    prose[index] = last;
  }
  return prose;
}
