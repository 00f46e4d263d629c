import { dirname, resolve } from 'node:path';
import { type BuildOptions, defaultBuildOptions } from '../content/build-options.ts';
import type { ContentFolders } from '../content/build-snapshot.ts';
import { defaultServerOptions, type ServerOptions } from '../server/server-options.ts';
import type { ConfigRequest } from './config-request.ts';
import { findConfig, shownPath } from './find-config.ts';
import { readConfig } from './read-config.ts';
import { requireFolders } from './require-folders.ts';

/** A configuration with nothing left open. */
export interface LoadedConfig {
  /** The file, as an absolute path; `null` when there is none and the built-in options hold. */
  readonly file: string | null;
  /** Absolute paths. */
  readonly folders: ContentFolders;
  readonly options: BuildOptions;
  readonly server: ServerOptions;
}

/**
 * Finds, reads and checks the configuration. Its relative paths begin in its own folder. The folder of the request is
 * that of the content, but for a folder in which a configuration was found that says where its content is.
 *
 * @throws {ConfigError} when the configuration cannot be found, read or understood, and when a folder is not there that
 * it names.
 */
export async function loadConfig(request: ConfigRequest): Promise<LoadedConfig> {
  const { folder, workingFolder } = request;
  const file = findConfig(request);
  if (file === null) {
    const root = resolve(workingFolder, folder ?? 'content');
    const folders = { root, assets: null };
    return { file, folders, options: defaultBuildOptions, server: defaultServerOptions };
  }
  const shownAs = shownPath(file, workingFolder);
  const input = await readConfig({ path: file, shownAs });
  // the schema library takes longer to load than most configurations: starts without one do not wait for it
  const [{ checkConfig }, { foldersOf, normaliseConfig }, { serverOptionsOf }] = await Promise.all([
    import('./check-config.ts'),
    import('./normalise-config.ts'),
    import('./server-options.ts'),
  ]);
  const config = checkConfig(input, shownAs);
  const folders = foldersOf(config, dirname(file));
  const isOverruled = folder !== null && !(config.content !== undefined && isProject(request, file));
  const content = isOverruled || config.content === undefined ? null : folders.root;
  requireFolders({ content, assets: folders.assets ?? null }, shownAs);
  return {
    file,
    folders: isOverruled ? { ...folders, root: resolve(workingFolder, folder) } : folders,
    options: normaliseConfig(config),
    server: serverOptionsOf(config),
  };
}

/** Whether the folder that was named is where the configuration was found, not the content below it. */
function isProject({ folder, config, workingFolder }: ConfigRequest, file: string): boolean {
  return folder !== null && config === null && dirname(file) === resolve(workingFolder, folder);
}
