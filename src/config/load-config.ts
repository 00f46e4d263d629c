import { type BuildOptions, defaultBuildOptions } from '../content/build-options.ts';
import type { ContentFolders } from '../content/build-snapshot.ts';

/** What somebody said on the command line about content and configuration. */
export interface ConfigRequest {
  /** Folder of the content; `null` when none was named. */
  readonly folder: string | null;
  /** A configuration file by name; `null` to look for one, `false` for none. */
  readonly config: string | false | null;
  /** Where relative paths begin. */
  readonly workingFolder: string;
}

/** A configuration with nothing left open. */
export interface LoadedConfig {
  /** The file; `null` when there is none and the built-in options hold. */
  readonly file: string | null;
  readonly folders: ContentFolders;
  readonly options: BuildOptions;
}

export async function loadConfig({ folder }: ConfigRequest): Promise<LoadedConfig> {
  return { file: null, folders: { root: folder ?? 'content' }, options: defaultBuildOptions };
}
