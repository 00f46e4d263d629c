import { statSync } from 'node:fs';
import { ConfigError } from './config-error.ts';

/**
 * Requires that the folders are there which a configuration names: absolute paths by key, `null` for what it leaves out.
 *
 * @throws {ConfigError} that tells every one that is not there.
 */
export function requireFolders(folders: Readonly<Record<string, string | null>>, shownAs: string): void {
  const problems = Object.entries(folders).flatMap(([key, path]) => {
    const fault = path === null ? null : faultOf(path);
    return fault === null ? [] : [`${shownAs}: ${key}: expected a folder, but ${fault}`];
  });
  if (problems.length > 0) throw new ConfigError('CONFIG_INVALID', problems);
}

/** What cannot be looked at for another reason is left to whoever reads it. */
function faultOf(path: string): string | null {
  try {
    return statSync(path).isDirectory() ? null : `${path} is a file`;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    return code === 'ENOENT' || code === 'ENOTDIR' ? `${path} does not exist` : null;
  }
}
