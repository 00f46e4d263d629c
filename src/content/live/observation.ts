import { lstatSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../error-code.ts';
import { type FileSignature, isSameSignature, signatureOf } from '../file-signature.ts';
import { entryKind, pathIn } from '../list-folder.ts';
import { notRegular, readSource } from '../read-source.ts';
import type { SourceEntry, UnreadableSource } from '../source-entry.ts';

/** What lies at a path, as far as can be told without reading it. */
export type Observation =
  | { readonly kind: 'document'; readonly signature: FileSignature }
  /** What is told, and never read. */
  | { readonly kind: 'problem'; readonly source: UnreadableSource }
  /** What can be told no more exactly: it is read again whenever somebody looks. */
  | { readonly kind: 'unknown' };

/** `null` is nothing. */
export function isSameObservation(a: Observation | null, b: Observation | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.kind === 'document') return b.kind === 'document' && isSameSignature(a.signature, b.signature);
  return a.kind === 'problem' && b.kind === 'problem' && a.source.problem.message === b.source.problem.message;
}

/** An entry of a folder, as far as it counts. */
export type FoundEntry = Observation | { readonly kind: 'folder'; readonly identity: string };

/** What lies in a folder under a name; `null` for nothing that counts. */
export function lookAtEntry(root: string, folder: string, name: string): FoundEntry | null {
  const parent = join(root, folder);
  const status = statusOf(join(parent, name));
  if (status === undefined) return isUntold(name) ? problemOf(readSource(root, pathIn(folder, name)).entry) : null;
  if (status === 'unknown') return { kind: 'unknown' };
  const kind = entryKind(status, { name, parent });
  if (kind === 'folder') return { kind, identity: folderIdentity(status) };
  if (kind === 'document') return { kind, signature: signatureOf(status) };
  return kind === null ? null : { kind: 'problem', source: notRegular(pathIn(folder, name)) };
}

/** A name that is no text is told with marks in the places of what is none, and nothing can be found under that. */
const isUntold = (name: string): boolean => name.includes('\uFFFD');

const problemOf = (entry: SourceEntry): Observation | null =>
  'problem' in entry ? { kind: 'problem', source: entry } : null;

/** What stays while a folder is the same: inodes of deleted folders are soon given to others. */
export const folderIdentity = ({ ino, birthtimeMs }: Stats): string => `${ino} ${birthtimeMs}`;

function statusOf(path: string): Stats | 'unknown' | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    // a file stands where a folder was
    return errorCode(error) === 'ENOTDIR' ? undefined : 'unknown';
  }
}
