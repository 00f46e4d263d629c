import type { Outline, PageHeading, PageSection } from '../outline.ts';
import type { PartReader } from './record-reader.ts';
import type { RecordWriter } from './record-writer.ts';

export function packOutline({ headings, sections, definitions }: Outline, writer: RecordWriter): void {
  writer.number(headings.length);
  for (const { text, anchor, level } of headings) {
    writer.text(text);
    writer.text(anchor);
    writer.number(level);
  }
  packSections(sections, writer);
  packMap(definitions.links, writer);
  packMap(definitions.footnotes, writer);
}

export function unpackOutline(reader: PartReader): Outline {
  const headings: PageHeading[] = [];
  for (let count = reader.number(); count > 0; count--) {
    headings.push(Object.freeze({ text: reader.text(), anchor: reader.text(), level: reader.number() }));
  }
  return {
    headings: Object.freeze(headings),
    sections: Object.freeze(unpackSections(reader, headings)),
    definitions: Object.freeze({ links: unpackMap(reader), footnotes: unpackMap(reader) }),
  };
}

/** A section has the words of its first heading; those above it are the trail of the section that it is in. */
function packSections(sections: readonly PageSection[], writer: RecordWriter): void {
  const open: number[] = [];
  writer.number(sections.length);
  sections.forEach((section, index) => {
    while ((sections[open.at(-1) ?? -1]?.level ?? 0) >= section.level) open.pop();
    writer.number((open.at(-1) ?? -1) + 1);
    open.push(index);
    writer.number(section.headingStart);
    writer.number(section.headingEnd);
    writer.number(section.startLine);
    writer.number(section.endLine);
    writer.number(section.start);
    writer.number(section.end);
  });
}

function unpackSections(reader: PartReader, headings: readonly PageHeading[]): PageSection[] {
  const sections: PageSection[] = [];
  for (let count = reader.number(); count > 0; count--) {
    const parents = sections[reader.number() - 1]?.trail ?? Object.freeze([]);
    const headingStart = reader.number();
    const headingEnd = reader.number();
    const { text, anchor, level } = headings[headingStart] ?? noHeading;
    sections.push(
      Object.freeze({
        text,
        anchor,
        level,
        startLine: reader.number(),
        endLine: reader.number(),
        start: reader.number(),
        end: reader.number(),
        headingStart,
        headingEnd,
        parents,
        trail: Object.freeze([...parents, text]),
      }),
    );
  }
  return sections;
}

const noHeading: PageHeading = { text: '', anchor: '', level: 1 };

function packMap(map: ReadonlyMap<string, string>, writer: RecordWriter): void {
  writer.number(map.size);
  for (const [key, value] of map) {
    writer.text(key);
    writer.text(value);
  }
}

function unpackMap(reader: PartReader): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (let count = reader.number(); count > 0; count--) map.set(reader.text(), reader.text());
  return map;
}
