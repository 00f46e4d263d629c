import type { Diagnostic } from './diagnostic.ts';

/** A Markdown file as it lies on the disk. */
export interface SourceFile {
  /** Path below the content root, with `/` on every system. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Something that would be read if it could be. */
export interface UnreadableSource {
  readonly path: string;
  readonly problem: Diagnostic;
}

/** What lies at a path of the content root. */
export type SourceEntry = SourceFile | UnreadableSource;
