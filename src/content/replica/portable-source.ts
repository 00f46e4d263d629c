import type { Diagnostic } from '../diagnostic.ts';
import type { DocumentPool } from '../pack/document-pool.ts';
import { isStored } from '../pack/stored-document.ts';
import type { Publication } from '../publication.ts';
import type { UnderstoodSource } from '../understand.ts';

/** What was understood of a file, as plain data that another process can go on with: nothing is parsed there again. */
export interface PortableSource {
  readonly path: string;
  readonly digest: string;
  readonly publication: Publication;
  readonly diagnostics: readonly Diagnostic[];
  /** `null` when the file cannot be served. */
  readonly packed: { readonly record: Uint8Array; readonly body: Uint8Array } | null;
}

/** @throws when the source's document is in no pool. */
export function toPortable({ path, digest, publication, diagnostics, understood }: UnderstoodSource): PortableSource {
  if (understood === null) return { path, digest, publication, diagnostics, packed: null };
  if (!isStored(understood)) throw new Error(`expected a packed document, but got another one for: ${path}`);
  const body = Buffer.from(understood.document.body);
  return { path, digest, publication, diagnostics, packed: { record: understood.record, body } };
}

export function fromPortable(
  { path, digest, publication, diagnostics, packed }: PortableSource,
  pool: DocumentPool,
): UnderstoodSource {
  const understood = packed === null ? null : pool.restore(path, Buffer.from(packed.record), packed.body);
  return { path, digest, understood, publication, diagnostics };
}
