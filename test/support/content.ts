import { type BuildOptions, defaultBuildOptions } from '../../src/content/build-options.ts';
import { snapshotOfSources } from '../../src/content/build-snapshot.ts';
import { documentChecks, siteChecks } from '../../src/content/checks/run-checks.ts';
import type { Snapshot } from '../../src/content/snapshot.ts';

/** Files of a content folder: text or raw bytes by path. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** The built-in options, with every check off that is not what a test is about. */
export const quietOptions: BuildOptions = Object.freeze({
  ...defaultBuildOptions,
  severities: Object.fromEntries([...documentChecks, ...siteChecks].map(({ code }) => [code, 'off'])),
});

/** The snapshot that a folder with these files gives; no disk is needed, and no check is run. */
export function snapshotOf(files: Files, options: Partial<BuildOptions> = {}, settings: Settings = {}): Snapshot {
  return snapshotWith(files, { ...quietOptions, ...options }, settings);
}

/** What is shown, and when. */
type Settings = Parameters<typeof snapshotOfSources>[2];

/** The same with the built-in options, so with every check. */
export function snapshotWith(
  files: Files,
  options: BuildOptions = defaultBuildOptions,
  settings: Settings = {},
): Snapshot {
  const sources = Object.entries(files).map(([path, content]) => ({
    path,
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  }));
  return snapshotOfSources({ entries: sources, assets: null }, options, settings);
}
