import type { Diagnostic } from '../diagnostic.ts';

/** What live content tells whoever runs it. Paths are below the content root. */
export type LiveEvent =
  | PublishedEvent
  | PreviewedEvent
  | HiddenEvent
  | RefusedEvent
  /** Problems that files have which changed, and did not have before. */
  | { readonly kind: 'problems'; readonly diagnostics: readonly Diagnostic[] }
  /** Files that were refused lie again as they are served. */
  | { readonly kind: 'mended'; readonly revision: string; readonly paths: readonly string[] }
  /** A folder cannot be used; what was known of it goes on being served. */
  | { readonly kind: 'folder-lost'; readonly folder: LiveFolder; readonly reason: string }
  | { readonly kind: 'folder-back'; readonly folder: LiveFolder }
  /** The system watches no more folders: changes are found by the sweep alone. */
  | { readonly kind: 'hints-lost'; readonly code: string }
  /** Something that nobody foresaw; what was served goes on being served. */
  | { readonly kind: 'failed'; readonly error: unknown };

/** A folder of the content or of the assets by its path below their root; `` is the root. */
export interface LiveFolder {
  readonly of: 'content' | 'assets';
  readonly path: string;
}

/** Another snapshot is served. */
export interface PublishedEvent {
  readonly kind: 'published';
  /** What was served before. */
  readonly before: string;
  readonly revision: string;
  readonly changed: readonly string[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Files that were hidden before, by an edit or by the time. */
  readonly appeared: readonly string[];
  /** Files that are hidden now. */
  readonly withdrawn: readonly string[];
  readonly haveAssetsChanged: boolean;
  /** From when the first of the changes was seen, or was due. */
  readonly milliseconds: number;
}

/** The view of everything has changed, where there is one. Comes before what that means for the public. */
export interface PreviewedEvent {
  readonly kind: 'previewed';
  /** New or changed. */
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly haveAssetsChanged: boolean;
}

/** Files changed that are hidden, before and after. */
interface HiddenEvent {
  readonly kind: 'hidden';
  readonly changed: readonly string[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Files are broken, and their last good versions are served instead. Told once for each broken version. */
interface RefusedEvent {
  readonly kind: 'refused';
  /** What the folder as it lies on the disk would have. */
  readonly refused: string;
  /** What is served. */
  readonly revision: string;
  /** By path, with what is wrong. */
  readonly files: readonly (readonly [path: string, diagnostics: readonly Diagnostic[]])[];
}
