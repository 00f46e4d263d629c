import { readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { ConfigError } from './config-error.ts';
import type { ConfigRequest } from './config-request.ts';
import { didYouMean } from './expecting.ts';

/** Every name that a configuration may have, when nobody names another. */
const configFileNames = ['ts', 'js', 'mjs', 'json', 'yaml', 'yml'].map((ending) => `foliograph.config.${ending}`);

/**
 * The configuration of a request, as an absolute path: the file that was named; otherwise the one in the folder of the
 * content or in the folder above it; otherwise, when no folder was named, the one in the working folder. `null` when
 * there is none.
 *
 * @throws {ConfigError} when the file that was named is not there, and when one folder has several.
 */
export function findConfig({ folder, config, workingFolder }: ConfigRequest): string | null {
  if (config === false) return null;
  if (config !== null) return namedFile(config, workingFolder);
  const content = folder === null ? null : resolve(workingFolder, folder);
  const places = content === null ? [workingFolder] : [content, dirname(content)];
  for (const place of places) {
    const found = configFilesIn(place).map((name) => join(place, name));
    if (found.length > 1) throw ambiguous(found, workingFolder);
    if (found[0] !== undefined) return found[0];
  }
  return null;
}

/** The configurations that a folder has, by name; none where it cannot be read. */
export function configFilesIn(folder: string): readonly string[] {
  try {
    const names = new Set(readdirSync(folder));
    return configFileNames.filter((name) => names.has(name) && isFile(join(folder, name)));
  } catch {
    return [];
  }
}

/** A path as somebody in the working folder would write it. */
export function shownPath(path: string, workingFolder: string): string {
  const fromHere = relative(workingFolder, path);
  return fromHere.startsWith('..') ? path : fromHere || '.';
}

function ambiguous(files: readonly string[], workingFolder: string): ConfigError {
  const names = files.map((file) => shownPath(file, workingFolder)).join(' and ');
  const message = `${names}: expected one configuration in a folder, but found ${files.length}. Delete what is too much, or name one with --config.`;
  return new ConfigError('CONFIG_AMBIGUOUS', message);
}

function namedFile(name: string, workingFolder: string): string {
  const file = resolve(workingFolder, name);
  if (isFile(file)) return file;
  const found = statSync(file, { throwIfNoEntry: false })?.isDirectory() === true ? 'a folder' : 'nothing';
  const message = `${shownPath(file, workingFolder)}: expected a configuration file, but found ${found}. ${hintFor(file, workingFolder)}`;
  throw new ConfigError('CONFIG_NOT_FOUND', message);
}

/** A configuration that lies inside or beside of what was named. */
function hintFor(path: string, workingFolder: string): string {
  const near = [path, dirname(path)].flatMap((folder) => configFilesIn(folder).map((name) => join(folder, name)))[0];
  return near === undefined ? 'Write one with "foliograph init".' : didYouMean(shownPath(near, workingFolder));
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
