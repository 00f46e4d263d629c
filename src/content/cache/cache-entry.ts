import type { Diagnostic } from '../diagnostic.ts';
import { alwaysPublished, type Publication } from '../publication.ts';

/** What a parse cache knows of one file. */
export interface CacheEntry {
  readonly path: string;
  /** Of the file's bytes, as `UnderstoodSource` has it. */
  readonly digest: string;
  readonly publication: Publication;
  readonly diagnostics: readonly Diagnostic[];
  /** Of its document, see `DocumentPool`; `null` when it cannot be served. */
  readonly record: Buffer | null;
}

/** An entry as it lies in the file, of which only the head is read. */
export interface PackedEntry extends Pick<CacheEntry, 'path' | 'digest' | 'publication' | 'record'> {
  diagnostics(): readonly Diagnostic[];
}

/** `null` stands for the entry's own path. */
type DiagnosticTuple = readonly [
  code: Diagnostic['code'],
  severity: Diagnostic['severity'],
  message: string,
  hint: string | null,
  path: string | null,
  line: number,
  column: number,
];

const headBytes = 12;

/** What most say about publishing is left out. */
type HeadTuple = readonly [path: string, digest: string, publication?: Publication];

/** Lengths of head, diagnostics and record, then these three. A record that is not there has the length 0. */
export function packEntry({ path, digest, publication, diagnostics, record }: CacheEntry): readonly Buffer[] {
  const { draft, publishAt, expireAt } = publication;
  const isUsual = !draft && publishAt === null && expireAt === null;
  const tuple: HeadTuple = isUsual ? [path, digest] : [path, digest, publication];
  const head = Buffer.from(JSON.stringify(tuple));
  const problems = Buffer.from(diagnostics.length === 0 ? '' : JSON.stringify(diagnostics.map(tupleOf(path))));
  const lengths = Buffer.alloc(headBytes);
  lengths.writeUInt32LE(head.length, 0);
  lengths.writeUInt32LE(problems.length, 4);
  lengths.writeUInt32LE(record?.length ?? 0, 8);
  return [lengths, head, problems, ...(record === null ? [] : [record])];
}

/** Reads entry after entry from one offset to another. */
export function* unpackEntries(bytes: Buffer, start: number, end: number): Iterable<PackedEntry> {
  for (let at = start; at < end; ) {
    const headStart = at + headBytes;
    const problemsStart = headStart + bytes.readUInt32LE(at);
    const recordStart = problemsStart + bytes.readUInt32LE(at + 4);
    at = recordStart + bytes.readUInt32LE(at + 8);
    const head: HeadTuple = JSON.parse(bytes.toString('utf8', headStart, problemsStart));
    const [path, digest, publication = alwaysPublished] = head;
    const record = at === recordStart ? null : bytes.subarray(recordStart, at);
    yield {
      path,
      digest,
      publication,
      record,
      diagnostics: () => unpackDiagnostics(bytes.toString('utf8', problemsStart, recordStart), path),
    };
  }
}

const tupleOf =
  (own: string) =>
  ({ code, severity, message, hint, path, line, column }: Diagnostic): DiagnosticTuple => [
    code,
    severity,
    message,
    hint,
    path === own ? null : path,
    line,
    column,
  ];

function unpackDiagnostics(json: string, own: string): readonly Diagnostic[] {
  if (json === '') return [];
  const tuples: readonly DiagnosticTuple[] = JSON.parse(json);
  return tuples.map(([code, severity, message, hint, path, line, column]) =>
    Object.freeze({ code, severity, message, hint, path: path ?? own, line, column }),
  );
}
