import { type Dirent, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { languageOfName } from '../content/language-tag.ts';

/** Levels below the folder of the project in which content is looked for. */
const deepest = 3;

/**
 * Where the content of a project is likely to be, relative to its folder with `/`: the nearest folder that has folders
 * of languages with Markdown in them, otherwise `content`, otherwise the project itself. `null` when there is none.
 */
export function guessContent(project: string): string | null {
  const withLanguages = nearest(project, (folder) => hasLanguages(join(project, folder)));
  if (withLanguages !== null) return withLanguages;
  if (hasMarkdown(join(project, 'content'))) return 'content';
  return entriesOf(project).some((entry) => isMarkdown(entry) && !isAboutProject(entry.name)) ? '.' : null;
}

/** The first folder that passes a test, level by level; `content` comes before others beside it. */
function nearest(project: string, test: (folder: string) => boolean): string | null {
  let level = ['.'];
  for (let depth = 0; depth <= deepest; depth++) {
    const found = level.find(test);
    if (found !== undefined) return found;
    level = level.flatMap((folder) => foldersOf(join(project, folder)).map((name) => posix.join(folder, name)));
  }
  return null;
}

function hasLanguages(folder: string): boolean {
  return foldersOf(folder).some((name) => languageOfName(name) !== null && hasMarkdown(join(folder, name)));
}

function hasMarkdown(folder: string): boolean {
  return entriesOf(folder).some(isMarkdown) || foldersOf(folder).some((name) => hasMarkdown(join(folder, name)));
}

const isMarkdown = (entry: Dirent): boolean => entry.isFile() && /\.(?:md|markdown)$/i.test(entry.name);

/** What tells of a project, not what it publishes. */
const isAboutProject = (name: string): boolean =>
  /^(?:readme|changelog|contributing|license|security|code_of_conduct)\./i.test(name);

/** Names of the folders that content may be in, in order. */
function foldersOf(folder: string): readonly string[] {
  const names = entriesOf(folder).flatMap((entry) => (entry.isDirectory() ? entry.name : []));
  const [first, others] = [names.filter((name) => name === 'content'), names.filter((name) => name !== 'content')];
  return [...first, ...others.sort()];
}

/** Without what reading the content passes over; none where the folder cannot be read. */
function entriesOf(folder: string): readonly Dirent[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter(({ name }) => !name.startsWith('.') && name !== 'node_modules');
  } catch {
    return [];
  }
}
