import type { Stats } from 'node:fs';

/** What a file system tells of a file without reading it: another content has another signature, mostly. */
export interface FileSignature {
  /** In bytes. */
  readonly size: number;
  readonly mtimeMs: number;
  /** Nobody can set it back, and every write moves it. */
  readonly ctimeMs: number;
  readonly inode: number;
}

export function signatureOf({ size, mtimeMs, ctimeMs, ino }: Stats): FileSignature {
  return { size, mtimeMs, ctimeMs, inode: ino };
}

export function isSameSignature(a: FileSignature, b: FileSignature): boolean {
  return a.size === b.size && a.mtimeMs === b.mtimeMs && a.ctimeMs === b.ctimeMs && a.inode === b.inode;
}
