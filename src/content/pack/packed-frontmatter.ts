import type { Document } from '../document.ts';
import { isJsonObject } from '../json.ts';
import { packJson, unpackJson } from './json-value.ts';
import type { PartReader } from './record-reader.ts';
import type { RecordWriter } from './record-writer.ts';

export type FrontmatterPart = Pick<Document, 'frontmatter' | 'keyLines'>;

export function packFrontmatter({ frontmatter, keyLines }: FrontmatterPart, writer: RecordWriter): void {
  packJson(frontmatter, writer);
  writer.number(keyLines.size);
  for (const [key, line] of keyLines) {
    writer.text(key);
    writer.number(line);
  }
}

export function unpackFrontmatter(reader: PartReader): FrontmatterPart {
  const frontmatter = unpackJson(reader);
  if (!isJsonObject(frontmatter)) throw new TypeError('expected a record that holds a mapping, but it does not');
  const keyLines = new Map<string, number>();
  for (let count = reader.number(); count > 0; count--) keyLines.set(reader.text(), reader.number());
  return { frontmatter, keyLines };
}
