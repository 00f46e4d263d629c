import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConfigError } from '../config/config-error.ts';
import { shownPath } from '../config/find-config.ts';

/**
 * The access tokens of a file, one a line; empty lines and those that begin with `#` say nothing.
 *
 * @throws {ConfigError} where there is none, or something that no client could send (RFC 6750, 2.1).
 */
export function readTokens(file: string, workingFolder: string): readonly string[] {
  const path = resolve(workingFolder, file);
  const shown = shownPath(path, workingFolder);
  const lines = readText(path, shown).split(/\r?\n/);
  const tokens = lines.flatMap((line, index) => {
    const token = line.trim();
    if (token === '' || token.startsWith('#')) return [];
    if (isToken(token)) return [token];
    // the token itself is nobody's business
    throw new ConfigError(
      'CONFIG_INVALID',
      `${shown}:${index + 1}: expected a token of letters, digits and "-._~+/", but found other characters`,
    );
  });
  if (tokens.length > 0) return tokens;
  throw new ConfigError('CONFIG_INVALID', `${shown}: expected an access token on a line of its own, but found none`);
}

/** RFC 6750, 2.1. */
export const isToken = (text: string): boolean => /^[\w~+/.-]+=*$/.test(text);

function readText(path: string, shown: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError('CONFIG_UNREADABLE', `${shown}: expected a file with access tokens: ${reason}`, {
      cause: error,
    });
  }
}
