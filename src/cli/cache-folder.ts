import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** What the place of caches depends on. */
export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  /** Throws for users that the system does not know. */
  readonly home: () => string;
}

const here: Surroundings = { env: process.env, platform: process.platform, home: homedir };

/**
 * The folder that the system has for caches, with one of our own in it: `$XDG_CACHE_HOME` or `~/.cache` (XDG Base
 * Directory Specification 0.8), `~/Library/Caches`, `%LOCALAPPDATA%`. `null` for users without a home.
 */
export function defaultCacheFolder({ env, platform, home }: Surroundings = here): string | null {
  const named = env[platform === 'win32' ? 'LOCALAPPDATA' : 'XDG_CACHE_HOME'] ?? '';
  // the specification has relative paths ignored
  if (isAbsolute(named)) return join(named, 'foliograph');
  try {
    const folder = home();
    return isAbsolute(folder) ? join(folder, folders[platform] ?? '.cache', 'foliograph') : null;
  } catch {
    return null;
  }
}

const folders: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  darwin: 'Library/Caches',
  win32: 'AppData/Local',
};
