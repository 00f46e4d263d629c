import type { ExtractedLink } from '../extract/extraction.ts';
import type { LinkKind, NodeSource } from '../nodes.ts';
import { headingsAbove, type PageSection } from '../outline.ts';
import type { PartReader } from './record-reader.ts';
import type { RecordWriter } from './record-writer.ts';

/** What a link's words and places are told by. */
export interface LinkSurroundings {
  readonly path: string;
  readonly sections: readonly PageSection[];
}

/** By the number that stands for it in a record. */
const kinds = ['INTERNAL', 'EXTERNAL', 'EMAIL', 'ANCHOR', 'ASSET'] as const satisfies readonly LinkKind[];

/** How a host is told; a larger number says where in the address it begins. */
const host = { none: 0, apart: 1, within: 2 } as const;

export function packLinks(links: readonly ExtractedLink[], around: LinkSurroundings, writer: RecordWriter): void {
  writer.number(links.length);
  for (const link of links) {
    writer.text(link.text);
    writer.text(link.url);
    writer.number(kinds.indexOf(link.kind));
    packHost(link, writer);
    writer.number(link.column);
    writer.number(link.start);
    writer.number((link.end - link.start) >>> 0);
    packSource(link.source, around, writer);
  }
}

export function unpackLinks(reader: PartReader, around: LinkSurroundings): readonly ExtractedLink[] {
  const links: ExtractedLink[] = [];
  for (let count = reader.number(); count > 0; count--) links.push(unpackLink(reader, around));
  return links;
}

function unpackLink(reader: PartReader, around: LinkSurroundings): ExtractedLink {
  const text = reader.text();
  const url = reader.text();
  const kind = kinds[reader.number()] ?? 'INTERNAL';
  const itsHost = unpackHost(url, reader);
  const column = reader.number();
  const start = reader.number();
  const end = (start + reader.number()) >>> 0;
  return { text, url, kind, host: itsHost, source: unpackSource(reader, around), column, start, end };
}

function packHost({ host: name, url }: ExtractedLink, writer: RecordWriter): void {
  if (name === null) {
    writer.number(host.none);
    return;
  }
  const start = url.indexOf(name);
  writer.number(start === -1 ? host.apart : host.within + start);
  if (start === -1) writer.text(name);
  else writer.number(name.length);
}

function unpackHost(url: string, reader: PartReader): string | null {
  const place = reader.number();
  if (place === host.none) return null;
  if (place === host.apart) return reader.text();
  const start = place - host.within;
  return url.slice(start, start + reader.number());
}

/** What can be told by the line is not written: the headings above it. */
function packSource(source: NodeSource, { path, sections }: LinkSurroundings, writer: RecordWriter): void {
  writer.number(source.startLine);
  writer.number((source.endLine - source.startLine) >>> 0);
  writer.textOrNull(source.rule);
  writer.textOrNull(source.path === path ? null : source.path);
  const isAsTold = isSameList(headingsAbove(sections, source.startLine), source.headings);
  writer.number(Number(isAsTold));
  if (!isAsTold) writer.texts(source.headings);
}

function unpackSource(reader: PartReader, { path, sections }: LinkSurroundings): NodeSource {
  const startLine = reader.number();
  const endLine = (startLine + reader.number()) >>> 0;
  const rule = reader.textOrNull();
  const itsPath = reader.textOrNull() ?? path;
  const isAsTold = reader.number() === 1;
  const headings = isAsTold ? headingsAbove(sections, startLine) : Object.freeze(reader.texts());
  return Object.freeze({ path: itsPath, startLine, endLine, headings, rule });
}

const isSameList = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((text, index) => text === b[index]));
