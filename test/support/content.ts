import { defaultBuildOptions, snapshotOfFiles } from '../../src/content/build-snapshot.ts';
import type { Snapshot } from '../../src/content/snapshot.ts';

/** Files of a content folder: text or raw bytes by path. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** The snapshot that a folder with these files gives; no disk is needed. */
export function snapshotOf(files: Files): Snapshot {
  const sources = Object.entries(files).map(([path, content]) => ({
    path,
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  }));
  return snapshotOfFiles(sources, [], defaultBuildOptions);
}
